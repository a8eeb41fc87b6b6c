import { Migration20261122180000_initial } from './20261122180000-initial.ts';
import { Migration20261122180100_guards } from './20261122180100-guards.ts';
import { Migration20261122190534_identity_guards } from './20261122190534-identity-guards.ts';
import { Migration20261122191350_roll_guards } from './20261122191350-roll-guards.ts';
import { Migration20261122192503_register_search } from './20261122192503-register-search.ts';
import { Migration20261122200451_import } from './20261122200451-import.ts';
import { Migration20261122220000_live } from './20261122220000-live.ts';
import { Migration20261122221000_saved_views } from './20261122221000-saved-views.ts';
import { Migration20261122225316_paper_print } from './20261122225316-paper-print.ts';
import { Migration20261123020000_documents } from './20261123020000-documents.ts';
import { Migration20261123021000_dispute_and_message } from './20261123021000-dispute-and-message.ts';
import { Migration20261123022332_sheet } from './20261123022332-sheet.ts';
import { Migration20261123022500_scan } from './20261123022500-scan.ts';
import { Migration20261123040000_journal_things } from './20261123040000-journal-things.ts';
import { Migration20261123040756_defect } from './20261123040756-defect.ts';
import { Migration20261123041000_material_guard } from './20261123041000-material-guard.ts';
import { Migration20261123050000_notice_sight } from './20261123050000-notice-sight.ts';
import { Migration20261123050500_sheet_from_scan } from './20261123050500-sheet-from-scan.ts';
import { Migration20261123100000_print_fault } from './20261123100000-print-fault.ts';
import { Migration20261123101000_repair_files } from './20261123101000-repair-files.ts';
import { Migration20261123110000_list_columns } from './20261123110000-list-columns.ts';
import { Migration20261123113000_journal_search } from './20261123113000-journal-search.ts';
import { Migration20261123114500_access_orders } from './20261123114500-access-orders.ts';
import { Migration20261123120000_discarded_import } from './20261123120000-discarded-import.ts';
import { Migration20261123123000_register_orders } from './20261123123000-register-orders.ts';

/** Every migration, oldest first. */
export const migrations = [
  Migration20261122180000_initial,
  Migration20261122180100_guards,
  Migration20261122190534_identity_guards,
  Migration20261122191350_roll_guards,
  Migration20261122192503_register_search,
  Migration20261122200451_import,
  Migration20261122220000_live,
  Migration20261122221000_saved_views,
  Migration20261122225316_paper_print,
  Migration20261123020000_documents,
  Migration20261123021000_dispute_and_message,
  Migration20261123022332_sheet,
  Migration20261123022500_scan,
  Migration20261123040000_journal_things,
  Migration20261123040756_defect,
  Migration20261123041000_material_guard,
  Migration20261123050000_notice_sight,
  Migration20261123050500_sheet_from_scan,
  Migration20261123100000_print_fault,
  Migration20261123101000_repair_files,
  Migration20261123110000_list_columns,
  Migration20261123113000_journal_search,
  Migration20261123114500_access_orders,
  Migration20261123120000_discarded_import,
  Migration20261123123000_register_orders,
].map((migration) => ({
  name: migration.name.replace('Migration', ''),
  class: migration,
}));

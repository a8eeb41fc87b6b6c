import type { EventBus } from '../../kernel/events.ts';
import { provideCountStep } from '../voting/index.ts';

// What mends a defect moves the robust count: a repair, a page with its place, a document. Whoever follows the count is given a new state.
provideCountStep(`(select count(*) from defect_repair r where r.assembly_id = a.id)
  + (select count(*) from scan_page p join scanned_ballot sb on sb.id = p.ballot_id where sb.assembly_id = a.id and p.state = 'READ')
  + (select count(*) from proxy x where x.house_id = a.house_id)`);

/** A page of a ballot that is not on record yet mends nothing: most pages are read before. */
export function listenToMending(events: EventBus): void {
  events.within('ScanPagePlaced', async (_context, unit, { scannedBallotId, assemblyId }) => {
    const onRecord = await unit.sql(
      `select 1 from scanned_ballot sb join paper_sheet s on s.assembly_id = sb.assembly_id and s.printed_number = sb.printed_number
        where sb.id = $1 and s.submission_id is not null limit 1`,
      [scannedBallotId],
    );
    if (onRecord.length > 0) unit.tell({ name: 'DefectsMended', assemblyId });
  });
  events.within('ProxyRegistered', async (_context, unit, { houseId, assemblyId }) => {
    const voting = await unit.sql<{ id: string }>(
      `select id from assembly where house_id = $1 and state = 'VOTING' and ($2::uuid is null or id = $2)`,
      [houseId, assemblyId],
    );
    for (const { id } of voting) unit.tell({ name: 'DefectsMended', assemblyId: id });
  });
}

/** Told to every process after the commit. */
export function tellOfRepairs(events: EventBus): void {
  for (const name of ['DefectRepaired', 'DefectsMended'] as const) {
    events.after(name, ({ signals }, { assemblyId }) => {
      signals.tell('COUNT', assemblyId);
    });
  }
}

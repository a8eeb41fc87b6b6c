import { mayEnter } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import type { AssemblyType } from '../assembly/index.ts';
import type { PaperDeskType } from './desk.type.ts';
import { mayHandleSheet } from './sheet.policy.ts';
import { sheetAccess } from './sheet.queries.ts';

const sql = `select
    count(*) filter (where s.state in ('UPLOADING', 'READING'))::int as "filesReading",
    coalesce(sum(p.read) filter (where s.state = 'READING'), 0)::int as "pagesRead",
    coalesce(sum(p.queued) filter (where s.state <> 'REFUSED'), 0)::int as "pagesQueued",
    (select count(*)::int from scanned_ballot b where b.assembly_id = $1
      and b.page_count > (select count(*) from scan_page g where g.ballot_id = b.id and g.state = 'READ')
      and not exists (select from paper_sheet x where x.assembly_id = $1 and x.printed_number = b.printed_number)) as incomplete,
    (select to_jsonb(c) from (select count(*) filter (where state = 'TAKEN_IN' and handed_over_at is null) as "notTakenIn",
        count(*) filter (where state = 'TAKEN_IN') as "toEnter", count(*) filter (where state = 'ENTERED') as "toConfirm",
        count(*) filter (where state = 'DIFFERENT') as "toDecide"
      from paper_sheet where assembly_id = $1) as c) as sheets,
    (select to_jsonb(c) from (select count(*) filter (where state = 'COUNTED') as counted,
        count(*) filter (where state <> 'COUNTED') as "notCounted"
      from ballot where assembly_id = $1 and channel = 'PAPER') as c) as ballots
  from scan s left join lateral (select count(*) as read, count(*) filter (where state = 'QUEUED') as queued
    from scan_page where scan_id = s.id) as p on true
  where s.assembly_id = $1`;

interface DeskRow extends Pick<PaperDeskType, 'filesReading' | 'pagesRead' | 'pagesQueued' | 'incomplete'> {
  readonly sheets: Pick<PaperDeskType, 'notTakenIn' | 'toEnter' | 'toConfirm' | 'toDecide'>;
  readonly ballots: Pick<PaperDeskType, 'counted' | 'notCounted'>;
}

/** null for whoever does not run the assembly. */
export async function deskOf(context: Context, { row }: AssemblyType): Promise<PaperDeskType | null> {
  const refusal = mayEnter(context.viewer, { who: 'SIGNED_IN', scope: sheetAccess.scope });
  if (refusal) throw refusal;
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  if (!mayHandleSheet(context.viewer, place)) return null;
  const [desk] = await context.database.read<DeskRow>(sql, [row.id]);
  if (!desk) return null;
  const { sheets, ballots, ...scans } = desk;
  return { ...scans, ...sheets, ...ballots };
}

import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { mostRows, rowsOfList } from '../paper/index.ts';
import type { BallotFacts } from './keep-ballot.ts';

const sql = `select b.owner_id as "ownerId", b.reference, b.printed_number as "printedNumber", f.id as "formId",
    jsonb_array_length(f.pages) + case when cardinality(b.ownership_ids) > $3 then ceil(cardinality(b.ownership_ids)::numeric / $4)::int else 0 end as "pageCount"
  from printed_ballot b join print_run r on r.id = b.run_id join paper_form f on f.id = r.form_id
  where b.printed_number = $2 and r.assembly_id = $1 order by r.requested_at desc limit 1`;

/** The ballot with this number, as it was printed last; people type small letters and leave out the line. */
export async function findPrinted(unit: Unit, assemblyId: string, typed: string): Promise<BallotFacts> {
  const bare = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  const printedNumber = `${bare.slice(0, 4)}-${bare.slice(4)}`;
  const [facts] = await unit.sql<Omit<BallotFacts, 'assemblyId'>>(sql, [
    assemblyId,
    printedNumber,
    mostRows,
    rowsOfList,
  ]);
  if (!facts) throw new Refusal('NOT_FOUND', { kind: 'PrintedBallot' }, ['input', 'printedNumber']);
  return { ...facts, assemblyId };
}

import type { Context } from '../../kernel/context.ts';
import type { AssemblyType } from '../assembly/index.ts';
import { explainUnconfirmed, type Unconfirmed } from './rules/unconfirmed-words.ts';
import type { UnconfirmedPaperType } from './unconfirmed.type.ts';

const sql = `select count(*)::int as papers, count(*) filter (where read.id is null)::int as "neverEntered",
    count(*) filter (where s.submission_id is null)::int as nameless
  from paper_sheet s left join transcription read on read.sheet_id = s.id and read.step = 'FIRST'
  where s.assembly_id = $1 and s.state = 'NOT_CONFIRMED'`;

/** null: there is no result yet, or all paper was confirmed. It names nobody, and stands wherever the result does. */
export async function unconfirmedPaperOf(
  context: Context,
  { row }: Pick<AssemblyType, 'row'>,
): Promise<UnconfirmedPaperType | null> {
  if (row.state !== 'CLOSED') return null;
  const [found] = await context.database.read<Unconfirmed>(sql, [row.id]);
  if (!found || found.papers === 0) return null;
  return { ...found, explanation: explainUnconfirmed(found, context.locale) };
}

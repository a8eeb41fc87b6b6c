import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { byTime, type TimeOrder } from '../../kernel/time-order.ts';
import { provideFileReader } from '../files/index.ts';
import { isCalled, requireNames, searchedWords } from '../identity/index.ts';
import { ballotsInNameOf, ballotsOfStaff, requireStaff, submissionsOfCode } from '../voting/index.ts';
import type { DisputeType } from './dispute.type.ts';
import type { DisputeState } from './rules/dispute-lifecycle.ts';

interface DisputeRow {
  id: string;
  assembly_id: string;
  ballot_id: string;
  submission_id: string;
  opened_by_id: string;
  opened_at: Date;
  after_end: boolean;
  statement: string;
  state: DisputeState;
  decided_by_id: string | null;
  decided_at: Date | null;
  evidence: string | null;
  evidence_file_ids: string[];
  reason: string | null;
}

const columns = `d.id, d.assembly_id, d.ballot_id, d.submission_id, d.opened_by_id, d.opened_at, d.after_end, d.statement,
  d.state, d.decided_by_id, d.decided_at, d.evidence, d.evidence_file_ids, d.reason`;
const from = `dispute d join ballot b on b.id = d.ballot_id left join roll_entry re on re.id = b.roll_entry_id
  join assembly a on a.id = b.assembly_id join house h on h.id = a.house_id`;

function nodeOf(row: DisputeRow): DisputeType {
  return {
    id: encodeId('Dispute', row.id),
    assemblyId: encodeId('Assembly', row.assembly_id),
    ballotKey: row.ballot_id,
    openerKey: row.opened_by_id,
    deciderKey: row.decided_by_id,
    fileKeys: row.evidence_file_ids,
    state: row.state,
    statement: row.statement,
    openedAt: row.opened_at,
    afterEnd: row.after_end,
    decidedAt: row.decided_at,
    evidence: row.evidence,
    reason: row.reason,
  };
}

/** Whoever the ballot stands for, and the staff of its assembly; who cast it under a proxy is none of them. */
function visible(context: Context, parameters: Parameters): string {
  return `(${ballotsOfStaff(context.viewer, parameters)} or ${ballotsInNameOf(context, parameters)})`;
}

async function readDisputes(
  context: Context,
  by: 'd.id' | 'd.submission_id',
  ids: readonly string[],
): Promise<DisputeRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  return context.database.read<DisputeRow>(
    `select ${columns} from ${from} where ${by} = any(${wanted}::uuid[]) and ${visible(context, parameters)}`,
    parameters.values,
  );
}

provideNodes('Dispute', {
  access: { who: 'SIGNED_IN', scope: 'ballots:read' },
  load: async (context, uuids) =>
    new Map((await readDisputes(context, 'd.id', uuids)).map((row) => [row.id, nodeOf(row)])),
});

/** The dispute over the submission of a ballot, if there is one and the viewer may know of it. */
export async function disputeOf(context: Context, submissionId: string): Promise<DisputeType | null> {
  return loadBy<DisputeType | null>(context, 'dispute-of-submission', submissionId, async (ids) => {
    const rows = await readDisputes(context, 'd.submission_id', ids);
    const known = new Map(rows.map((row) => [row.submission_id, nodeOf(row)]));
    return ids.map((id) => known.get(id) ?? null);
  });
}

export interface DisputeFilter {
  readonly states: readonly DisputeState[] | null;
  readonly text: string;
  /** A receipt, or a printed number. */
  readonly code: string | null;
}

/** Disputes of an assembly, for its staff. */
export async function listDisputes(
  context: Context,
  assemblyGlobalId: string,
  args: PageArgs,
  filter: DisputeFilter,
  order: TimeOrder,
): Promise<Page<DisputeType>> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  await requireStaff(context, assemblyId);
  const parameters = new Parameters();
  const where = [`d.assembly_id = ${parameters.add(assemblyId)}`];
  if (filter.states !== null) where.push(`d.state = any(${parameters.add(filter.states)})`);
  if (filter.code !== null) {
    const meant = await submissionsOfCode(context, assemblyId, filter.code);
    where.push(`d.submission_id = any(${parameters.add(meant)}::uuid[])`);
  }
  const words = searchedWords(filter.text);
  if (words.length > 0) requireNames(context.viewer);
  for (const word of words) {
    const number = `exists (select from ballot b join premises p on p.id = b.premises_id
      where b.submission_id = d.submission_id and strpos(lower(p.number), ${parameters.add(word)}) > 0)`;
    where.push(`(${number} or ${isCalled('d.opened_by_id', word, parameters)})`);
  }
  return listPage<DisputeRow, DisputeType>({
    database: context.database,
    select: columns,
    from: 'dispute d',
    where,
    parameters,
    sort: byTime(order, { by: 'd.opened_at', type: 'timestamptz' }, { by: 'd.id', type: 'uuid' }),
    args,
    nodeOf,
  });
}

// Evidence is read by whoever may read the dispute it answers.
provideFileReader(async (context, fileId) => {
  const parameters = new Parameters();
  const id = parameters.add(fileId);
  const rows = await context.database.read(
    `select 1 from ${from} where ${id}::uuid = any(d.evidence_file_ids) and ${visible(context, parameters)} limit 1`,
    parameters.values,
  );
  return rows.length > 0;
});

import { setImmediate as breathe } from 'node:timers/promises';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { assembliesOfStaff } from '../assembly/index.ts';
import { ballotsOfSubmission, listBallots, ownBallots, requireStaff, type BallotFilter } from './ballot.queries.ts';
import type { BallotSort } from './ballot-sort.ts';
import type { BallotType } from './ballot.type.ts';
import { receiptCode } from './receipt.ts';
import { readSpokenCode } from './rules/spoken-code.ts';

/** SQL for the submissions whose paper carries this number; `number` is an expression of type text. */
export type NumberedSubmissions = (number: string) => string;
let numbered: NumberedSubmissions | null = null;

/** Said once by the module that takes papers in. */
export function provideNumberedSubmissions(sql: NumberedSubmissions): void {
  numbered = sql;
}

interface Row {
  readonly id: string;
  readonly assembly_id: string;
  readonly received_at: Date;
  readonly owner_id: string;
  readonly sheet: string;
  readonly ballots: readonly string[];
}

/** A receipt is kept nowhere: it is made again of every submission under `where`, in slices between which others are served. */
async function submissionsWith(
  context: Context,
  receipt: string,
  where: string,
  parameters: Parameters,
): Promise<{ readonly found: readonly string[]; readonly looked: number }> {
  const rows = await context.database.read<Row>(
    `select b.submission_id as id, b.assembly_id, min(b.received_at) as received_at, b.owner_id, b.sheet, array_agg(b.id) as ballots
       from ballot b where ${where} group by b.submission_id, b.assembly_id, b.owner_id, b.sheet`,
    parameters.values,
  );
  const found: string[] = [];
  for (const [at, row] of rows.entries()) {
    const { id: submissionId, assembly_id: assemblyId, owner_id: ownerId, sheet, ballots } = row;
    const receivedAt = row.received_at.getTime();
    const form = { assemblyId, submissionId, receivedAt, ownerId, sheet, ballotIds: ballots };
    if (receiptCode(context.secrets, form) === receipt) found.push(submissionId);
    if (at % 1000 === 999) await breathe();
  }
  return { found, looked: rows.length };
}

/** The submissions that a spoken code means, of one assembly where it is a receipt. */
export async function submissionsOfCode(
  context: Context,
  assemblyId: string,
  spoken: string,
): Promise<readonly string[]> {
  const code = readSpokenCode(spoken);
  if (code === null) return [];
  const parameters = new Parameters();
  if (code.kind === 'PRINTED_NUMBER') return submissionsOfNumber(context, code.code);
  const where = `b.assembly_id = ${parameters.add(assemblyId)}::uuid`;
  return (await submissionsWith(context, code.code, where, parameters)).found;
}

async function submissionsOfNumber(context: Context, number: string): Promise<readonly string[]> {
  if (numbered === null) return [];
  const rows = await context.database.read<{ id: string }>(`select t.id from (${numbered('$1')}) t (id) limit 20`, [
    number,
  ]);
  return rows.map(({ id }) => id);
}

async function ofOwn(context: Context, receipt: string): Promise<readonly string[]> {
  const parameters = new Parameters();
  const own = `select b.submission_id from ballot b left join roll_entry re on re.id = b.roll_entry_id
    where ${ownBallots(context, parameters)}`;
  return (await submissionsWith(context, receipt, `b.submission_id in (${own})`, parameters)).found;
}

export const mostLookedThrough = 50_000;
const together = 20;

/** Through the viewer's assemblies as staff, the newest first, until it is found. */
async function ofStaff(context: Context, receipt: string): Promise<readonly string[]> {
  const parameters = new Parameters();
  const assemblies = await context.database.read<{ id: string }>(
    `select a.id from assembly a join house h on h.id = a.house_id
      where a.state in ('VOTING', 'CLOSED') and ${assembliesOfStaff(context.viewer, parameters)}
      order by a.opens_at desc nulls last, a.id limit 2000`,
    parameters.values,
  );
  for (let at = 0, looked = 0; at < assemblies.length && looked < mostLookedThrough; at += together) {
    const some = new Parameters();
    const ids = some.add(assemblies.slice(at, at + together).map(({ id }) => id));
    const answer = await submissionsWith(context, receipt, `b.assembly_id = any(${ids}::uuid[])`, some);
    if (answer.found.length > 0) return answer.found;
    looked += answer.looked;
  }
  return [];
}

/** The ballots of an assembly, by whatever is read out of one as well. */
export async function listBallotsOf(
  context: Context,
  assemblyId: string,
  page: PageArgs,
  { code, ...filter }: BallotFilter & { readonly code?: string | null },
  sort: BallotSort,
): Promise<Page<BallotType>> {
  const uuid = decodeId('Assembly', assemblyId, ['assemblyId']);
  await requireStaff(context, uuid);
  const submissionIds = code == null ? null : await submissionsOfCode(context, uuid, code);
  return listBallots(context, uuid, page, { ...filter, submissionIds }, sort);
}

/** The ballots that a spoken code means and the viewer may see. */
export async function ballotsOfCode(context: Context, spoken: string): Promise<BallotType[]> {
  const code = readSpokenCode(spoken);
  if (code === null) return [];
  const submissions = new Set<string>();
  if (code.kind === 'PRINTED_NUMBER') {
    for (const id of await submissionsOfNumber(context, code.code)) submissions.add(id);
  } else {
    for (const id of await ofOwn(context, code.code)) submissions.add(id);
    if (submissions.size === 0) for (const id of await ofStaff(context, code.code)) submissions.add(id);
  }
  const ballots = await Promise.all([...submissions].map(async (id) => ballotsOfSubmission(context, id)));
  return ballots.flat();
}

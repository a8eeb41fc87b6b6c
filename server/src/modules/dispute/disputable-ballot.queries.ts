import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { ballotsInNameOf, findBallot, type BallotType } from '../voting/index.ts';
import { mayOpenDispute } from './dispute.policy.ts';

/** Whether the viewer may say now that a counted ballot is not theirs; nobody has for its submission. */
export async function mayDisputeNow(context: Context, { row }: BallotType): Promise<boolean> {
  const isOver = row.assembly?.state !== 'VOTING' && row.assembly?.state !== 'CLOSED';
  if (row.state !== 'COUNTED' || isOver) return false;
  return loadBy<boolean>(context, 'may-dispute', row.id, async (ids) => {
    const parameters = new Parameters();
    const wanted = parameters.add(ids);
    const rows = await context.database.read<{ id: string; isInViewersName: boolean; isDisputed: boolean }>(
      `select b.id, ${ballotsInNameOf(context, parameters)} as "isInViewersName",
          exists (select from dispute d where d.submission_id = b.submission_id) as "isDisputed"
         from ballot b left join roll_entry re on re.id = b.roll_entry_id where b.id = any(${wanted}::uuid[])`,
      parameters.values,
    );
    const open = new Set(
      rows.filter((one) => !one.isDisputed && mayOpenDispute(context.viewer, one)).map(({ id }) => id),
    );
    return ids.map((id) => open.has(id));
  });
}

/** A ballot that the viewer may see, and whether it stands for them; any other is as good as none. */
export async function requireSeenBallot(
  context: Context,
  ballotId: string,
  field: readonly string[],
): Promise<{ readonly assemblyId: string; readonly isInViewersName: boolean }> {
  const seen = await findBallot(context, ballotId);
  if (!seen) throw new Refusal('NOT_FOUND', { kind: 'Ballot' }, field);
  const parameters = new Parameters();
  const id = parameters.add(ballotId);
  const rows = await context.database.read(
    `select 1 from ballot b left join roll_entry re on re.id = b.roll_entry_id
      where b.id = ${id} and ${ballotsInNameOf(context, parameters)}`,
    parameters.values,
  );
  return { assemblyId: decodeId('Assembly', seen.assemblyId), isInViewersName: rows.length > 0 };
}

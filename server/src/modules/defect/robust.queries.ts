import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import type { AssemblyType } from '../assembly/index.ts';
import { recountOf, votesOf } from '../voting/index.ts';
import type { RobustCountType } from './defect.type.ts';
import { openlyDefective } from './openly-defective.sql.ts';
import { differs, explainRobust, robustDifference } from './rules/robust-words.ts';

const defective = `b.id in (${openlyDefective('$1')})`;

/** null before the roll is frozen, and where the viewer sees nothing of the count; the items only where the count of each is shown. */
export async function robustCountOf(context: Context, assembly: AssemblyType): Promise<RobustCountType | null> {
  const recount = await recountOf(context, assembly, { sql: defective, values: [] });
  if (!recount) return null;
  const { stands, without, turnout, tally } = recount;
  const difference = robustDifference(stands, without, tally !== null);
  const changed = new Set([...difference.lost, ...difference.won]);
  return {
    ballotsLeftOut: difference.ballots,
    atStake: votesOf(difference.atStake, stands.tally.total),
    turnout,
    tally,
    differs: differs(difference),
    changedItemIds: stands.tally.items
      .filter((_item, at) => changed.has(at + 1))
      .map(({ itemId }) => encodeId('AgendaItem', itemId)),
    explanation: explainRobust(difference, context.locale),
  };
}

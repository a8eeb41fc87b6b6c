import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { findView, refuseForeign, refuseStale } from '../find-view.ts';
import type { ShareViewInput } from '../saved-view.input.ts';
import { mayAmendView, mayShareViews } from '../saved-view.policy.ts';

/** May: whose view it is, with a role. Changes: whether all staff find it. Announces nothing. */
export async function shareView(context: Context, input: ShareViewInput): Promise<{ savedViewId: string }> {
  if (input.shared && !mayShareViews(context.viewer)) throw new Refusal('NOT_ALLOWED', {}, ['input', 'shared']);
  return inTransaction(context, { command: 'shareView' }, async (unit) => {
    const view = await findView(unit, input.savedViewId);
    refuseForeign(mayAmendView(context.viewer, view));
    refuseStale(view, input.version);
    unit.record({ savedView: view.id }, { shared: { before: view.shared, after: input.shared } });
    view.shared = input.shared;
    return { savedViewId: view.id };
  });
}

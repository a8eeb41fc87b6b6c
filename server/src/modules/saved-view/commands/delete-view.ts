import type { Context } from '../../../kernel/context.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { findView, refuseForeign } from '../find-view.ts';
import type { DeleteViewInput } from '../saved-view.input.ts';
import { mayAmendView } from '../saved-view.policy.ts';

/** May: whose view it is. Changes: nobody finds it any more. Announces nothing. */
export async function deleteView(context: Context, input: DeleteViewInput): Promise<{ savedViewId: string }> {
  return inTransaction(context, { command: 'deleteView' }, async (unit) => {
    const view = await findView(unit, input.savedViewId);
    refuseForeign(mayAmendView(context.viewer, view));
    view.deletedAt = unit.now;
    unit.record({ savedView: view.id }, { name: view.viewName });
    return { savedViewId: view.id };
  });
}

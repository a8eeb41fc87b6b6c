import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { findView, refuseForeign, refuseStale } from '../find-view.ts';
import { readViewName } from '../rules/view-card.ts';
import { SavedView } from '../saved-view.entity.ts';
import type { RenameViewInput } from '../saved-view.input.ts';
import { mayAmendView } from '../saved-view.policy.ts';

/** May: whose view it is. Changes: its name. Announces nothing. */
export async function renameView(context: Context, input: RenameViewInput): Promise<{ savedViewId: string }> {
  const name = readViewName(input.name);
  if (name === null) throw new Refusal('INVALID_INPUT', { what: 'name' }, ['input', 'name']);
  return inTransaction(context, { command: 'renameView' }, async (unit) => {
    const view = await findView(unit, input.savedViewId);
    refuseForeign(mayAmendView(context.viewer, view));
    refuseStale(view, input.version);
    const { accountId, listName } = view;
    await unit.lock(`views ${accountId}`, 'exclusive');
    const other = await unit.em.findOne(SavedView, { accountId, listName, viewName: name, deletedAt: null });
    if (other && other.id !== view.id) throw new Refusal('DUPLICATE', { what: 'name' }, ['input', 'name']);
    unit.record({ savedView: view.id }, { name: { before: view.viewName, after: name } });
    view.viewName = name;
    return { savedViewId: view.id };
  });
}

import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { readViewCard } from '../rules/view-card.ts';
import { SavedView } from '../saved-view.entity.ts';
import type { SaveViewInput } from '../saved-view.input.ts';
import { mayKeepViews, mayShareViews } from '../saved-view.policy.ts';

/** So many views of one list nobody finds anything in. */
const mostViews = 50;

/** May: everybody for themselves; to share, whoever holds a role. Changes: one more view. Announces nothing. */
export async function saveView(context: Context, input: SaveViewInput): Promise<{ savedViewId: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN' || !mayKeepViews(viewer)) throw new Refusal('NOT_SIGNED_IN');
  if (input.shared && !mayShareViews(viewer)) throw new Refusal('NOT_ALLOWED', {}, ['input', 'shared']);
  const answer = readViewCard(input);
  if (!answer.ok) throw new Refusal('INVALID_INPUT', { what: answer.field }, ['input', answer.field]);
  const { accountId } = viewer;
  return inTransaction(context, { command: 'saveView' }, async (unit) => {
    await unit.lock(`views ${accountId}`, 'exclusive');
    const mine = { accountId, listName: input.list, deletedAt: null };
    if (await unit.em.findOne(SavedView, { ...mine, viewName: answer.name })) {
      throw new Refusal('DUPLICATE', { what: 'name' }, ['input', 'name']);
    }
    if ((await unit.em.count(SavedView, mine)) >= mostViews) {
      throw new Refusal('INVALID_INPUT', { what: 'views', maximum: mostViews }, ['input', 'name']);
    }
    const view = unit.em.create(SavedView, {
      id: newId(),
      accountId,
      listName: input.list,
      viewName: answer.name,
      link: input.link,
      shared: input.shared,
      createdAt: unit.now,
      deletedAt: null,
    });
    unit.record({ savedView: view.id }, { list: input.list, name: answer.name, shared: input.shared });
    return { savedViewId: view.id };
  });
}

import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { ListColumns } from '../list-columns.entity.ts';
import type { KeepListColumnsInput } from '../list-columns.input.ts';
import { areColumns, isListName } from '../rules/view-card.ts';
import { mayKeepViews } from '../saved-view.policy.ts';

/** More lists than the console will ever have. */
const mostLists = 100;

/** May: everybody for themselves. Changes: how they see one list, wherever they sign in. Announces nothing. */
export async function keepListColumns(context: Context, input: KeepListColumnsInput): Promise<{ list: string }> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN' || !mayKeepViews(viewer)) throw new Refusal('NOT_SIGNED_IN');
  const { list: listName, columns = null } = input;
  if (!isListName(listName)) throw new Refusal('INVALID_INPUT', { what: 'list' }, ['input', 'list']);
  if (columns !== null && !areColumns(columns))
    throw new Refusal('INVALID_INPUT', { what: 'columns' }, ['input', 'columns']);
  const { accountId } = viewer;
  return inTransaction(context, { command: 'keepListColumns' }, async (unit) => {
    await unit.lock(`views ${accountId}`, 'exclusive');
    const known = await unit.em.findOne(ListColumns, { accountId, listName });
    if (known) known.columns = columns;
    else if ((await unit.em.count(ListColumns, { accountId })) >= mostLists)
      throw new Refusal('INVALID_INPUT', { what: 'list', maximum: mostLists }, ['input', 'list']);
    else unit.em.create(ListColumns, { id: newId(), accountId, listName, columns });
    unit.record({ account: accountId }, { list: listName, columns });
    return { list: listName };
  });
}

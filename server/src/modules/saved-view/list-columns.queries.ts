import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { ListColumnsType } from './list-columns.type.ts';
import { mayKeepViews } from './saved-view.policy.ts';

/** The lists of which the viewer has chosen the columns. */
export async function listColumnsOf(context: Context): Promise<ListColumnsType[]> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN' || !mayKeepViews(viewer)) throw new Refusal('NOT_SIGNED_IN');
  return context.database.read<ListColumnsType>(
    `select c.list_name as list, c.columns from list_columns c
      where c.account_id = $1 and c.columns is not null order by c.list_name`,
    [viewer.accountId],
  );
}

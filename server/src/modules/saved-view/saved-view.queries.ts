import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { mayKeepViews, visibleViews } from './saved-view.policy.ts';
import type { SavedViewType } from './saved-view.type.ts';

interface Row {
  readonly id: string;
  readonly account_id: string;
  readonly list_name: string;
  readonly view_name: string;
  readonly link: string;
  readonly shared: boolean;
  readonly version: number;
  readonly owner: string | null;
}

const columns = `v.id, v.account_id, v.list_name, v.view_name, v.link, v.shared, v.version,
  nullif(concat_ws(' ', p.family_name, p.given_name, p.patronymic), '') as owner`;
const tables = 'saved_view v join account a on a.id = v.account_id join person p on p.id = a.person_id';

function conditions(context: Context, parameters: Parameters): string[] {
  const { accountId, withShared } = visibleViews(context.viewer);
  return [
    'v.deleted_at is null',
    `(v.account_id = ${parameters.add(accountId)}::uuid or (v.shared and ${parameters.add(withShared)}))`,
  ];
}

function savedViewType(context: Context, row: Row): SavedViewType {
  const { viewer } = context;
  return {
    id: encodeId('SavedView', row.id),
    list: row.list_name,
    name: row.view_name,
    link: row.link,
    isShared: row.shared,
    isMine: viewer.kind === 'SIGNED_IN' && viewer.accountId === row.account_id,
    ownerName: row.owner,
    version: row.version,
  };
}

/** One's own views of a list and those that staff share, by name. */
export async function listSavedViews(context: Context, args: PageArgs, list: string): Promise<Page<SavedViewType>> {
  if (!mayKeepViews(context.viewer)) throw new Refusal('NOT_SIGNED_IN');
  const parameters = new Parameters();
  return listPage<Row, SavedViewType>({
    database: context.database,
    select: columns,
    from: tables,
    where: [`v.list_name = ${parameters.add(list)}`, ...conditions(context, parameters)],
    parameters,
    sort: [
      { by: 'v.view_name', type: 'text' },
      { by: 'v.id', type: 'uuid' },
    ],
    args,
    nodeOf: (row) => savedViewType(context, row),
  });
}

export async function savedViewsById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, SavedViewType>> {
  const parameters = new Parameters();
  const where = [`v.id = any(${parameters.add(ids)}::uuid[])`, ...conditions(context, parameters)];
  const rows = await context.database.read<Row>(
    `select ${columns} from ${tables} where ${where.join(' and ')}`,
    parameters.values,
  );
  return new Map(rows.map((row) => [row.id, savedViewType(context, row)]));
}

export async function savedViewById(context: Context, id: string): Promise<SavedViewType | null> {
  return (await savedViewsById(context, [id])).get(id) ?? null;
}

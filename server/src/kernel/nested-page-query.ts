import type { Context } from './context.ts';
import { loadBy } from './load-by-id.ts';
import { pageClauses, type ListQuery } from './page-query.ts';
import { makePage, readPage, type Page } from './page.type.ts';

export interface NestedListQuery<Row extends object, Node> extends ListQuery<Row, Node> {
  /** SQL expression of the uuid by which a row belongs to its parent. */
  readonly parent: string;
}

/**
 * The same page of the lists of many parents in one read, so that a list within a list is no query per row. Parents that
 * ask for the same SQL with the same parameters meet.
 */
export async function listPageOf<Row extends object, Node>(
  context: Context,
  parentId: string,
  query: NestedListQuery<Row, Node>,
): Promise<Page<Node>> {
  const { select, from, where, parameters, sort, parent, nodeOf } = query;
  const request = readPage(query.args);
  const counted = [...parameters.values];
  const { keyset, order, cursor } = pageClauses(sort, request, parameters);
  const { values } = parameters;
  const parents = `$${values.length + 1}::uuid[]`;
  const body = `select ${select}, json_build_array(${cursor})::text as cursor_ from ${from}
    where ${parent} = parent_.id and ${[...where, ...keyset].join(' and ')} order by ${order} limit ${request.limit + 1}`;
  const rows = await loadBy(context, `${body} ${JSON.stringify(values)}`, parentId, async (ids) => {
    const found = await query.database.read<Row & { cursor_: string; parent_id_: string }>(
      `select parent_.id as parent_id_, row_.* from unnest(${parents}) as parent_(id) cross join lateral (${body}) as row_`,
      [...values, ids],
    );
    return ids.map((id) => found.filter((row) => row.parent_id_ === id));
  });
  const totalCount = async (): Promise<number> => {
    const countedParents = `$${counted.length + 1}::uuid[]`;
    const conditions = [`${parent} = any(${countedParents})`, ...where].join(' and ');
    const sql = `select ${parent} as id, count(*)::int as n from ${from} where ${conditions} group by 1`;
    return loadBy(context, `${sql} ${JSON.stringify(counted)}`, parentId, async (ids) => {
      const totals = await query.database.read<{ id: string; n: number }>(sql, [...counted, ids]);
      return ids.map((id) => totals.find((total) => total.id === id)?.n ?? 0);
    });
  };
  return makePage(rows, request, nodeOf, (row) => row.cursor_, totalCount);
}

import type { Database } from './database.ts';
import { makePage, readPage, type Page, type PageArgs, type PageRequest } from './page.type.ts';

/** One key of a stable order; the last key must be unique (an id). */
export interface SortKey {
  /** SQL expression, never null. */
  readonly by: string;
  readonly type: 'text' | 'uuid' | 'timestamptz' | 'bigint' | 'numeric' | 'int';
  readonly descending?: boolean;
}

/** Collects `$n` parameters while SQL is put together. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

export interface ListQuery<Row extends object, Node> {
  readonly database: Database;
  readonly select: string;
  readonly from: string;
  /** Conditions, the policy's filter first; all are joined by AND. */
  readonly where: readonly string[];
  readonly parameters: Parameters;
  readonly sort: readonly SortKey[];
  readonly args: PageArgs;
  readonly nodeOf: (row: Row) => Node;
}

/** What a page adds to a query: its place by keyset, its order, and the cursor of each row. */
export function pageClauses(
  sort: readonly SortKey[],
  request: PageRequest,
  parameters: Parameters,
): { readonly keyset: readonly string[]; readonly order: string; readonly cursor: string } {
  const keyset: string[] = [];
  if (request.cursor) {
    const values = sort.map((key, at) => `${parameters.add(request.cursor?.[at] ?? null)}::${key.type}`);
    // (a, b) > (x, y) written out, since the keys may run in different directions
    const alternatives = sort.map((key, at) => {
      const forward = (key.descending ?? false) === request.backwards;
      const equal = sort.slice(0, at).map((earlier, index) => `${earlier.by} = ${values[index] ?? ''}`);
      return `(${[...equal, `${key.by} ${forward ? '>' : '<'} ${values[at] ?? ''}`].join(' and ')})`;
    });
    keyset.push(`(${alternatives.join(' or ')})`);
  }
  return {
    keyset,
    order: sort
      .map((key) => `${key.by} ${(key.descending ?? false) === request.backwards ? 'asc' : 'desc'}`)
      .join(', '),
    cursor: sort.map((key) => `(${key.by})::text`).join(', '),
  };
}

/** A page by keyset: stable under inserts, as quick at the end of a list as at its start. */
export async function listPage<Row extends object, Node>(query: ListQuery<Row, Node>): Promise<Page<Node>> {
  const { database, select, from, where, parameters, sort, nodeOf } = query;
  const request = readPage(query.args);
  const conditions = where.length > 0 ? where.join(' and ') : 'true';
  const counted = [...parameters.values];
  const { keyset, order, cursor } = pageClauses(sort, request, parameters);
  const rows = await database.read<Row & { cursor_: (string | null)[] }>(
    `select ${select}, array[${cursor}] as cursor_ from ${from}
      where ${[conditions, ...keyset].join(' and ')}
      order by ${order} limit ${request.limit + 1}`,
    parameters.values,
  );
  return makePage(
    rows,
    request,
    nodeOf,
    (row) => row.cursor_,
    async () => {
      const [total] = await database.read<{ n: number }>(
        `select count(*)::int as n from ${from} where ${conditions}`,
        counted,
      );
      return total?.n ?? 0;
    },
  );
}

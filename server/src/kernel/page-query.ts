import { hash } from 'node:crypto';
import type { Database } from './database.ts';
import { makePage, readPage, type Page, type PageArgs, type PageRequest } from './page.type.ts';
import { Refusal } from './refusal.ts';

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
  /** Keeps the plan of each shape of this list; for lists of few shapes that are asked often. */
  readonly prepared?: string;
  readonly nodeOf: (row: Row) => Node;
}

/** How PostgreSQL writes the values of a key; a cursor of anything else is none of this list's. */
const written: Readonly<Record<SortKey['type'], RegExp>> = {
  text: /^[^\0]*$/u,
  uuid: /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/,
  timestamptz:
    /^(\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01]) ([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,6})?[+-]\d{2}(:\d{2})?|-?infinity)$/,
  bigint: /^-?\d{1,18}$/,
  numeric: /^-?\d{1,60}(\.\d{1,60})?$/,
  int: /^-?\d{1,9}$/,
};

function readKeys(sort: readonly SortKey[], cursor: readonly (string | null)[]): readonly string[] {
  const values = cursor.filter((value) => value !== null);
  if (values.length !== sort.length || !sort.every((key, at) => written[key.type].test(values[at] ?? ''))) {
    throw new Refusal('INVALID_INPUT', { what: 'cursor' }, ['after']);
  }
  return values;
}

/** What a page adds to a query: its place by keyset, its order, and the cursor of each row. */
export function pageClauses(
  sort: readonly SortKey[],
  request: PageRequest,
  parameters: Parameters,
): { readonly keyset: readonly string[]; readonly order: string; readonly cursor: string } {
  const keyset: string[] = [];
  if (request.cursor) {
    const keys = readKeys(sort, request.cursor);
    const values = sort.map((key, at) => `${parameters.add(keys[at])}::${key.type}`);
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
  const sql = `select ${select}, json_build_array(${cursor})::text as cursor_ from ${from}
      where ${[conditions, ...keyset].join(' and ')}
      order by ${order} limit ${request.limit + 1}`;
  const rows = await database.read<Row & { cursor_: string }>(
    sql,
    parameters.values,
    query.prepared && `${query.prepared}-${hash('md5', sql)}`,
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

import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import { Refusal } from './refusal.ts';

@ObjectType()
export class PageInfo {
  @Field(() => Boolean)
  hasNextPage: boolean;

  @Field(() => Boolean)
  hasPreviousPage: boolean;

  @Field(() => String, { nullable: true })
  startCursor: string | null;

  @Field(() => String, { nullable: true })
  endCursor: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { nullable: true, description: '1–100. One of `first` and `last` is mandatory.' })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;

  @Field(() => Int, { nullable: true, description: '1–100, from the end.' })
  last?: number | null;

  @Field(() => String, { nullable: true })
  before?: string | null;
}

export interface Page<Node> {
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly nodes: readonly Node[];
  readonly pageInfo: PageInfo;
  /** Asked only when the field is selected. */
  readonly totalCount: () => Promise<number>;
}

/** A Relay connection of a node type. */
export function connectionOf<Node extends object>(nodeClass: ClassType<Node>, name: string): ClassType<Page<Node>> {
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String)
    cursor: string;

    @Field(() => nodeClass)
    node: Node;
  }

  @ObjectType(`${name}Connection`)
  class Connection implements Page<Node> {
    @Field(() => [Edge])
    edges: readonly Edge[];

    @Field(() => [nodeClass])
    nodes: readonly Node[];

    @Field(() => PageInfo)
    pageInfo: PageInfo;

    count: () => Promise<number>;

    @Field(() => Int, { description: 'How many there are under this filter, on all pages.' })
    async totalCount(): Promise<number> {
      return this.count();
    }
  }
  return Connection;
}

export interface PageRequest {
  readonly limit: number;
  readonly backwards: boolean;
  readonly cursor: readonly (string | null)[] | null;
}

/** Refuses a page without `first` or `last`, beyond 1–100, or with a cursor that is none of ours. */
export function readPage(args: PageArgs): PageRequest {
  const { first, last } = args;
  const limit = first ?? last;
  if (limit === null || limit === undefined || (first != null && last != null) || limit < 1 || limit > 100) {
    throw new Refusal('INVALID_INPUT', { what: 'page', minimum: 1, maximum: 100 }, [last == null ? 'first' : 'last']);
  }
  const backwards = first == null;
  const cursor = backwards ? args.before : args.after;
  return { limit, backwards, cursor: cursor == null ? null : readCursor(cursor) };
}

/** `keys`: the JSON array of a row's keys, as PostgreSQL wrote it. */
function writeCursor(keys: string): string {
  return Buffer.from(keys).toString('base64url');
}

function isCursor(values: unknown): values is readonly (string | null)[] {
  return Array.isArray(values) && values.every((value) => typeof value === 'string' || value === null);
}

function readCursor(cursor: string): readonly (string | null)[] {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isCursor(values)) return values;
  } catch {
    // refused below
  }
  throw new Refusal('INVALID_INPUT', { what: 'cursor' }, ['after']);
}

/** Its cursor is written when it is asked for: mostly that of the last edge alone is. */
class RowEdge<Row, Node> {
  readonly node: Node;
  readonly #row: Row;
  readonly #keysOf: (row: Row) => string;

  constructor(node: Node, row: Row, keysOf: (row: Row) => string) {
    this.node = node;
    this.#row = row;
    this.#keysOf = keysOf;
  }

  get cursor(): string {
    return writeCursor(this.#keysOf(this.#row));
  }
}

/** Cuts `limit + 1` fetched rows (in the order asked, reversed when backwards) into a page. */
export function makePage<Row, Node>(
  rows: readonly Row[],
  request: PageRequest,
  nodeOf: (row: Row) => Node,
  keysOf: (row: Row) => string,
  totalCount: () => Promise<number>,
): Page<Node> {
  const more = rows.length > request.limit;
  const kept = rows.slice(0, request.limit);
  const ordered = request.backwards ? kept.toReversed() : kept;
  const edges = ordered.map((row) => new RowEdge(nodeOf(row), row, keysOf));
  return {
    edges,
    nodes: edges.map((edge) => edge.node),
    pageInfo: {
      hasNextPage: request.backwards ? request.cursor !== null : more,
      hasPreviousPage: request.backwards ? more : request.cursor !== null,
      get startCursor() {
        return edges[0]?.cursor ?? null;
      },
      get endCursor() {
        return edges.at(-1)?.cursor ?? null;
      },
    },
    totalCount,
  };
}

import type { LocationQuery, LocationQueryRaw } from 'vue-router';

/** What a list can be asked: written once per list, read by the link, the table, the saved views and the export. */
export interface ListShape {
  /** Under which chosen columns and saved views are kept. */
  readonly name: string;
  /** Filters by their name in the link: the values they may have, or `ANY` for ids, dates and free words. */
  readonly filters: Readonly<Record<string, readonly string[] | 'ANY'>>;
  /** The first one is the order of a plain list. */
  readonly sorts: readonly [string, ...string[]];
  /** Every column, in the order in which a plain list shows them. */
  readonly columns: readonly string[];
  /** Those of the columns that a plain list keeps back. */
  readonly hidden?: readonly string[];
}

type ValueOf<Allowed> = Allowed extends readonly (infer Value)[] ? Value : string;
export type FiltersOf<Shape extends ListShape> = {
  readonly [Name in keyof Shape['filters']]: readonly ValueOf<Shape['filters'][Name]>[];
};
export type SortOf<Shape extends ListShape> = Shape['sorts'][number];

/** What the list shows, as it stands in the link: whoever is sent the link sees the same. */
export interface ListState<Shape extends ListShape = ListShape> {
  readonly filters: FiltersOf<Shape>;
  readonly text: string;
  readonly sort: SortOf<Shape>;
  /** null: as this person likes this list. */
  readonly columns: readonly string[] | null;
  /** Where the page begins or ends; neither is the first page. */
  readonly after: string | null;
  readonly before: string | null;
  /** Number of the first row of the page, for "26–50 of 80". */
  readonly from: number;
}

export interface ListChange<Shape extends ListShape = ListShape> {
  readonly filters?: Partial<FiltersOf<Shape>>;
  readonly text?: string;
  readonly sort?: SortOf<Shape>;
}

export const pageSize = 25;

export function readListState<Shape extends ListShape>(shape: Shape, query: LocationQuery): ListState<Shape> {
  const read = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const listed = (name: string): string[] => read(name).split(',').filter(Boolean);
  const from = Number.parseInt(read('from'), 10);
  const filters = Object.entries(shape.filters).map(([name, allowed]) => {
    if (allowed === 'ANY') return [name, listed(name)];
    const asked = new Set(listed(name));
    return [name, allowed.filter((value) => asked.has(value))];
  });
  const columns = listed('columns').filter((name) => shape.columns.includes(name));
  return {
    filters: Object.fromEntries(filters) as FiltersOf<Shape>,
    text: read('text'),
    sort: shape.sorts.find((sort) => sort === read('sort')) ?? shape.sorts[0],
    columns: columns.length > 0 ? columns : null,
    after: read('after') || null,
    before: read('before') || null,
    from: from > 1 ? from : 1,
  };
}

/** Only what differs from the plain list stands in the link. */
export function writeListState<Shape extends ListShape>(shape: Shape, state: ListState<Shape>): LocationQueryRaw {
  const filters = Object.entries<readonly string[]>(state.filters).filter(([, values]) => values.length > 0);
  return {
    ...Object.fromEntries(filters.map(([name, values]) => [name, values.join(',')])),
    ...(state.text === '' ? {} : { text: state.text }),
    ...(state.sort === shape.sorts[0] ? {} : { sort: state.sort }),
    ...(state.columns === null ? {} : { columns: state.columns.join(',') }),
    ...(state.after === null ? {} : { after: state.after }),
    ...(state.before === null ? {} : { before: state.before }),
    ...(state.from === 1 ? {} : { from: String(state.from) }),
  };
}

/** Another filter or order begins at the first page. */
export function narrowed<Shape extends ListShape>(
  state: ListState<Shape>,
  { filters, ...change }: ListChange<Shape>,
): ListState<Shape> {
  return { ...state, ...change, filters: { ...state.filters, ...filters }, after: null, before: null, from: 1 };
}

export function isNarrowed(state: ListState): boolean {
  return state.text !== '' || Object.values(state.filters).some((values) => values.length > 0);
}

/** Which page the server is asked for. */
export function pageOf(state: ListState): PageVariables {
  return state.before === null ? { first: pageSize, after: state.after } : { last: pageSize, before: state.before };
}

export interface PageVariables {
  readonly first?: number;
  readonly after?: string | null;
  readonly last?: number;
  readonly before?: string | null;
}

/** What a plain list shows. */
export function plainColumns(shape: ListShape): readonly string[] {
  return shape.columns.filter((name) => shape.hidden?.includes(name) !== true);
}

import type { AssembliesQueryVariables, AssemblySort, AssemblyState } from '@veche/shared/operations';
import type { LocationQuery, LocationQueryRaw } from 'vue-router';

/** What the list shows, as it stands in the link: whoever is sent the link sees the same. */
export interface ListState {
  readonly states: readonly AssemblyState[];
  readonly text: string;
  readonly sort: AssemblySort;
  /** Where the page begins or ends; neither is the first page. */
  readonly after: string | null;
  readonly before: string | null;
  /** Number of the first row of the page, for "26–50 of 80". */
  readonly from: number;
}

export const pageSize = 25;
export const assemblyStates = [
  'DRAFT',
  'ANNOUNCED',
  'VOTING',
  'CLOSED',
  'CANCELLED',
] as const satisfies AssemblyState[];
export const assemblySorts = ['NEWEST', 'OPENS_AT', 'CLOSES_AT'] as const satisfies AssemblySort[];

export function readListState(query: LocationQuery): ListState {
  const read = (name: string): string => (typeof query[name] === 'string' ? query[name] : '');
  const asked = new Set(read('state').split(','));
  const from = Number.parseInt(read('from'), 10);
  return {
    states: assemblyStates.filter((state) => asked.has(state)),
    text: read('text'),
    sort: assemblySorts.find((sort) => sort === read('sort')) ?? 'NEWEST',
    after: read('after') || null,
    before: read('before') || null,
    from: from > 1 ? from : 1,
  };
}

/** Only what differs from the plain list stands in the link. */
export function writeListState(state: ListState): LocationQueryRaw {
  return {
    ...(state.states.length > 0 ? { state: state.states.join(',') } : {}),
    ...(state.text === '' ? {} : { text: state.text }),
    ...(state.sort === 'NEWEST' ? {} : { sort: state.sort }),
    ...(state.after === null ? {} : { after: state.after }),
    ...(state.before === null ? {} : { before: state.before }),
    ...(state.from === 1 ? {} : { from: String(state.from) }),
  };
}

/** Another filter or order begins at the first page. */
export function narrowed(state: ListState, change: Partial<Pick<ListState, 'states' | 'text' | 'sort'>>): ListState {
  return { ...state, ...change, after: null, before: null, from: 1 };
}

export function variablesOf(state: ListState): AssembliesQueryVariables {
  const page =
    state.before === null ? { first: pageSize, after: state.after } : { last: pageSize, before: state.before };
  return {
    ...page,
    sort: state.sort,
    filter: {
      ...(state.states.length > 0 ? { states: [...state.states] } : {}),
      ...(state.text === '' ? {} : { text: state.text }),
    },
  };
}

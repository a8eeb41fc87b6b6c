import { useClientHandle, useQuery, type TypedDocumentNode } from '@urql/vue';
import { computed, inject, reactive, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { recallJson, remember } from './browser-memory.ts';
import { keptColumnsKey } from './list-columns.ts';
import {
  isNarrowed,
  narrowed,
  pageOf,
  pageSize,
  plainColumns,
  readListState,
  writeListState,
  type ListChange,
  type ListShape,
  type ListState,
} from './list-state.ts';
import { problemOf } from './problem.ts';
import { useSessionStore } from './session.store.ts';

/** A Relay connection, as every list of the API is one. */
export interface Connection<Row> {
  readonly totalCount: number;
  readonly nodes: readonly Row[];
  readonly pageInfo: {
    readonly startCursor?: string | null;
    readonly endCursor?: string | null;
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
  };
}

export interface ListSource<Shape extends ListShape, Answer, Variables, Row> {
  readonly query: TypedDocumentNode<Answer, Variables & object>;
  /** Filter and order; the page is added. */
  readonly variables: (state: ListState<Shape>) => Omit<Variables, 'first' | 'after' | 'last' | 'before'>;
  readonly connection: (answer: Answer) => Connection<Row> | null | undefined;
}

/** One list: the state that its link describes, the page that the server answered, and what can be done with it. Give it to UiTable. */
export function useListView<Shape extends ListShape, Answer, Variables extends object, Row>(
  shape: Shape,
  source: ListSource<Shape, Answer, Variables, Row>,
) {
  const route = useRoute();
  const router = useRouter();
  const { locale } = useI18n();
  const { client } = useClientHandle();
  const state = computed(() => readListState(shape, route.query));
  const ask = (page: object): Variables => ({ ...source.variables(state.value), ...page }) as Variables;
  const asked = useQuery({ query: source.query, variables: computed(() => ask(pageOf(state.value))) });
  const { data, error, fetching } = asked;
  const page = computed(() => (data.value === undefined ? null : source.connection(data.value as Answer)) ?? null);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  // The server's sentences come in the reader's language.
  watch(locale, reload);

  const account = useSessionStore().signedIn?.accountId ?? '';
  const columnsKey = `veche.columns.${account}.${shape.name}`;
  // What this browser remembers stands until the server has said what its person likes, so that nothing moves under the eye.
  const liked = ref(knownColumns(shape, recallJson(columnsKey)));
  const kept = inject(keptColumnsKey, null);
  watch(
    () => kept?.of(shape.name),
    (columns) => {
      if (columns === undefined) return;
      liked.value = knownColumns(shape, columns);
      remember(columnsKey, columns && JSON.stringify(columns));
    },
    { immediate: true },
  );
  const go = (next: ListState<Shape>): void => void router.replace({ query: writeListState(shape, next) });

  return reactive({
    shape,
    state,
    columns: computed(() => state.value.columns ?? liked.value ?? plainColumns(shape)),
    rows: computed(() => page.value?.nodes ?? []),
    totalCount: computed(() => page.value?.totalCount ?? 0),
    hasNext: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    hasPrevious: computed(() => page.value?.pageInfo.hasPreviousPage ?? false),
    isNarrowed: computed(() => isNarrowed(state.value)),
    isLoading: computed(() => fetching.value && !page.value),
    isRefreshing: fetching,
    problem: computed(() => problemOf(error.value)),
    /** The same link again, for a saved view. */
    link: computed(() => writeListState(shape, { ...state.value, after: null, before: null, from: 1 })),
    reload,
    narrow: (change: ListChange<Shape>) => go(narrowed(state.value, change)),
    showAll: () => go({ ...readListState(shape, {}), sort: state.value.sort, columns: state.value.columns }),
    /** null: as a plain list shows them. Kept for this person, and in the link. */
    chooseColumns: (columns: readonly string[] | null) => {
      liked.value = columns;
      remember(columnsKey, columns && JSON.stringify(columns));
      kept?.keep(shape.name, columns);
      go({ ...state.value, columns });
    },
    next: () =>
      go({
        ...state.value,
        before: null,
        after: page.value?.pageInfo.endCursor ?? null,
        from: state.value.from + pageSize,
      }),
    previous: () => {
      const from = Math.max(1, state.value.from - pageSize);
      const before = from === 1 ? null : (page.value?.pageInfo.startCursor ?? null);
      go({ ...state.value, after: null, before, from });
    },
    /** Everything under this filter, page after page: for the export. */
    async *everyPage(): AsyncGenerator<readonly Row[]> {
      for (let after: string | null = null; ;) {
        const variables = ask({ first: 100, after });
        const answer = await client.query(source.query, variables, { requestPolicy: 'network-only' }).toPromise();
        if (answer.error) throw answer.error;
        const connection = answer.data === undefined ? null : source.connection(answer.data as Answer);
        yield connection?.nodes ?? [];
        after = connection?.pageInfo.endCursor ?? null;
        if (connection?.pageInfo.hasNextPage !== true || after === null) return;
      }
    },
  });
}

function knownColumns(shape: ListShape, remembered: unknown): readonly string[] | null {
  if (!Array.isArray(remembered)) return null;
  const known = shape.columns.filter((name) => remembered.includes(name));
  return known.length > 0 ? remembered.filter((name): name is string => known.includes(name as string)) : null;
}

/** What UiTable needs to know of a list, whatever its rows are. */
export interface ListView<Row> {
  readonly shape: ListShape;
  readonly state: ListState;
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  readonly totalCount: number;
  readonly hasNext: boolean;
  readonly hasPrevious: boolean;
  readonly isNarrowed: boolean;
  readonly isLoading: boolean;
  readonly isRefreshing: boolean;
  readonly problem: ReturnType<typeof problemOf>;
  readonly link: Readonly<Record<string, unknown>>;
  reload(): void;
  narrow(change: ListChange): void;
  showAll(): void;
  chooseColumns(columns: readonly string[] | null): void;
  next(): void;
  previous(): void;
  everyPage(): AsyncGenerator<readonly Row[]>;
}

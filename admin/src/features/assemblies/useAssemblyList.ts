import { AssembliesDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useRoute, useRouter } from 'vue-router';
import { problemOf } from '../../lib/problem.ts';
import { narrowed, pageSize, readListState, variablesOf, writeListState, type ListState } from './list-state.ts';

/** The list that the link describes. */
export function useAssemblyList() {
  const route = useRoute();
  const router = useRouter();
  const { locale } = useI18n();
  const state = computed(() => readListState(route.query));
  const asked = useQuery({
    query: AssembliesDocument,
    variables: computed(() => variablesOf(state.value)),
  });
  const { data, error, fetching } = asked;
  const page = computed(() => data.value?.assemblies);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  // The server's sentences come in the reader's language.
  watch(locale, reload);

  const go = (next: ListState): void => void router.replace({ query: writeListState(next) });

  return {
    state,
    assemblies: computed(() => page.value?.nodes ?? []),
    totalCount: computed(() => page.value?.totalCount ?? 0),
    hasNext: computed(() => page.value?.pageInfo.hasNextPage ?? false),
    hasPrevious: computed(() => page.value?.pageInfo.hasPreviousPage ?? false),
    isLoading: computed(() => fetching.value && !page.value),
    isRefreshing: fetching,
    problem: computed(() => problemOf(error.value)),
    reload,
    narrow: (change: Parameters<typeof narrowed>[1]) => go(narrowed(state.value, change)),
    showAll: () => go(narrowed(state.value, { states: [], text: '' })),
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
  };
}

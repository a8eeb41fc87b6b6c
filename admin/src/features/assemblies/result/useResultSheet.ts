import { AssemblyResultSheetDocument, type AssemblyResultSheetQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { problemOf } from '../../../lib/problem.ts';

export type ResultSheet = NonNullable<AssemblyResultSheetQuery['assembly']>;
export type CountedItem = NonNullable<ResultSheet['result']>['tally']['items'][number];

/** What stands for good, with the fractions and articles it rests on. */
export function useResultSheet(id: () => string) {
  const { locale } = useI18n();
  const asked = useQuery({ query: AssemblyResultSheetDocument, variables: computed(() => ({ id: id() })) });
  watch(locale, () => void asked.executeQuery({ requestPolicy: 'network-only' }));
  return {
    sheet: computed(() => asked.data.value?.assembly ?? null),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
  };
}

import { AssemblyDocument, CountChangedDocument, type AssemblyQuery } from '@veche/shared/operations';
import { useQuery, useSubscription } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { problemOf } from '../../lib/problem.ts';

export type ShownAssembly = NonNullable<AssemblyQuery['assembly']>;
export type ShownTally = NonNullable<ShownAssembly['tally']>;

/** One assembly, and its count as it moves. */
export function useAssembly(id: () => string) {
  const { locale } = useI18n();
  const asked = useQuery({
    query: AssemblyDocument,
    variables: computed(() => ({ id: id() })),
  });
  const { data, error, fetching } = asked;
  const assembly = computed(() => data.value?.assembly ?? null);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  watch(locale, reload);

  // The event says only that something changed; what is, is read again.
  const isLive = computed(() => assembly.value?.state === 'VOTING');
  useSubscription(
    {
      query: CountChangedDocument,
      variables: computed(() => ({ assemblyId: id() })),
      pause: computed(() => !isLive.value),
    },
    (_before, event) => {
      reload();
      return event;
    },
  );

  return {
    assembly,
    isLive,
    isLoading: computed(() => fetching.value && !data.value),
    problem: computed(() => problemOf(error.value)),
    reload,
  };
}

import {
  AssemblyDocument,
  BoardCountDocument,
  type AssemblyQuery,
  type BoardCountSubscription,
} from '@veche/shared/operations';
import { useQuery, useSubscription } from '@urql/vue';
import { computed, shallowRef, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { problemOf } from '../../lib/problem.ts';

export type ShownAssembly = NonNullable<AssemblyQuery['assembly']>;
export type ShownTally = NonNullable<ShownAssembly['tally']>;
type Counted = BoardCountSubscription['countChanged'];

/** One assembly, and its count as it moves. */
export function useAssembly(id: () => string) {
  const { locale } = useI18n();
  const asked = useQuery({ query: AssemblyDocument, variables: computed(() => ({ id: id() })) });
  const { data, error, fetching } = asked;
  const counted = shallowRef<Counted | null>(null);
  const stored = computed(() => data.value?.assembly ?? null);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });

  const isLive = computed(() => stored.value?.state === 'VOTING');
  // The event carries the count in the server's sentences; in another language it is asked for anew.
  const isPaused = computed(() => !isLive.value);
  const live = useSubscription(
    { query: BoardCountDocument, variables: computed(() => ({ assemblyId: id() })), pause: isPaused },
    (_before, event: BoardCountSubscription) => {
      counted.value = event.countChanged;
      if (event.countChanged.assembly.state !== stored.value?.state) reload();
      return event;
    },
  );
  watch(locale, () => {
    counted.value = null;
    reload();
  });
  watch(id, () => (counted.value = null));

  const assembly = computed((): ShownAssembly | null => {
    const newest = counted.value?.assembly;
    if (!stored.value || newest?.id !== stored.value.id || !isLive.value) return stored.value;
    return { ...stored.value, turnout: newest.turnout ?? null, tally: newest.tally ?? null };
  });

  return {
    assembly,
    isLive,
    /** Grows with everything that changes the count. */
    sequence: computed(() => counted.value?.sequence ?? 0),
    isLoading: computed(() => fetching.value && !data.value),
    problem: computed(() => problemOf(error.value ?? live.error.value)),
    reload,
  };
}

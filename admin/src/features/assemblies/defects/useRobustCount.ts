import { RobustCountDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { useRereading } from '../../../lib/useRereading.ts';

/** It looks at every sheet of paper, so it is not read more often than this. */
const pause = 5_000;

export function useRobustCount(assemblyId: () => string, sequence: () => number) {
  const asked = useQuery({ query: RobustCountDocument, variables: computed(() => ({ id: assemblyId() })) });
  useRereading(asked, sequence, pause);
  return {
    robust: computed(() => asked.data.value?.assembly?.robustCount ?? null),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
  };
}

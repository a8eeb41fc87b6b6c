import { OverviewFirstStepsDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';

/** Which of the first steps a new platform has taken. */
export function useFirstSteps() {
  const { data } = useQuery({ query: OverviewFirstStepsDocument, requestPolicy: 'cache-and-network' });
  const done = computed(() => {
    const { organisations, houses, registers, accounts } = data.value ?? {};
    const steps = [
      ['organisation', (organisations?.totalCount ?? 0) > 0],
      ['house', (houses?.totalCount ?? 0) > 0],
      ['register', registers?.nodes.some(({ house }) => house != null) ?? false],
      // The first account is the platform administrator's own.
      ['staff', (accounts?.totalCount ?? 0) > 1],
    ] as const;
    return new Set<string>(steps.flatMap(([name, isDone]) => (isDone ? [name] : [])));
  });
  return { done };
}

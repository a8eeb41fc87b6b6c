import { PremisesNumbersDocument, RollChangesDocument, type RollChangesQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { problemOf } from '../../../lib/problem.ts';

type Change = NonNullable<NonNullable<RollChangesQuery['assembly']>['rollChanges']>[number];
export interface ShownRollChange extends Change {
  readonly number: string | null;
}

/** What the register learned after the roll was frozen, the newest first, with the numbers of the premises. */
export function useRollChanges(id: () => string) {
  const asked = useQuery({ query: RollChangesDocument, variables: computed(() => ({ id: id() })) });
  const changes = computed(() => (asked.data.value?.assembly?.rollChanges ?? []).toReversed());
  const ids = computed(() => [...new Set(changes.value.map(({ premisesId }) => premisesId))].slice(0, 100));
  const named = useQuery({
    query: PremisesNumbersDocument,
    variables: computed(() => ({ ids: ids.value })),
    pause: computed(() => ids.value.length === 0),
  });
  const numbers = computed(
    () =>
      new Map(
        (named.data.value?.nodes ?? []).flatMap((node) =>
          node && 'number' in node ? [[node.id, node.number] as const] : [],
        ),
      ),
  );
  return {
    changes: computed((): ShownRollChange[] =>
      changes.value.map((change) => ({ ...change, number: numbers.value.get(change.premisesId) ?? null })),
    ),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
  };
}

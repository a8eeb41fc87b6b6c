import { NotYetVotedDocument, type NotYetVotedQuery, type NotYetVotedSort } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { useRereading } from '../../../lib/useRereading.ts';

export type SilentEntry = NotYetVotedQuery['notYetVoted']['nodes'][number];
const pause = 10_000;

/** Whose votes are still out: the heaviest, or by the stairs. Read again when the count moved, never under a hand. */
export function useHeaviestSilent(assemblyId: () => string, sequence: () => number, isHeld: () => boolean) {
  const sort = ref<NotYetVotedSort>('WEIGHT');
  const asked = useQuery({
    query: NotYetVotedDocument,
    variables: computed(() => ({ assemblyId: assemblyId(), first: 8, sort: sort.value })),
  });
  useRereading(asked, sequence, pause, isHeld);
  return {
    sort,
    entries: computed(() => asked.data.value?.notYetVoted.nodes ?? []),
    totalCount: computed(() => asked.data.value?.notYetVoted.totalCount ?? null),
  };
}

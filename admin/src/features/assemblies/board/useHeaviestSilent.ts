import { NotYetVotedDocument, type NotYetVotedQuery, type NotYetVotedSort } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose, ref, watch } from 'vue';

export type SilentEntry = NotYetVotedQuery['notYetVoted']['nodes'][number];
const pause = 10_000;

/** Whose votes are still out: the heaviest, or by the stairs. Read again when the count moved, never under a hand. */
export function useHeaviestSilent(assemblyId: () => string, sequence: () => number, isHeld: () => boolean) {
  const sort = ref<NotYetVotedSort>('WEIGHT');
  const asked = useQuery({
    query: NotYetVotedDocument,
    variables: computed(() => ({ assemblyId: assemblyId(), first: 8, sort: sort.value })),
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const read = (): void => {
    waiting = undefined;
    if (isHeld()) schedule();
    else void asked.executeQuery({ requestPolicy: 'network-only' });
  };
  function schedule(): void {
    waiting ??= setTimeout(read, pause);
  }
  watch(sequence, schedule);
  onScopeDispose(() => clearTimeout(waiting));
  return {
    sort,
    entries: computed(() => asked.data.value?.notYetVoted.nodes ?? []),
    totalCount: computed(() => asked.data.value?.notYetVoted.totalCount ?? null),
  };
}

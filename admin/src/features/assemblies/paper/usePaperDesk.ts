import { PaperDeskDocument, type PaperDeskQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose, watch } from 'vue';
import { problemOf } from '../../../lib/problem.ts';

export type Desk = NonNullable<NonNullable<PaperDeskQuery['assembly']>['paperDesk']>;

const [whileReadingMs, otherwiseMs] = [1500, 15_000];

/** How much paper waits for whom, asked again by itself: often while files are read. */
export function usePaperDesk(id: () => string) {
  const asked = useQuery({
    query: PaperDeskDocument,
    variables: computed(() => ({ id: id() })),
    requestPolicy: 'network-only',
  });
  const desk = computed((): Desk | null => asked.data.value?.assembly?.paperDesk ?? null);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(
    [asked.data, asked.error],
    () => {
      clearTimeout(waiting);
      waiting = setTimeout(reload, (desk.value?.filesReading ?? 0) > 0 ? whileReadingMs : otherwiseMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(waiting));
  const isLoading = computed(() => asked.fetching.value && !asked.data.value);
  return { desk, reload, isLoading, problem: computed(() => problemOf(asked.error.value)) };
}

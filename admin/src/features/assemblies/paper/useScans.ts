import { IncompleteBallotsDocument, ScansDocument, type ShownScanFragment } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose, watch } from 'vue';
import { problemOf } from '../../../lib/problem.ts';

export type ShownScan = ShownScanFragment;
const lookAgainMs = 1000;

/** Files of scans as the server has them, asked again by itself while one is read; and the ballots that lack a page. */
export function useScans(assemblyId: () => string) {
  const about = { variables: computed(() => ({ id: assemblyId() })), requestPolicy: 'network-only' } as const;
  const asked = useQuery({ query: ScansDocument, ...about });
  const lacking = useQuery({ query: IncompleteBallotsDocument, ...about });
  const scans = computed(() => asked.data.value?.assembly?.scans?.nodes ?? []);
  const isReading = computed(() => scans.value.some(({ state }) => state === 'READING'));
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch([asked.data, asked.error], () => {
    clearTimeout(waiting);
    if (isReading.value) waiting = setTimeout(reload, lookAgainMs);
  });
  watch(isReading, (reads) => {
    if (!reads) void lacking.executeQuery({ requestPolicy: 'network-only' });
  });
  onScopeDispose(() => clearTimeout(waiting));
  return {
    scans,
    total: computed(() => asked.data.value?.assembly?.scans?.totalCount ?? 0),
    incomplete: computed(() => lacking.data.value?.assembly?.scannedBallots?.nodes ?? []),
    reload,
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
  };
}

import {
  NameScanPageDocument,
  ScanQueueDocument,
  SetScanPageAsideDocument,
  type ScanQueueQuery,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';

type Listed = NonNullable<NonNullable<ScanQueueQuery['assembly']>['scanQueue']>;
export type QueuedPage = Listed['nodes'][number];

/** Pages that wait for a person, one after another; the next is there before the one on the desk is settled. */
export function useScanQueue(assemblyId: () => string) {
  const asked = useQuery({
    query: ScanQueueDocument,
    variables: computed(() => ({ id: assemblyId() })),
    requestPolicy: 'network-only',
  });
  const [naming, puttingAside] = [useMutation(NameScanPageDocument), useMutation(SetScanPageAsideDocument)];
  const [settled, skipped] = [ref(new Set<string>()), ref<readonly string[]>([])];
  const errors = ref<readonly UserErrorAt[]>([]);
  const failed = ref<Problem | null>(null);
  const isBusy = ref(false);
  const queue = computed(() => asked.data.value?.assembly?.scanQueue ?? null);
  /** What was passed over comes again when the others are done. */
  const waiting = computed(() =>
    (queue.value?.nodes ?? [])
      .filter(({ id }) => !settled.value.has(id))
      .toSorted((one, other) => skipped.value.indexOf(one.id) - skipped.value.indexOf(other.id)),
  );

  async function done(
    page: QueuedPage,
    error: Parameters<typeof problemOf>[0],
    told: readonly UserErrorAt[] | undefined,
  ) {
    isBusy.value = false;
    failed.value = problemOf(error);
    errors.value = told ?? [];
    const isGone = errors.value.some(({ code }) => code === 'PAGE_SETTLED');
    if (!error && (errors.value.length === 0 || isGone)) settled.value = new Set([...settled.value, page.id]);
    void asked.executeQuery({ requestPolicy: 'network-only' });
    return !error && errors.value.length === 0;
  }
  async function name(page: QueuedPage, printedNumber: string, sheetPage: number): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await naming.executeMutation({ input: { scanPageId: page.id, printedNumber, sheetPage } });
    return done(page, error, data?.nameScanPage.userErrors);
  }
  async function putAside(page: QueuedPage, reason: string): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await puttingAside.executeMutation({ input: { scanPageId: page.id, reason } });
    return done(page, error, data?.setScanPageAside.userErrors);
  }

  return {
    page: computed((): QueuedPage | null => waiting.value[0] ?? null),
    following: computed((): QueuedPage | null => waiting.value[1] ?? null),
    total: computed(() => queue.value?.totalCount ?? 0),
    errors,
    isBusy,
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => failed.value ?? problemOf(asked.error.value)),
    skip: ({ id }: QueuedPage): void => {
      errors.value = [];
      skipped.value = [...skipped.value.filter((one) => one !== id), id];
    },
    name,
    putAside,
  };
}

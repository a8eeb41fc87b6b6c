import {
  CommitImportDocument,
  DiscardImportDocument,
  ImportDocument,
  ImportSamplesDocument,
  MapImportDocument,
  RehearseImportDocument,
  UndoImportDocument,
  type ImportCardFragment,
  type MapImportInput,
} from '@veche/shared/operations';
import { useClientHandle, useQuery, type TypedDocumentNode } from '@urql/vue';
import { computed, onScopeDispose, ref, watch } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../lib/problem.ts';

interface Told {
  readonly import?: ImportCardFragment | null;
  readonly userErrors: readonly FieldRefusal[];
}

const pause = 700;

/** One import, asked again by itself while the server works on it. */
export function useImport(id: () => string) {
  const { client } = useClientHandle();
  const variables = computed(() => ({ id: id() }));
  const asked = useQuery({ query: ImportDocument, variables });
  const samples = useQuery({ query: ImportSamplesDocument, variables });
  const refusal = ref<FieldRefusal | null>(null);
  const failed = ref<Problem | null>(null);
  const isBusy = ref(false);
  const job = computed(() => asked.data.value?.import ?? null);
  const isWorking = computed(() => job.value?.state === 'REHEARSING' || job.value?.state === 'COMMITTING');
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });

  let waiting: ReturnType<typeof setTimeout> | undefined;
  // Every answer starts the next wait, so a slow server is never asked twice at once.
  watch(
    [job, isWorking, asked.error],
    () => {
      clearTimeout(waiting);
      if (isWorking.value) waiting = setTimeout(reload, pause);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(waiting);
  });

  async function send<Input, Answer>(
    document: TypedDocumentNode<Answer, { input: Input }>,
    input: Input,
    read: (answer: Answer) => Told,
  ): Promise<boolean> {
    isBusy.value = true;
    refusal.value = null;
    const { data, error } = await client.mutation(document, { input }).toPromise();
    isBusy.value = false;
    failed.value = problemOf(error);
    const told = data === undefined ? null : read(data);
    refusal.value = told?.userErrors[0] ?? null;
    reload();
    return told?.import != null && refusal.value === null;
  }
  const step = (): { importId: string } => ({ importId: id() });

  return {
    job,
    samples: computed(() => samples.data.value?.import?.preview ?? []),
    isWorking,
    isBusy: computed(() => isBusy.value),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    refusal: computed(() => refusal.value),
    problem: computed(() => failed.value ?? problemOf(asked.error.value)),
    reload,
    map: async (about: Omit<MapImportInput, 'importId'>) =>
      send(MapImportDocument, { ...step(), ...about }, ({ mapImport }) => mapImport),
    rehearse: async () => send(RehearseImportDocument, step(), ({ rehearseImport }) => rehearseImport),
    commit: async (skipRefused: boolean) =>
      send(CommitImportDocument, { ...step(), skipRefused }, ({ commitImport }) => commitImport),
    discard: async () => send(DiscardImportDocument, step(), ({ discardImport }) => discardImport),
    undo: async () => send(UndoImportDocument, step(), ({ undoImport }) => undoImport),
  };
}

import { AssemblyDocumentsDocument, type AssemblyDocumentsQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose, watch } from 'vue';
import { problemOf } from '../../../lib/problem.ts';

export type ShownDocument = NonNullable<AssemblyDocumentsQuery['assembly']>['documents'][number];
export type ShownSignature = ShownDocument['signatures'][number];

const lookAgainMs = 2000;

/** The papers of an assembly; while some are being written, it looks again by itself. */
export function useDocuments(id: () => string) {
  const asked = useQuery({ query: AssemblyDocumentsDocument, variables: computed(() => ({ id: id() })) });
  const assembly = computed(() => asked.data.value?.assembly ?? null);
  const reload = (): void => {
    void asked.executeQuery({ requestPolicy: 'network-only' });
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  watch(
    asked.data,
    () => {
      clearTimeout(timer);
      if ((assembly.value?.awaitedDocuments.length ?? 0) > 0) timer = setTimeout(reload, lookAgainMs);
    },
    { immediate: true },
  );
  onScopeDispose(() => {
    clearTimeout(timer);
  });
  return {
    documents: computed(() => assembly.value?.documents ?? []),
    awaited: computed(() => assembly.value?.awaitedDocuments ?? []),
    timeZone: computed(() => assembly.value?.timeZone ?? 'Europe/Moscow'),
    mayOpenEvidence: computed(() => assembly.value?.mayOpenEvidence === true),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
    reload,
  };
}

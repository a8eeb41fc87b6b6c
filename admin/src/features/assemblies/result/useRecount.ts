import { DisputedRecountDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';

/** The count without what is disputed still; null where nothing is. */
export function useRecount(assemblyId: () => string) {
  const asked = useQuery({ query: DisputedRecountDocument, variables: computed(() => ({ id: assemblyId() })) });
  return { recount: computed(() => asked.data.value?.assembly?.disputedRecount ?? null) };
}

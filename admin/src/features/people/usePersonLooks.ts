import { PersonLooksDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { problemOf } from '../../lib/problem.ts';
import { readLook } from './look.ts';

/** Who opened the sealed details of this person, and why. */
export function usePersonLooks(personId: () => string) {
  const first = ref(10);
  const asked = useQuery({
    query: PersonLooksDocument,
    variables: computed(() => ({ personId: personId(), first: first.value })),
  });
  const page = computed(() => asked.data.value?.journal);
  return {
    looks: computed(() => (page.value?.nodes ?? []).map(readLook)),
    hasMore: computed(() => first.value < 100 && (page.value?.totalCount ?? 0) > first.value),
    problem: computed(() => problemOf(asked.error.value)),
    more: () => {
      first.value = 100;
    },
    reload: () => void asked.executeQuery({ requestPolicy: 'network-only' }),
  };
}

import { PostedNoticeDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { problemOf } from '../../lib/problem.ts';

/** The notice, asked for when it is opened and not before: the server notes when whoever it is for first does. */
export function useNotice(id: () => string, isOpen: () => boolean) {
  const asked = useQuery({
    query: PostedNoticeDocument,
    variables: computed(() => ({ id: id() })),
    pause: computed(() => !isOpen()),
  });
  return {
    notice: computed(() => asked.data.value?.assembly?.notice ?? null),
    problem: computed(() => problemOf(asked.error.value)),
  };
}

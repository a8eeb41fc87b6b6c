import { AssemblyBriefDocument, type AssemblyBriefQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed } from 'vue';
import { problemOf } from '../../../lib/problem.ts';

export type BriefAssembly = NonNullable<AssemblyBriefQuery['assembly']>;

/** What the lists of an assembly say of it above themselves. */
export function useAssemblyBrief(id: () => string) {
  const { data, error, fetching } = useQuery({
    query: AssemblyBriefDocument,
    variables: computed(() => ({ id: id() })),
  });
  return {
    assembly: computed(() => data.value?.assembly ?? null),
    /** The clock of the house. */
    timeZone: computed(() => data.value?.assembly?.timeZone ?? 'Europe/Moscow'),
    isLoading: computed(() => fetching.value && !data.value),
    problem: computed(() => problemOf(error.value)),
  };
}

import { BallotDocument, UpholdDisputeDocument, type BallotQuery } from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../../lib/problem.ts';

export type ShownBallot = NonNullable<BallotQuery['ballot']>;

/** One ballot, with its answers where they may be read. */
export function useBallot(id: () => string) {
  const asked = useQuery({ query: BallotDocument, variables: computed(() => ({ id: id() })) });
  const upholding = useMutation(UpholdDisputeDocument);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  /** The owner says it is not theirs, and is right: true when it fell. */
  async function uphold(evidence: string): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await upholding.executeMutation({ input: { ballotId: id(), evidence } });
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = data?.upholdDispute.userErrors[0] ?? null;
    if (!data?.upholdDispute.ballot) return false;
    await asked.executeQuery({ requestPolicy: 'network-only' });
    return true;
  }

  return {
    ballot: computed(() => asked.data.value?.ballot ?? null),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    refusal,
    problem: computed(() => problem.value ?? problemOf(asked.error.value)),
    isBusy,
    uphold,
  };
}

import {
  BallotDocument,
  RejectDisputeDocument,
  UpholdDisputeDocument,
  type BallotQuery,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../../lib/problem.ts';

export type ShownBallot = NonNullable<BallotQuery['ballot']>;
export type BallotDispute = NonNullable<ShownBallot['dispute']>;
export type DisputeVerb = 'uphold' | 'reject';
export interface WrittenAnswer {
  readonly evidence: string;
  readonly reason: string;
  readonly evidenceFileIds: readonly string[];
}

/** One ballot, with its answers where they may be read. */
export function useBallot(id: () => string) {
  const asked = useQuery({ query: BallotDocument, variables: computed(() => ({ id: id() })) });
  const upholding = useMutation(UpholdDisputeDocument);
  const rejecting = useMutation(RejectDisputeDocument);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  /** Answers the owner who says that it is not theirs: true when the answer stands. */
  async function answer(verb: DisputeVerb, written: WrittenAnswer): Promise<boolean> {
    const { evidence, reason, evidenceFileIds } = written;
    isBusy.value = true;
    const input = { ballotId: id(), evidence, evidenceFileIds: [...evidenceFileIds] };
    const { payload, error } =
      verb === 'uphold'
        ? await upholding
            .executeMutation({ input })
            .then(({ data, error: failed }) => ({ payload: data?.upholdDispute, error: failed }))
        : await rejecting
            .executeMutation({ input: { ...input, reason } })
            .then(({ data, error: failed }) => ({ payload: data?.rejectDispute, error: failed }));
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = payload?.userErrors[0] ?? null;
    if (!payload?.ballot) return false;
    await asked.executeQuery({ requestPolicy: 'network-only' });
    return true;
  }

  return {
    ballot: computed(() => asked.data.value?.ballot ?? null),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    refusal,
    problem: computed(() => problem.value ?? problemOf(asked.error.value)),
    isBusy,
    answer,
  };
}

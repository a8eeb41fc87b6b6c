import { AbortVotingDocument, CancelAssemblyDocument } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../lib/problem.ts';

/** Calls an assembly off before it opens, or, for the operator of the platform, while it votes. */
export function useCancel() {
  const cancelling = useMutation(CancelAssemblyDocument);
  const aborting = useMutation(AbortVotingDocument);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  /** true: it is called off. */
  async function stop(action: 'CANCEL' | 'ABORT', assemblyId: string, reason: string): Promise<boolean> {
    isBusy.value = true;
    const input = { assemblyId, reason };
    const { payload, error } =
      action === 'CANCEL'
        ? await cancelling
            .executeMutation({ input })
            .then((answer) => ({ payload: answer.data?.cancelAssembly, error: answer.error }))
        : await aborting
            .executeMutation({ input })
            .then((answer) => ({ payload: answer.data?.abortVoting, error: answer.error }));
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = payload?.userErrors[0] ?? null;
    return payload?.assembly != null;
  }

  return { refusal, problem, isBusy, stop };
}

import { OpenEvidenceDocument } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../../lib/outcome.ts';

/** A recorded look at the evidence package; the answer is where it is downloaded. */
export function useEvidence() {
  const opening = useMutation(OpenEvidenceDocument);
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);

  async function open(assemblyId: string, reason: string): Promise<string | null> {
    isBusy.value = true;
    const { data, error } = await opening.executeMutation({ input: { assemblyId, reason } });
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.openEvidence.userErrors);
    return data?.openEvidence.fileUrl ?? null;
  }

  return { outcome, isBusy, open };
}

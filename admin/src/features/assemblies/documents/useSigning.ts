import { SignDocumentDocument } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../../lib/outcome.ts';

/** Records a signature made elsewhere, or with null has the server sign. */
export function useSigning() {
  const signing = useMutation(SignDocumentDocument);
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);

  async function sign(documentId: string, signature: string | null): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await signing.executeMutation({ input: { documentId, signature } });
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.signDocument.userErrors);
    return outcome.value.isDone;
  }

  return { outcome, isBusy, sign };
}

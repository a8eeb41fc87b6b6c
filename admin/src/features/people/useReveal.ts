import { RevealPersonDocument, type PersonDetail, type RevealPersonMutation } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';

export type ShownDetails = NonNullable<NonNullable<RevealPersonMutation['revealPerson']>['details']>;

export const personDetails = ['SNILS', 'PASSPORT', 'BIRTH_DATE', 'PHONES', 'EMAILS'] as const satisfies PersonDetail[];

/** A recorded look at what is sealed; what it showed is forgotten with the page. */
export function useReveal() {
  const revealing = useMutation(RevealPersonDocument);
  const details = ref<ShownDetails | null>(null);
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);

  async function reveal(personId: string, reason: string, fields: readonly PersonDetail[]): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await revealing.executeMutation({ input: { personId, reason, fields: [...fields] } });
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.revealPerson.userErrors);
    details.value = data?.revealPerson.details ?? details.value;
    return outcome.value.isDone;
  }

  return {
    details,
    outcome,
    isBusy,
    reveal,
    cover: () => {
      details.value = null;
    },
  };
}

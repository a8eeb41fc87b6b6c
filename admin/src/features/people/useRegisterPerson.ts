import { RegisterPersonDocument, type RegisterPersonInput } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';

/** Enters a person into the register, or finds the one who is there already. */
export function useRegisterPerson() {
  const registering = useMutation(RegisterPersonDocument);
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);

  async function register(input: RegisterPersonInput): Promise<{ id: string; alreadyKnown: boolean } | null> {
    isBusy.value = true;
    const { data, error } = await registering.executeMutation({ input });
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.registerPerson.userErrors);
    const person = data?.registerPerson.person;
    return person ? { id: person.id, alreadyKnown: data.registerPerson.alreadyKnown === true } : null;
  }

  return { outcome, isBusy, register };
}

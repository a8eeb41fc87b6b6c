import { AmendPersonDocument, PersonDocument, type AmendPersonInput, type PersonQuery } from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { problemOf } from '../../lib/problem.ts';
import { useSessionStore } from '../../lib/session.store.ts';

export type ShownPerson = NonNullable<PersonQuery['person']>;

/** One person of the register. */
export function usePerson(id: () => string) {
  const { locale } = useI18n();
  const session = useSessionStore();
  const asked = useQuery({ query: PersonDocument, variables: computed(() => ({ id: id() })) });
  const { data, error, fetching } = asked;
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  watch(locale, reload);

  const amending = useMutation(AmendPersonDocument);
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  async function amend(input: AmendPersonInput): Promise<boolean> {
    isBusy.value = true;
    const answer = await amending.executeMutation({ input });
    isBusy.value = false;
    outcome.value = outcomeOf(answer.error, answer.data?.amendPerson.userErrors);
    // Also after a stale version: both versions are shown.
    reload();
    return outcome.value.isDone;
  }

  return {
    person: computed(() => data.value?.person ?? null),
    isLoading: computed(() => fetching.value && !data.value),
    problem: computed(() => problemOf(error.value)),
    reload,
    mayAmend: computed(() => session.holdsEverywhere('PLATFORM_ADMINISTRATOR')),
    mayReveal: computed(
      () => session.holds('PLATFORM_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR') || session.signedIn?.personId === id(),
    ),
    mayReadAccounts: computed(() => session.holdsEverywhere('PLATFORM_ADMINISTRATOR', 'AUDITOR')),
    outcome,
    isBusy,
    amend,
    forget: () => {
      outcome.value = nothingYet;
    },
  };
}

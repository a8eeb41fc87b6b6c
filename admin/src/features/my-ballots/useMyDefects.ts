import { ConfirmBallotDocument, MyDefectsDocument } from '@veche/shared/operations';
import { useClientHandle, useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';

/** What is wanting on a paper ballot of the viewer's, and their word that it is theirs all the same. */
export function useMyDefects(ballotId: () => string) {
  const { client } = useClientHandle();
  const { locale } = useI18n();
  const asked = useQuery({ query: MyDefectsDocument, variables: computed(() => ({ id: ballotId() })) });
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  watch(locale, reload);

  async function confirm(): Promise<void> {
    isBusy.value = true;
    const { data, error } = await client
      .mutation(ConfirmBallotDocument, { input: { ballotId: ballotId() } })
      .toPromise();
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.confirmBallot.userErrors);
    if (outcome.value.isDone) reload();
  }
  return {
    open: computed(() => (asked.data.value?.ballot?.defects ?? []).filter(({ state }) => state === 'OPEN')),
    outcome,
    isBusy,
    confirm,
  };
}

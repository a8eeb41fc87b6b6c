import { MarkMessagesReadDocument, MyBallotDocument, OpenDisputeDocument } from '@veche/shared/operations';
import { useClientHandle, useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { problemOf } from '../../lib/problem.ts';
import { useUnreadStore } from '../../lib/unread.store.ts';

/** One ballot of the viewer's, and the way to say that it is not theirs. */
export function useMyBallot(id: () => string) {
  const { client } = useClientHandle();
  const { locale } = useI18n();
  const unread = useUnreadStore();
  const asked = useQuery({ query: MyBallotDocument, variables: computed(() => ({ id: id() })) });
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  watch(locale, reload);

  async function dispute(statement: string): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await client
      .mutation(OpenDisputeDocument, { input: { ballotId: id(), statement } })
      .toPromise();
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.openDispute.userErrors);
    if (outcome.value.isDone) reload();
    return outcome.value.isDone;
  }
  /** Whoever opens the ballot from a message has read it. */
  async function markRead(messageId: string): Promise<void> {
    const { data } = await client
      .mutation(MarkMessagesReadDocument, { input: { messageIds: [messageId] } })
      .toPromise();
    unread.count = data?.markMessagesRead.unread ?? unread.count;
  }

  return {
    ballot: computed(() => asked.data.value?.ballot ?? null),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
    outcome,
    isBusy,
    dispute,
    markRead,
    begin: () => {
      outcome.value = nothingYet;
    },
    reload,
  };
}

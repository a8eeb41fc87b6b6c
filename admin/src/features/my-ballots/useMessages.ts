import { MarkMessagesReadDocument, MyMessagesDocument, type MyMessagesQuery } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { useUnreadStore } from '../../lib/unread.store.ts';
import { useListView } from '../../lib/useListView.ts';
import { messageList } from './my-lists.ts';

export type Message = MyMessagesQuery['myMessages']['nodes'][number];

/** What the viewer was told, and what of it they have read. */
export function useMessages() {
  const { client } = useClientHandle();
  const unread = useUnreadStore();
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const list = useListView(messageList, {
    query: MyMessagesDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      unread: filters.state.length > 0,
      text: text === '' ? null : text,
    }),
    connection: ({ myMessages }) => myMessages,
  });

  async function markRead(messageIds: readonly string[]): Promise<void> {
    isBusy.value = true;
    const input = { messageIds: [...messageIds] };
    const { data, error } = await client.mutation(MarkMessagesReadDocument, { input }).toPromise();
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.markMessagesRead.userErrors);
    unread.count = data?.markMessagesRead.unread ?? unread.count;
    list.reload();
  }

  return { list, outcome, isBusy, markRead };
}

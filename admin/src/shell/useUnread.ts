import { MyUnreadMessagesDocument } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { onScopeDispose, watch } from 'vue';
import { useRoute } from 'vue-router';
import { useUnreadStore } from '../lib/unread.store.ts';

const halfAMinute = 30_000;

/** Asks for unread messages every half minute while the page is looked at, when it is looked at again, and on every other page. */
export function useUnread(): void {
  const { client } = useClientHandle();
  const route = useRoute();
  const unread = useUnreadStore();

  async function ask(): Promise<void> {
    if (document.visibilityState !== 'visible') return;
    const answer = await client.query(MyUnreadMessagesDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (answer.data) unread.count = answer.data.myUnreadMessages;
  }
  const look = (): void => void ask();
  const timer = setInterval(look, halfAMinute);
  document.addEventListener('visibilitychange', look);
  watch(() => route.path, look, { immediate: true });
  onScopeDispose(() => {
    clearInterval(timer);
    document.removeEventListener('visibilitychange', look);
  });
}

import {
  ChatChangedDocument,
  ChatRulesDocument,
  EditChatMessageDocument,
  HideChatMessageDocument,
  PostChatMessageDocument,
  RestoreChatMessageDocument,
  SetChatSlowModeDocument,
  type ChatMessagePartsFragment,
} from '@veche/shared/operations';
import { useMutation, useQuery, useSubscription, type AnyVariables, type TypedDocumentNode } from '@urql/vue';
import { computed, ref, shallowRef } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../../lib/problem.ts';
import { withNewest } from './newest-first.ts';

export type ChatMessage = ChatMessagePartsFragment;
interface Payload {
  readonly message?: ChatMessage | null;
  readonly userErrors: readonly FieldRefusal[];
}
const longest = 200;

/** The chat of an assembly as it moves, and everything one may do in it. */
export function useChat(assemblyId: () => string) {
  const newest = shallowRef<readonly ChatMessage[]>([]);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  const take = (came: readonly ChatMessage[]): void => {
    newest.value = withNewest(newest.value, came, longest);
  };
  const rules = useQuery({ query: ChatRulesDocument, variables: computed(() => ({ id: assemblyId() })) });
  useSubscription(
    { query: ChatChangedDocument, variables: computed(() => ({ assemblyId: assemblyId() })) },
    (_before, event: { readonly chatChanged: { readonly messages: readonly ChatMessage[] } }) => {
      take(event.chatChanged.messages);
      return event;
    },
  );

  /** A verb of the chat: true when it was done. */
  function verb<Answer, Variables extends AnyVariables>(
    document: TypedDocumentNode<Answer, Variables>,
    payloadOf: (answer: Answer) => Payload,
  ) {
    const mutation = useMutation(document);
    return async (variables: Variables): Promise<boolean> => {
      isBusy.value = true;
      const { data, error } = await mutation.executeMutation(variables);
      isBusy.value = false;
      problem.value = problemOf(error);
      const payload = data == null ? null : payloadOf(data);
      refusal.value = payload?.userErrors[0] ?? null;
      if (payload?.message) take([payload.message]);
      return payload !== null && payload.userErrors.length === 0;
    };
  }
  const posting = verb(PostChatMessageDocument, ({ postChatMessage }) => postChatMessage);
  const editing = verb(EditChatMessageDocument, ({ editChatMessage }) => editChatMessage);
  const hiding = verb(HideChatMessageDocument, ({ hideChatMessage }) => hideChatMessage);
  const restoring = verb(RestoreChatMessageDocument, ({ restoreChatMessage }) => restoreChatMessage);
  const slowing = verb(SetChatSlowModeDocument, ({ setChatSlowMode }) => setChatSlowMode);

  return {
    /** As they were posted, the oldest first. */
    messages: computed(() => newest.value.toSorted((one, other) => one.postedAt.localeCompare(other.postedAt))),
    rules: computed(() => rules.data.value?.assembly?.chatRules ?? null),
    refusal,
    problem,
    isBusy,
    post: async (text: string, idempotencyKey: string) =>
      posting({ input: { assemblyId: assemblyId(), text, idempotencyKey } }),
    edit: async ({ id, version }: ChatMessage, text: string) => editing({ input: { messageId: id, version, text } }),
    hide: async ({ id }: ChatMessage, reason: string) => hiding({ input: { messageId: id, reason } }),
    restore: async ({ id }: ChatMessage) => restoring({ input: { messageId: id } }),
    slowDown: async (seconds: number) => {
      const isDone = await slowing({ input: { assemblyId: assemblyId(), seconds } });
      if (isDone) await rules.executeQuery({ requestPolicy: 'network-only' });
      return isDone;
    },
  };
}

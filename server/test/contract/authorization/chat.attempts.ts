import { mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

const voting = (city: City): string => city.assemblies.voting.id;

/** A new message of the owner. */
async function posted(city: City, hidden = false): Promise<{ id: string; version: number }> {
  // Attempts come quicker than people may write.
  await city.world.sql.query(`update chat_message set posted_at = posted_at - interval '11 minutes'`);
  const message = await city.made<{ id: string; version: number }>(
    'owner',
    'postChatMessage',
    { assemblyId: voting(city), text: `Соседи, ${city.number()}`, idempotencyKey: `attempt-${city.number()}` },
    'message',
    'id version',
  );
  if (hidden) await city.made('keeper', 'hideChatMessage', { messageId: message.id, reason: 'не о деле' }, 'message');
  return message;
}

function inChat(selection: string, path: readonly string[], lacking?: Attempt['lacking'], hidden = false): Attempt {
  return {
    root: 'assembly',
    ...(lacking ? { lacking } : {}),
    ask: async (city) => {
      await posted(city, hidden);
      return {
        document: `query ($id: ID!) { assembly(id: $id) { chat(last: 1) { nodes { ${selection} } } } }`,
        variables: { id: voting(city) },
      };
    },
    sees: (answer) => answer.at('chat', 'nodes', ...path).isThere,
  };
}

export const chatAttempts: Readonly<Record<string, Attempt>> = {
  'Query.node:ChatMessage': {
    root: 'node',
    lacking: ['assemblies:read'],
    ask: async (city) => ({
      document: 'query ($id: ID!) { node(id: $id) { id } }',
      variables: { id: (await posted(city)).id },
    }),
  },
  'Mutation.postChatMessage': mutation('postChatMessage', (city) => ({
    assemblyId: voting(city),
    text: 'Когда начнут?',
    idempotencyKey: `attempt-${city.number()}`,
  })),
  'Mutation.editChatMessage': mutation('editChatMessage', async (city) => {
    const { id, version } = await posted(city);
    return { messageId: id, version, text: 'Исправлено' };
  }),
  'Mutation.hideChatMessage': mutation('hideChatMessage', async (city) => ({
    messageId: (await posted(city)).id,
    reason: 'не о деле',
  })),
  'Mutation.restoreChatMessage': mutation('restoreChatMessage', async (city) => ({
    messageId: (await posted(city, true)).id,
  })),
  'Mutation.setChatSlowMode': mutation('setChatSlowMode', (city) => ({ assemblyId: voting(city), seconds: 0 })),
  'Subscription.chatChanged': {
    ask: (city) => ({
      document: 'subscription ($id: ID!) { chatChanged(assemblyId: $id) { sequence messages { id } } }',
      variables: { id: voting(city) },
    }),
  },
  'Assembly.chat': inChat('id', ['id'], ['assemblies:read']),
  'ChatMessage.text:hidden': inChat('text', ['text'], ['assemblies:read'], true),
  'ChatMessage.authorName': inChat('authorName', ['authorName'], ['people:read']),
};

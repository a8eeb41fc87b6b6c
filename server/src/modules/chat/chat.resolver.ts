import { Arg, Ctx, Field, ID, Int, Mutation, ObjectType, Resolver, Root, Subscription } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { readStreamArgs } from '../../kernel/live.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { AssemblyType, findAssembly } from '../assembly/index.ts';
import {
  EditChatMessageInput,
  HideChatMessageInput,
  PostChatMessageInput,
  RestoreChatMessageInput,
  SetChatSlowModeInput,
} from './chat.input.ts';
import { findMessage } from './chat.queries.ts';
import { ChatEvent, chatMessageType, ChatMessageType } from './chat.type.ts';
import { editChatMessage } from './commands/edit-chat-message.ts';
import { hideChatMessage } from './commands/hide-chat-message.ts';
import { postChatMessage } from './commands/post-chat-message.ts';
import { restoreChatMessage } from './commands/restore-chat-message.ts';
import { setChatSlowMode } from './commands/set-chat-slow-mode.ts';
import { followChat, type ChatChange } from './read-chat.ts';

@ObjectType()
export class ChatMessagePayload extends Payload {
  @Field(() => ChatMessageType, { nullable: true })
  message?: ChatMessageType | null;
}

@ObjectType()
export class ChatRulesPayload extends Payload {
  @Field(() => AssemblyType, { nullable: true })
  assembly?: AssemblyType | null;
}

const runners = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

@Resolver()
export class ChatResolver {
  @Access('SIGNED_IN', 'assemblies:write')
  @Mutation(() => ChatMessagePayload, {
    description:
      'Writes to the chat of an assembly: owners, whoever acts for them, and whoever runs it. At most 20 messages in ten minutes, and at the pace of slow mode.',
  })
  async postChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => PostChatMessageInput) input: PostChatMessageInput,
  ): Promise<ChatMessagePayload> {
    return payload(context, async () => ({
      message: await findMessage(context, (await postChatMessage(context, input)).messageId),
    }));
  }

  @Access('SIGNED_IN', 'assemblies:write')
  @Mutation(() => ChatMessagePayload, {
    description: 'Corrects a message of your own within five minutes; what stood before is kept.',
  })
  async editChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => EditChatMessageInput) input: EditChatMessageInput,
  ): Promise<ChatMessagePayload> {
    return payload(context, async () => ({
      message: await findMessage(context, (await editChatMessage(context, input)).messageId),
    }));
  }

  @Access(runners, 'assemblies:write')
  @Mutation(() => ChatMessagePayload, { description: 'Hides a message, with a reason everybody reads.' })
  async hideChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => HideChatMessageInput) input: HideChatMessageInput,
  ): Promise<ChatMessagePayload> {
    return payload(context, async () => ({
      message: await findMessage(context, (await hideChatMessage(context, input)).messageId),
    }));
  }

  @Access(runners, 'assemblies:write')
  @Mutation(() => ChatMessagePayload, { description: 'Shows a hidden message again.' })
  async restoreChatMessage(
    @Ctx() context: Context,
    @Arg('input', () => RestoreChatMessageInput) input: RestoreChatMessageInput,
  ): Promise<ChatMessagePayload> {
    return payload(context, async () => ({
      message: await findMessage(context, (await restoreChatMessage(context, input)).messageId),
    }));
  }

  @Access(runners, 'assemblies:write')
  @Mutation(() => ChatRulesPayload, { description: 'Sets the pause between two messages of one person.' })
  async setChatSlowMode(
    @Ctx() context: Context,
    @Arg('input', () => SetChatSlowModeInput) input: SetChatSlowModeInput,
  ): Promise<ChatRulesPayload> {
    return payload(context, async () => ({
      assembly: await findAssembly(context, (await setChatSlowMode(context, input)).assemblyId),
    }));
  }

  @Access('SIGNED_IN', 'assemblies:read')
  @Subscription(() => ChatEvent, {
    description:
      'The chat of an assembly as it moves: the latest 50 messages at once, then those new or changed, a changed one with its new text; `after` goes on where you were.',
    subscribe: async ({ args, context }) => {
      const { assemblyId, after } = readStreamArgs(args);
      return followChat(context as Context, assemblyId, after);
    },
  })
  chatChanged(
    @Root() change: ChatChange,
    @Arg('assemblyId', () => ID) _assemblyId: string,
    @Arg('after', () => Int, { nullable: true }) _after?: number | null,
  ): ChatEvent {
    return { sequence: change.sequence, lagged: change.lagged, messages: change.rows.map(chatMessageType) };
  }
}

import { Args, Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { AssemblyType } from '../assembly/index.ts';
import { authorNameOf, chatOf, chatRulesOf, isOwn, mayEdit, mayHide, textOf } from './chat.queries.ts';
import { ChatMessageType, ChatRules } from './chat.type.ts';

const ChatMessageConnection = connectionOf(ChatMessageType, 'ChatMessage');

@Resolver(() => ChatMessageType)
export class ChatMessageResolver {
  @FieldResolver(() => String, { nullable: true, description: 'null for a token without `people:read`.' })
  async authorName(@Ctx() context: Context, @Root() message: ChatMessageType): Promise<string | null> {
    return authorNameOf(context, message);
  }

  @FieldResolver(() => String, { nullable: true, description: 'null when it is hidden and you do not moderate.' })
  text(@Ctx() context: Context, @Root() message: ChatMessageType): string | null {
    return textOf(context, message);
  }

  @FieldResolver(() => Boolean, { description: 'You wrote it.' })
  own(@Ctx() context: Context, @Root() message: ChatMessageType): boolean {
    return isOwn(context, message);
  }

  @FieldResolver(() => Boolean, { description: 'Your own, not hidden, and not older than five minutes.' })
  mayEdit(@Ctx() context: Context, @Root() message: ChatMessageType): boolean {
    return mayEdit(context, message);
  }

  @FieldResolver(() => Boolean, { description: 'You moderate: hide it, or restore it when it is hidden.' })
  mayHide(@Ctx() context: Context, @Root() message: ChatMessageType): boolean {
    return mayHide(context, message);
  }
}

/** Adds the chat to an assembly; the assembly module does not know of it. */
@Resolver(() => AssemblyType)
export class AssemblyChatResolver {
  @FieldResolver(() => ChatMessageConnection, { description: 'In the order of posting; `last` is the newest.' })
  async chat(
    @Ctx() context: Context,
    @Root() assembly: AssemblyType,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<ChatMessageType>> {
    return chatOf(context, assembly, page);
  }

  @FieldResolver(() => ChatRules)
  async chatRules(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<ChatRules> {
    return chatRulesOf(context, assembly);
  }
}

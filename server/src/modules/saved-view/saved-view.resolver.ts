import { Arg, Args, Ctx, Field, ID, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { deleteView } from './commands/delete-view.ts';
import { renameView } from './commands/rename-view.ts';
import { saveView } from './commands/save-view.ts';
import { shareView } from './commands/share-view.ts';
import { DeleteViewInput, RenameViewInput, SaveViewInput, ShareViewInput } from './saved-view.input.ts';
import { listSavedViews, savedViewById, savedViewsById } from './saved-view.queries.ts';
import { SavedViewType } from './saved-view.type.ts';

@ObjectType()
export class SavedViewPayload extends Payload {
  @Field(() => SavedViewType, { nullable: true })
  savedView?: SavedViewType | null;
}

@ObjectType()
export class DeleteViewPayload extends Payload {
  @Field(() => ID, { nullable: true })
  savedViewId?: string | null;
}

const SavedViewConnection = connectionOf(SavedViewType, 'SavedView');

provideNodes('SavedView', { access: { who: 'SIGNED_IN', scope: 'profile' }, load: savedViewsById });

@Resolver(() => SavedViewType)
export class SavedViewResolver {
  @Access('SIGNED_IN', 'profile')
  @Query(() => SavedViewConnection, {
    description: 'Views of one list of the console: your own, and for staff also those that other staff share.',
  })
  async savedViews(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('list', () => String) list: string,
  ): Promise<Page<SavedViewType>> {
    return listSavedViews(context, page, list);
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => SavedViewPayload, { description: 'Keeps a list under a name; only staff may share one.' })
  async saveView(
    @Ctx() context: Context,
    @Arg('input', () => SaveViewInput) input: SaveViewInput,
  ): Promise<SavedViewPayload> {
    return payload(context, async () => ({
      savedView: await savedViewById(context, (await saveView(context, input)).savedViewId),
    }));
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => SavedViewPayload, { description: 'Another name for a view of yours.' })
  async renameView(
    @Ctx() context: Context,
    @Arg('input', () => RenameViewInput) input: RenameViewInput,
  ): Promise<SavedViewPayload> {
    return payload(context, async () => ({
      savedView: await savedViewById(context, (await renameView(context, input)).savedViewId),
    }));
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => SavedViewPayload, { description: 'Shows a view of yours to all staff, or to nobody else.' })
  async shareView(
    @Ctx() context: Context,
    @Arg('input', () => ShareViewInput) input: ShareViewInput,
  ): Promise<SavedViewPayload> {
    return payload(context, async () => ({
      savedView: await savedViewById(context, (await shareView(context, input)).savedViewId),
    }));
  }

  @Access('SIGNED_IN', 'profile')
  @Mutation(() => DeleteViewPayload, { description: 'Nobody finds this view of yours any more.' })
  async deleteView(
    @Ctx() context: Context,
    @Arg('input', () => DeleteViewInput) input: DeleteViewInput,
  ): Promise<DeleteViewPayload> {
    return payload(context, async () => ({
      savedViewId: encodeId('SavedView', (await deleteView(context, input)).savedViewId),
    }));
  }
}

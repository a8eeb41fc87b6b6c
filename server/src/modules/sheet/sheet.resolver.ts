import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import type { MaybePromise } from '../../kernel/load-by-id.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { PremisesType } from '../registry/index.ts';
import { BallotType } from '../voting/index.ts';
import { confirmSheet } from './commands/confirm-sheet.ts';
import { decideSheet } from './commands/decide-sheet.ts';
import { enterSheet } from './commands/enter-sheet.ts';
import { openNextSheet } from './commands/open-next-sheet.ts';
import { takeInSheet } from './commands/take-in-sheet.ts';
import type { SheetState } from './rules/sheet-lifecycle.ts';
import type { DifferenceKind } from './rules/transcription.ts';
import {
  ConfirmSheetInput,
  DecideSheetInput,
  EnterSheetInput,
  OpenNextSheetInput,
  TakeInSheetInput,
} from './sheet.input.ts';
import { allPremises, ballotsOf, differencesOn, findSheet, listSheets, transcriptionsOf } from './sheet.queries.ts';
import {
  DifferenceKindEnum,
  PaperSheetConnection,
  PaperSheetPayload,
  PaperSheetType,
  SheetStateEnum,
  TranscriptionType,
} from './sheet.type.ts';

const staff = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

async function answer(
  context: Context,
  command: () => Promise<{ readonly sheetId: string | null }>,
): Promise<PaperSheetPayload> {
  return payload(context, async () => {
    const { sheetId } = await command();
    return { sheet: sheetId === null ? null : await findSheet(context, sheetId) };
  });
}

@Resolver(() => PaperSheetType)
export class PaperSheetResolver {
  @Access(staff, 'ballots:enter')
  @Query(() => PaperSheetConnection, {
    description: 'The papers taken in for an assembly that you run, the oldest first.',
  })
  async paperSheets(
    @Ctx() context: Context,
    @Arg('assemblyId', () => ID) assemblyId: string,
    @Arg('states', () => [SheetStateEnum], { nullable: true }) states: SheetState[] | null,
    @Arg('takenIn', () => Boolean, {
      nullable: true,
      description: 'true: without those that are here as a scan alone.',
    })
    takenIn: boolean | null,
    @Args(() => PageArgs) page: PageArgs,
  ): Promise<Page<PaperSheetType>> {
    return listSheets(context, assemblyId, { states, takenIn: takenIn === true }, page);
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => PaperSheetPayload, {
    description: 'Takes a paper in, by its code or number, or a form that nobody printed here. Until T1.',
  })
  async takeInSheet(
    @Ctx() context: Context,
    @Arg('input', () => TakeInSheetInput) input: TakeInSheetInput,
  ): Promise<PaperSheetPayload> {
    return answer(context, async () => takeInSheet(context, input));
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => PaperSheetPayload, {
    description: 'The sheet that waits longest, held for you alone for ten minutes; never one that you entered before.',
  })
  async openNextSheet(
    @Ctx() context: Context,
    @Arg('input', () => OpenNextSheetInput) input: OpenNextSheetInput,
  ): Promise<PaperSheetPayload> {
    return answer(context, async () => openNextSheet(context, input));
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => PaperSheetPayload, {
    description: 'The first entry of a sheet; it counts once somebody else confirmed it.',
  })
  async enterSheet(
    @Ctx() context: Context,
    @Arg('input', () => EnterSheetInput) input: EnterSheetInput,
  ): Promise<PaperSheetPayload> {
    return answer(context, async () => enterSheet(context, input));
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => PaperSheetPayload, {
    description:
      'The second entry, by another person who has not seen the first: the same, it is on record; otherwise DIFFERENT.',
  })
  async confirmSheet(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmSheetInput) input: ConfirmSheetInput,
  ): Promise<PaperSheetPayload> {
    return answer(context, async () => confirmSheet(context, input));
  }

  @Access(staff, 'ballots:enter')
  @Mutation(() => PaperSheetPayload, {
    description: 'What a third person, neither of the two who differ, reads on the sheet, and why: that is on record.',
  })
  async decideSheet(
    @Ctx() context: Context,
    @Arg('input', () => DecideSheetInput) input: DecideSheetInput,
  ): Promise<PaperSheetPayload> {
    return answer(context, async () => decideSheet(context, input));
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'As its code says; with `people:read`.' })
  owner(@Ctx() context: Context, @Root() { ownerUuid }: PaperSheetType): MaybePromise<PersonType | null> {
    return ownerUuid === null ? null : namedPerson(context, ownerUuid);
  }

  @FieldResolver(() => [PremisesType], { description: 'As its code says; empty where it does not.' })
  async allPremises(@Ctx() context: Context, @Root() { premisesUuids }: PaperSheetType): Promise<PremisesType[]> {
    return allPremises(context, premisesUuids);
  }

  @FieldResolver(() => [TranscriptionType], {
    description: 'What was read on it. Until two people have, everybody sees only their own.',
  })
  async transcriptions(@Ctx() context: Context, @Root() sheet: PaperSheetType): Promise<TranscriptionType[]> {
    return transcriptionsOf(context, sheet);
  }

  @FieldResolver(() => [DifferenceKindEnum], { description: 'Where the first two differ.' })
  async differences(@Ctx() context: Context, @Root() sheet: PaperSheetType): Promise<readonly DifferenceKind[]> {
    return differencesOn(context, sheet);
  }

  @FieldResolver(() => [BallotType], { description: 'What it became on record.' })
  async ballots(@Ctx() context: Context, @Root() sheet: PaperSheetType): Promise<BallotType[]> {
    return ballotsOf(context, sheet);
  }
}

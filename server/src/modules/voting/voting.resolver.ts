import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import type { MaybePromise } from '../../kernel/load-by-id.ts';
import { TimeOrderEnum, type TimeOrder } from '../../kernel/time-order.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { PremisesType, premisesById } from '../registry/index.ts';
import type { BallotState } from './rules/ballot-words.ts';
import { ballotsOfSubmission, findBallot, listMyBallots, votesOn } from './ballot.queries.ts';
import { BallotSortEnum, type BallotSort } from './ballot-sort.ts';
import {
  BallotChannelEnum,
  BallotConnection,
  BallotStateEnum,
  BallotType,
  BallotVoteType,
  SubmissionType,
} from './ballot.type.ts';
import { castBallot } from './commands/cast-ballot.ts';
import { enterPaperBallot } from './commands/enter-paper-ballot.ts';
import { receiptOf } from './receipt.queries.ts';
import { ballotsOfCode, listBallotsOf, mostLookedThrough } from './receipt-search.queries.ts';
import { CastBallotInput, EnterPaperBallotInput } from './voting.input.ts';
import { listVotingRights } from './voting-rights.queries.ts';
import { VotingRightType } from './voting-right.type.ts';

@InputType()
export class BallotFilterInput {
  @Field(() => [BallotStateEnum], { nullable: true })
  states?: BallotState[] | null;

  @Field(() => [BallotChannelEnum], { nullable: true })
  channels?: ('ELECTRONIC' | 'PAPER')[] | null;

  @Field(() => ID, { nullable: true })
  premisesId?: string | null;

  @Field(() => ID, { nullable: true })
  ownerId?: string | null;

  @Field(() => Boolean, { nullable: true })
  conflict?: boolean | null;

  @Field(() => String, { nullable: true, description: 'Exactly this number on the door.' })
  premisesNumber?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'A receipt, or the number printed under the code of a paper one, as somebody reads it out.',
  })
  code?: string | null;

  @Field(() => Date, { nullable: true, description: 'Received at this moment or later.' })
  receivedFrom?: Date | null;

  @Field(() => Date, { nullable: true, description: 'Received before this moment.' })
  receivedBefore?: Date | null;
}

@ObjectType()
export class SubmissionPayload extends Payload {
  @Field(() => SubmissionType, { nullable: true })
  submission?: SubmissionType | null;
}

const submissionType = (submissionId: string, receipt: string | null = null): SubmissionType => ({
  key: submissionId,
  known: receipt,
  id: encodeId('Submission', submissionId),
});
const administrators = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

@Resolver()
export class VotingResolver {
  @Access('SIGNED_IN', 'vote')
  @Mutation(() => SubmissionPayload, {
    description:
      'Votes: one submission for one or several ownerships, all or nothing, final. Judged at the moment the server received it.',
  })
  async castBallot(
    @Ctx() context: Context,
    @Arg('input', () => CastBallotInput) input: CastBallotInput,
  ): Promise<SubmissionPayload> {
    return payload(context, async () => {
      const { submissionId, receipt } = await castBallot(context, input);
      return { submission: submissionType(submissionId, receipt) };
    });
  }

  @Access(administrators, 'ballots:enter')
  @Mutation(() => SubmissionPayload, {
    description:
      'Puts a written decision on record, counted or with the reason why not. Until T1; the first ballot on record stands.',
  })
  async enterPaperBallot(
    @Ctx() context: Context,
    @Arg('input', () => EnterPaperBallotInput) input: EnterPaperBallotInput,
  ): Promise<SubmissionPayload> {
    return payload(context, async () => ({
      submission: submissionType((await enterPaperBallot(context, input)).submissionId),
    }));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'], 'ballots:read')
  @Query(() => BallotConnection, {
    description: "The ballots of an assembly, for its staff. Nobody's electronic answers before the end.",
  })
  async ballots(
    @Ctx() context: Context,
    @Arg('assemblyId', () => ID) assemblyId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => BallotFilterInput, { nullable: true }) filter: BallotFilterInput | null,
    @Arg('sort', () => BallotSortEnum, { defaultValue: 'NEWEST' }) sort: BallotSort,
  ): Promise<Page<BallotType>> {
    return listBallotsOf(context, assemblyId, page, filter ?? {}, sort);
  }

  @Access('SIGNED_IN', 'ballots:read')
  @Query(() => BallotType, {
    nullable: true,
    description: 'One ballot: its owner and whoever acted for them, and the staff of its assembly.',
  })
  async ballot(@Ctx() context: Context, @Arg('id', () => ID) id: string): Promise<BallotType | null> {
    return findBallot(context, decodeId('Ballot', id, ['id']));
  }

  @Access('SIGNED_IN', 'ballots:read')
  @Query(() => [BallotType], {
    description: `What a receipt, or the number printed under the code of a paper ballot, means: yours, and those of assemblies whose staff you are. Of these the newest ${mostLookedThrough} submissions are looked through for a receipt.`,
  })
  async ballotsByCode(
    @Ctx() context: Context,
    @Arg('code', () => String, { description: 'With or without dashes.' }) code: string,
  ): Promise<BallotType[]> {
    return ballotsOfCode(context, code);
  }

  @Access('SIGNED_IN', 'ballots:read')
  @Query(() => BallotConnection, {
    description: "Every ballot in the viewer's name or cast by them, whatever became of it.",
  })
  async myBallots(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Words of the assembly, or of the number of the premises.',
    })
    text: string | null,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
  ): Promise<Page<BallotType>> {
    return listMyBallots(context, page, text ?? '', sort);
  }

  @Access('SIGNED_IN', 'ballots:read')
  @Query(() => [VotingRightType], {
    description: 'What the viewer may vote with in an assembly now. Empty before the opening.',
  })
  async myVotingRights(
    @Ctx() context: Context,
    @Arg('assemblyId', () => ID) assemblyId: string,
  ): Promise<VotingRightType[]> {
    return listVotingRights(context, assemblyId);
  }
}

@Resolver(() => SubmissionType)
export class SubmissionResolver {
  @FieldResolver(() => [BallotType])
  async ballots(@Ctx() context: Context, @Root() submission: SubmissionType): Promise<BallotType[]> {
    return ballotsOfSubmission(context, submission.key);
  }

  @FieldResolver(() => String, {
    description: 'The receipt: can be made again from what is stored, and not without the key of the server.',
  })
  async receipt(@Ctx() context: Context, @Root() submission: SubmissionType): Promise<string> {
    return submission.known ?? receiptOf(context, submission.key);
  }
}

@Resolver(() => BallotType)
export class BallotResolver {
  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'In whose name it is; with `people:read`, or if it is you.',
  })
  owner(@Ctx() context: Context, @Root() { row }: BallotType): MaybePromise<PersonType | null> {
    return namedPerson(context, row.owner_id);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who cast it or handed it in; with `people:read`, or if it is you.',
  })
  actedBy(@Ctx() context: Context, @Root() { row }: BallotType): MaybePromise<PersonType | null> {
    return row.acted_by_id === null ? null : namedPerson(context, row.acted_by_id);
  }

  @FieldResolver(() => PremisesType, { nullable: true })
  premises(@Ctx() context: Context, @Root() { row }: BallotType): MaybePromise<PremisesType | null> {
    return premisesById(context, row.premises_id);
  }

  @FieldResolver(() => [BallotVoteType], { nullable: true, description: 'null: not yours, and not to be shown now.' })
  async votes(@Ctx() context: Context, @Root() ballot: BallotType): Promise<BallotVoteType[] | null> {
    return votesOn(context, ballot);
  }

  @FieldResolver(() => String, { description: 'Receipt of the submission it belongs to.' })
  async receipt(@Ctx() context: Context, @Root() { row }: BallotType): Promise<string> {
    return receiptOf(context, row.submission_id);
  }
}

@Resolver(() => VotingRightType)
export class VotingRightResolver {
  @FieldResolver(() => PersonType, { nullable: true })
  owner(@Ctx() context: Context, @Root() right: VotingRightType): MaybePromise<PersonType | null> {
    return namedPerson(context, right.ownerKey);
  }

  @FieldResolver(() => PremisesType, { nullable: true })
  premises(@Ctx() context: Context, @Root() right: VotingRightType): MaybePromise<PremisesType | null> {
    return premisesById(context, right.premisesKey);
  }
}

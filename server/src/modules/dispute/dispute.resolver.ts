import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { TimeOrderEnum, type TimeOrder } from '../../kernel/time-order.ts';
import { AssemblyType } from '../assembly/index.ts';
import { EvidenceFileType, evidenceFilesOf } from '../files/index.ts';
import { PersonType, namedPerson } from '../identity/index.ts';
import { BallotType, findBallot } from '../voting/index.ts';
import { openDispute } from './commands/open-dispute.ts';
import { rejectDispute } from './commands/reject-dispute.ts';
import { upholdDispute } from './commands/uphold-dispute.ts';
import { OpenDisputeInput, RejectDisputeInput, UpholdDisputeInput } from './dispute.input.ts';
import { mayDisputeNow } from './disputable-ballot.queries.ts';
import { disputeOf, listDisputes } from './dispute.queries.ts';
import {
  BallotPayload,
  DisputeConnection,
  DisputedRecountType,
  DisputeStateEnum,
  DisputeType,
} from './dispute.type.ts';
import { openDisputesOf } from './open-disputes.queries.ts';
import { disputedRecountOf } from './recount.queries.ts';
import type { DisputeState } from './rules/dispute-lifecycle.ts';

const administrators = ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'] as const;

async function answer(context: Context, command: () => Promise<{ ballotId: string }>): Promise<BallotPayload> {
  return payload(context, async () => ({ ballot: await findBallot(context, (await command()).ballotId) }));
}

@Resolver(() => DisputeType)
export class DisputeResolver {
  @Access('SIGNED_IN', 'vote')
  @Mutation(() => BallotPayload, {
    description:
      '«Не моё решение»: says that a counted ballot in your name is not yours. It goes on counting until the administrator answers; after the end the result stands.',
  })
  async openDispute(
    @Ctx() context: Context,
    @Arg('input', () => OpenDisputeInput) input: OpenDisputeInput,
  ): Promise<BallotPayload> {
    return answer(context, async () => openDispute(context, input));
  }

  @Access(administrators, 'ballots:enter')
  @Mutation(() => BallotPayload, {
    description: 'The owner is right: the whole submission falls, and they may vote again. Before T1.',
  })
  async upholdDispute(
    @Ctx() context: Context,
    @Arg('input', () => UpholdDisputeInput) input: UpholdDisputeInput,
  ): Promise<BallotPayload> {
    return answer(context, async () => upholdDispute(context, input));
  }

  @Access(administrators, 'ballots:enter')
  @Mutation(() => BallotPayload, {
    description: 'The ballot is the owner’s all the same, for a reason they are told; it goes on counting. Before T1.',
  })
  async rejectDispute(
    @Ctx() context: Context,
    @Arg('input', () => RejectDisputeInput) input: RejectDisputeInput,
  ): Promise<BallotPayload> {
    return answer(context, async () => rejectDispute(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'], 'ballots:read')
  @Query(() => DisputeConnection, { description: 'The disputes of an assembly, for its staff.' })
  async disputes(
    @Ctx() context: Context,
    @Arg('assemblyId', () => ID) assemblyId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('states', () => [DisputeStateEnum], { nullable: true }) states: DisputeState[] | null,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Words of the number of the premises or of the name of who opened it; needs `people:read`.',
    })
    text: string | null,
    @Arg('code', () => String, {
      nullable: true,
      description: 'A receipt, or the number printed under the code of a paper ballot, as somebody reads it out.',
    })
    code: string | null,
    @Arg('sort', () => TimeOrderEnum, { defaultValue: 'NEWEST' }) sort: TimeOrder,
  ): Promise<Page<DisputeType>> {
    return listDisputes(
      context,
      assemblyId,
      page,
      { states: states ?? null, text: text ?? '', code: code ?? null },
      sort,
    );
  }

  @FieldResolver(() => BallotType, { nullable: true, description: 'The ballot of it that the owner pointed at.' })
  async ballot(@Ctx() context: Context, @Root() { ballotKey }: DisputeType): Promise<BallotType | null> {
    return findBallot(context, ballotKey);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'With `people:read`, or if it is you.' })
  async openedBy(@Ctx() context: Context, @Root() { openerKey }: DisputeType): Promise<PersonType | null> {
    return namedPerson(context, openerKey);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'With `people:read`, or if it is you.' })
  async decidedBy(@Ctx() context: Context, @Root() { deciderKey }: DisputeType): Promise<PersonType | null> {
    return deciderKey === null ? null : namedPerson(context, deciderKey);
  }

  @FieldResolver(() => [EvidenceFileType])
  async evidenceFiles(@Ctx() context: Context, @Root() { fileKeys }: DisputeType): Promise<EvidenceFileType[]> {
    return evidenceFilesOf(context, fileKeys);
  }
}

/** Marks a ballot as disputed; the voting module does not know of it. */
@Resolver(() => BallotType)
export class BallotDisputeResolver {
  @FieldResolver(() => DisputeType, {
    nullable: true,
    description: 'The dispute over its submission: for whoever it stands for, and the staff of the assembly.',
  })
  async dispute(@Ctx() context: Context, @Root() { row }: BallotType): Promise<DisputeType | null> {
    return disputeOf(context, row.submission_id);
  }

  @FieldResolver(() => Boolean, {
    description: 'Whether you may say now that it is not yours: it counts, stands for you, and nobody has.',
  })
  async mayDispute(@Ctx() context: Context, @Root() ballot: BallotType): Promise<boolean> {
    return mayDisputeNow(context, ballot);
  }
}

@Resolver(() => AssemblyType)
export class AssemblyDisputeResolver {
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many disputes wait for an answer, for the staff of the assembly; null for others.',
  })
  async openDisputes(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<number | null> {
    return openDisputesOf(context, assembly);
  }

  @FieldResolver(() => DisputedRecountType, {
    nullable: true,
    description:
      'Beside the result: the count without ballots whose dispute is open. null while voting runs, and when there are none.',
  })
  async disputedRecount(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<DisputedRecountType | null> {
    return disputedRecountOf(context, assembly);
  }
}

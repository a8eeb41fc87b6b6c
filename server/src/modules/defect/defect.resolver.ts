import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Access } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import type { MaybePromise } from '../../kernel/load-by-id.ts';
import { PageArgs, type Page } from '../../kernel/page.type.ts';
import { payload } from '../../kernel/payload.type.ts';
import { AssemblyType } from '../assembly/index.ts';
import { EvidenceFileType, evidenceFilesOf } from '../files/index.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { BallotConnection, BallotSortEnum, BallotType, findBallot, type BallotSort } from '../voting/index.ts';
import { confirmBallot } from './commands/confirm-ballot.ts';
import { repairDefect } from './commands/repair-defect.ts';
import { ConfirmBallotInput, RepairDefectInput } from './defect.input.ts';
import { defectsOf, listDefectiveBallots } from './defect.queries.ts';
import {
  DefectKindEnum,
  DefectPayload,
  DefectStateEnum,
  DefectType,
  RobustCountType,
  type DefectState,
} from './defect.type.ts';
import { robustCountOf } from './robust.queries.ts';
import type { DefectKind } from './rules/defect-kinds.ts';

async function answer(context: Context, command: () => Promise<{ ballotId: string }>): Promise<DefectPayload> {
  return payload(context, async () => ({ ballot: await findBallot(context, (await command()).ballotId) }));
}

@Resolver(() => DefectType)
export class DefectResolver {
  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'], 'ballots:read')
  @Query(() => BallotConnection, {
    description: 'The paper ballots of an assembly that something is wanting on, for its staff.',
  })
  async defectiveBallots(
    @Ctx() context: Context,
    @Arg('assemblyId', () => ID) assemblyId: string,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('kinds', () => [DefectKindEnum], { nullable: true }) kinds: DefectKind[] | null,
    @Arg('states', () => [DefectStateEnum], { nullable: true, description: 'Of the defects; left out: any.' })
    states: DefectState[] | null,
    @Arg('entrance', () => Int, { nullable: true }) entrance: number | null,
    @Arg('text', () => String, {
      nullable: true,
      description: 'Words of the number of the premises or of the name of the owner; needs `people:read`.',
    })
    text: string | null,
    @Arg('sort', () => BallotSortEnum, { defaultValue: 'WEIGHT' }) sort: BallotSort,
  ): Promise<Page<BallotType>> {
    const filter = { kinds: kinds ?? null, states: states ?? null, entrance: entrance ?? null, text: text ?? '' };
    return listDefectiveBallots(context, assemblyId, page, filter, sort);
  }

  @Access(['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'], 'ballots:enter')
  @Mutation(() => DefectPayload, {
    description: 'Enters what repaired a defect, for the whole sheet. Nothing on the ballot changes. Before T1.',
  })
  async repairDefect(
    @Ctx() context: Context,
    @Arg('input', () => RepairDefectInput) input: RepairDefectInput,
  ): Promise<DefectPayload> {
    return answer(context, async () => repairDefect(context, input));
  }

  @Access('SIGNED_IN', 'vote')
  @Mutation(() => DefectPayload, {
    description:
      'You confirm a counted paper ballot in your name as it is on record: that repairs what is doubtful about it. Before T1.',
  })
  async confirmBallot(
    @Ctx() context: Context,
    @Arg('input', () => ConfirmBallotInput) input: ConfirmBallotInput,
  ): Promise<DefectPayload> {
    return answer(context, async () => confirmBallot(context, input));
  }

  @FieldResolver(() => [EvidenceFileType], { description: 'What the repair rests on, as files.' })
  async evidenceFiles(@Ctx() context: Context, @Root() { fileKeys }: DefectType): Promise<EvidenceFileType[]> {
    return evidenceFilesOf(context, fileKeys);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'With `people:read`, or if it is you.' })
  repairedBy(@Ctx() context: Context, @Root() { repairerKey }: DefectType): MaybePromise<PersonType | null> {
    return repairerKey === null ? null : namedPerson(context, repairerKey);
  }
}

/** Says what is wanting on a ballot; the voting module does not know of it. */
@Resolver(() => BallotType)
export class BallotDefectResolver {
  @FieldResolver(() => [DefectType], {
    nullable: true,
    description: 'What is wanting on it: for whoever it stands for, and the staff of the assembly.',
  })
  async defects(@Ctx() context: Context, @Root() ballot: BallotType): Promise<DefectType[] | null> {
    return defectsOf(context, ballot);
  }
}

@Resolver(() => AssemblyType)
export class AssemblyDefectResolver {
  @FieldResolver(() => RobustCountType, {
    nullable: true,
    description: 'Beside the count: what remains if every ballot with an open defect fell. null before the opening.',
  })
  async robustCount(@Ctx() context: Context, @Root() assembly: AssemblyType): Promise<RobustCountType | null> {
    return robustCountOf(context, assembly);
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import type { MaybePromise } from '../../kernel/load-by-id.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { BallotType } from '../voting/index.ts';
import { trailOf } from './paper-trail.queries.ts';
import { PaperTrailType } from './paper-trail.type.ts';

/** Adds to a ballot how it came on record; the voting module does not know of sheets. */
@Resolver(() => BallotType)
export class BallotTrailResolver {
  @FieldResolver(() => PaperTrailType, {
    nullable: true,
    description:
      'How the paper came on record, for whoever it stands for and those who keep the assembly. null of an electronic one.',
  })
  async paperTrail(@Ctx() context: Context, @Root() ballot: BallotType): Promise<PaperTrailType | null> {
    return trailOf(context, ballot);
  }
}

const named = (context: Context, uuid: string | null): MaybePromise<PersonType | null> =>
  uuid === null ? null : namedPerson(context, uuid);

@Resolver(() => PaperTrailType)
export class PaperTrailResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'Who took it in; with `people:read`.' })
  takenInBy(@Ctx() context: Context, @Root() trail: PaperTrailType): MaybePromise<PersonType | null> {
    return named(context, trail.takenInUuid);
  }

  @FieldResolver(() => PersonType, { nullable: true, description: 'Who entered it first; with `people:read`.' })
  enteredBy(@Ctx() context: Context, @Root() trail: PaperTrailType): MaybePromise<PersonType | null> {
    return named(context, trail.enteredUuid);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'Who entered it again without seeing the first entry; with `people:read`.',
  })
  confirmedBy(@Ctx() context: Context, @Root() trail: PaperTrailType): MaybePromise<PersonType | null> {
    return named(context, trail.confirmedUuid);
  }

  @FieldResolver(() => PersonType, {
    nullable: true,
    description: 'The third person, where the two read it differently; with `people:read`.',
  })
  decidedBy(@Ctx() context: Context, @Root() trail: PaperTrailType): MaybePromise<PersonType | null> {
    return named(context, trail.decidedUuid);
  }
}

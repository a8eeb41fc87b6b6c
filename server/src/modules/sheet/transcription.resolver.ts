import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import type { MaybePromise } from '../../kernel/load-by-id.ts';
import { namedPerson, PersonType } from '../identity/index.ts';
import { PremisesType } from '../registry/index.ts';
import { allPremises } from './sheet.queries.ts';
import { TranscriptionType } from './sheet.type.ts';

@Resolver(() => TranscriptionType)
export class TranscriptionResolver {
  @FieldResolver(() => PersonType, { nullable: true, description: 'With `people:read`, or if it is you.' })
  by(@Ctx() context: Context, @Root() { byPersonUuid }: TranscriptionType): MaybePromise<PersonType | null> {
    return namedPerson(context, byPersonUuid);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  owner(@Ctx() context: Context, @Root() { ownerUuid }: TranscriptionType): MaybePromise<PersonType | null> {
    return namedPerson(context, ownerUuid);
  }

  @FieldResolver(() => PersonType, { nullable: true })
  actedBy(@Ctx() context: Context, @Root() { actedByUuid }: TranscriptionType): MaybePromise<PersonType | null> {
    return namedPerson(context, actedByUuid);
  }

  @FieldResolver(() => [PremisesType])
  async allPremises(@Ctx() context: Context, @Root() { premisesUuids }: TranscriptionType): Promise<PremisesType[]> {
    return allPremises(context, premisesUuids);
  }
}

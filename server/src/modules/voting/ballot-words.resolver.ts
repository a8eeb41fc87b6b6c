import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../../kernel/context.ts';
import { AssemblyType } from '../assembly/index.ts';
import { assemblyOfBallot, explanationOf } from './ballot-words.queries.ts';
import { BallotType } from './ballot.type.ts';

/** What a ballot says to whoever it stands for. */
@Resolver(() => BallotType)
export class BallotWordsResolver {
  @FieldResolver(() => String, { description: "Why it counts or not, in plain words in the caller's language." })
  explanation(@Ctx() context: Context, @Root() ballot: BallotType): string {
    return explanationOf(context, ballot);
  }

  @FieldResolver(() => AssemblyType, { nullable: true, description: 'With `assemblies:read`.' })
  async assembly(@Ctx() context: Context, @Root() ballot: BallotType): Promise<AssemblyType | null> {
    return assemblyOfBallot(context, ballot);
  }
}

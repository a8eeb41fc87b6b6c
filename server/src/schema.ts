import type { GraphQLSchema } from 'graphql';
import { buildSchema } from 'type-graphql';
import { Fraction } from './kernel/fraction.ts';
import { guardRootFields } from './kernel/access.ts';
import { FractionScalar, MomentScalar } from './kernel/scalars.ts';
import { resolvers } from './modules.ts';

/** The schema, built without a database; a root field without an access rule stops it. */
export async function makeSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers,
    validate: false,
    // Every subscription brings its own source; TypeGraphQL only asks that something is here.
    pubSub: { publish: noTopics, subscribe: noTopics },
    scalarsMap: [
      { type: Fraction, scalar: FractionScalar },
      { type: Date, scalar: MomentScalar },
    ],
  });
  guardRootFields(schema);
  return schema;
}

function noTopics(): never {
  throw new Error('subscriptions have no topics here');
}

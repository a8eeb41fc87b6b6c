import { describe, expect, it } from 'vitest';
import { Field, ObjectType, Query, Resolver, Subscription } from 'type-graphql';
import { accessRuleOf, Public } from '../../src/kernel/access.ts';
import { resolvers } from '../../src/modules.ts';
import { makeSchema } from '../../src/schema.ts';

@ObjectType()
class ForgottenThing {
  @Field(() => String)
  word: string;
}

@Resolver()
class ForgottenQuery {
  @Query(() => ForgottenThing)
  forgotten(): ForgottenThing {
    return { word: 'open' };
  }
}

@Resolver()
class ForgottenSubscription {
  @Public()
  @Query(() => String)
  marked(): string {
    return 'marked';
  }

  @Subscription(() => String, { topics: 'forgotten' })
  forgottenToo(): string {
    return 'open';
  }
}

/** The product's schema with one resolver more. */
async function schemaWith(resolver: new () => object) {
  resolvers.push(resolver);
  try {
    return await makeSchema();
  } finally {
    resolvers.pop();
  }
}

describe('the schema', () => {
  it('has an access rule on every root field', async () => {
    const schema = await makeSchema();
    const fields = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
      Object.values(type?.getFields() ?? {}),
    );
    expect(fields.length).toBeGreaterThan(30);
    expect(fields.filter((field) => accessRuleOf(field.extensions) === null).map(({ name }) => name)).toEqual([]);
  });

  it('is public only where somebody comes in, and for every token only where the field asks for scopes itself', async () => {
    const schema = await makeSchema();
    const named = (wanted: 'public' | 'without scope') =>
      [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].flatMap((type) =>
        Object.values(type?.getFields() ?? {})
          .filter((field) => {
            const rule = accessRuleOf(field.extensions);
            return wanted === 'public' ? rule?.who === 'PUBLIC' : rule?.who !== 'PUBLIC' && rule?.scope === null;
          })
          .map(({ name }) => name),
      );
    expect(named('public')).toEqual(expect.arrayContaining(['viewer', 'signIn', 'signOut', 'acceptInvitation']));
    expect(named('public')).toHaveLength(4);
    expect(named('without scope')).toEqual(expect.arrayContaining(['node', 'nodes', 'revokeAccessToken']));
    expect(named('without scope')).toHaveLength(3);
  });

  it('does not start with a field that nobody has decided about', async () => {
    await expect(schemaWith(ForgottenQuery)).rejects.toThrow('Root fields without an access rule: Query.forgotten');
    await expect(schemaWith(ForgottenSubscription)).rejects.toThrow('Subscription.forgottenToo');
    await expect(makeSchema()).resolves.toBeDefined();
  });
});

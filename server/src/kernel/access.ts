import { GraphQLError, defaultFieldResolver, type GraphQLSchema } from 'graphql';
import { Extensions } from 'type-graphql';
import type { Context } from './context.ts';
import { Refusal } from './refusal.ts';
import type { Role, Viewer } from './viewer.ts';

/** What a personal access token may be allowed to do; a session may do all of it. */
export const scopes = [
  'profile',
  'accounts:read',
  'accounts:write',
  'people:read',
  'people:write',
  'houses:read',
  'houses:write',
  'assemblies:read',
  'assemblies:write',
  'ballots:read',
  'ballots:enter',
  'vote',
  'journal:read',
] as const;
export type Scope = (typeof scopes)[number];

export interface AccessRule {
  /** PUBLIC: anybody; SIGNED_IN: any account; a list: an account with one of these roles, in whatever scope. */
  readonly who: 'PUBLIC' | 'SIGNED_IN' | readonly Role[];
  readonly scope: Scope | null;
}

/**
 * The access rule of a root field for signed-in people; narrower rights are the policy's. A field without a scope is
 * for every token, and asks for scopes itself.
 */
export function Access(who: 'SIGNED_IN' | readonly Role[], scope: Scope | null): MethodDecorator & PropertyDecorator {
  const rule: AccessRule = { who, scope };
  return Extensions({ access: rule });
}

/** Anybody may ask, also without signing in. */
export function Public(): MethodDecorator & PropertyDecorator {
  const rule: AccessRule = { who: 'PUBLIC', scope: null };
  return Extensions({ access: rule });
}

function isRule(value: unknown): value is AccessRule {
  return typeof value === 'object' && value !== null && 'who' in value && 'scope' in value;
}

export function accessRuleOf(extensions: Readonly<Record<string, unknown>> | undefined | null): AccessRule | null {
  const rule = extensions?.['access'];
  return isRule(rule) ? rule : null;
}

export function mayEnter(viewer: Viewer, rule: AccessRule): Refusal | null {
  if (rule.who === 'PUBLIC') return null;
  if (viewer.kind !== 'SIGNED_IN') return new Refusal('NOT_SIGNED_IN');
  if (rule.scope !== null && viewer.scopes !== 'ALL' && !viewer.scopes.has(rule.scope)) {
    return new Refusal('SCOPE_MISSING', { scope: rule.scope });
  }
  const { who } = rule;
  if (who !== 'SIGNED_IN' && !viewer.grants.some((grant) => who.includes(grant.role)))
    return new Refusal('NOT_ALLOWED');
  return null;
}

/**
 * Puts the declared rule in front of every root field. A root field without one stops the start:
 * forgetting means refused, never open.
 */
export function guardRootFields(schema: GraphQLSchema): void {
  const unguarded: string[] = [];
  for (const type of [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]) {
    for (const field of Object.values(type?.getFields() ?? {})) {
      const rule = accessRuleOf(field.extensions);
      if (rule === null) {
        unguarded.push(`${type?.name ?? ''}.${field.name}`);
        continue;
      }
      const guard = (context: Context): void => {
        const refusal = mayEnter(context.viewer, rule);
        if (refusal) throw refusal;
      };
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args, context: Context, info) => {
        guard(context);
        return resolve(source, args, context, info);
      };
      const { subscribe } = field;
      if (subscribe) {
        field.subscribe = (source, args, context: Context, info) => {
          guard(context);
          return subscribe(source, args, context, info);
        };
      }
    }
  }
  if (unguarded.length > 0) throw new GraphQLError(`Root fields without an access rule: ${unguarded.join(', ')}`);
}

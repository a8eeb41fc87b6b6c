import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { Scope } from '../../kernel/access.ts';
import { NodeType } from '../../kernel/node.type.ts';
import type { Locale, Role } from '../../kernel/viewer.ts';
import { LocaleEnum, RoleEnum, ScopeEnum } from './identity.enums.ts';

@ObjectType({
  description: 'A role in force now and where it holds; without any scope it holds on the whole platform.',
})
export class HeldRole {
  @Field(() => RoleEnum)
  role: Role;

  @Field(() => ID, { nullable: true })
  organisationId: string | null;

  @Field(() => ID, { nullable: true })
  houseId: string | null;

  @Field(() => ID, { nullable: true })
  assemblyId: string | null;
}

@ObjectType('Viewer', { description: 'Who is asking.' })
export class ViewerType {
  @Field(() => ID)
  accountId: string;

  @Field(() => ID)
  personId: string;

  @Field(() => [ID], { description: 'Every company and public body that acts through this account.' })
  headOfIds: readonly string[];

  @Field(() => [HeldRole])
  roles: readonly HeldRole[];

  @Field(() => [ScopeEnum], {
    nullable: true,
    description: 'What the token may do; null for a session, which may do all.',
  })
  scopes: readonly Scope[] | null;

  @Field(() => LocaleEnum, { nullable: true, description: 'null: as the browser asks.' })
  locale: Locale | null;
}

@ObjectType('Account', { implements: NodeType, description: "A person's way in." })
export class AccountType extends NodeType {
  @Field(() => ID)
  personId: string;

  @Field(() => String)
  login: string;

  @Field(() => LocaleEnum, { nullable: true })
  locale: Locale | null;

  @Field(() => Boolean, { description: 'The invitation was accepted: there is a password.' })
  isActive: boolean;

  @Field(() => Date, {
    nullable: true,
    description: 'Until when the open invitation can be accepted; null where none is open.',
  })
  invitedUntil: Date | null;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date, { nullable: true })
  blockedAt: Date | null;

  @Field(() => Int)
  version: number;
}

@ObjectType('Session', { implements: NodeType, description: 'A signed-in browser.' })
export class SessionType extends NodeType {
  @Field(() => Boolean, { description: 'The one that is asking.' })
  isThisOne: boolean;

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date)
  expiresAt: Date;

  @Field(() => String, { nullable: true, description: 'What the browser calls itself.' })
  userAgent: string | null;

  @Field(() => String, { nullable: true, description: 'The address it signed in from.' })
  address: string | null;
}

@ObjectType('AccessToken', {
  implements: NodeType,
  description:
    'A token with which an app acts for its person, within scopes and a term. Its secret is never shown again.',
})
export class AccessTokenType extends NodeType {
  @Field(() => String)
  name: string;

  @Field(() => [ScopeEnum])
  scopes: readonly Scope[];

  @Field(() => Date)
  createdAt: Date;

  @Field(() => Date)
  expiresAt: Date;

  @Field(() => Date, { nullable: true })
  revokedAt: Date | null;

  @Field(() => Date, { nullable: true, description: 'To the minute.' })
  lastUsedAt: Date | null;
}

@ObjectType('RoleGrant', {
  implements: NodeType,
  description: 'A role that was given, where it holds, and its term. Ended, never erased.',
})
export class RoleGrantType extends NodeType {
  @Field(() => ID)
  accountId: string;

  @Field(() => RoleEnum)
  role: Role;

  @Field(() => ID, { nullable: true })
  organisationId: string | null;

  @Field(() => ID, { nullable: true })
  houseId: string | null;

  @Field(() => ID, { nullable: true })
  assemblyId: string | null;

  @Field(() => Date)
  since: Date;

  @Field(() => Date, { nullable: true })
  until: Date | null;

  @Field(() => Date, { nullable: true })
  revokedAt: Date | null;

  @Field(() => Boolean)
  isInForce: boolean;
}

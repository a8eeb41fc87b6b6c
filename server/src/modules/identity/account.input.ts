import { Field, ID, InputType } from 'type-graphql';
import type { Scope } from '../../kernel/access.ts';
import type { Locale, Role } from '../../kernel/viewer.ts';
import { LocaleEnum, RoleEnum, ScopeEnum } from './identity.enums.ts';

@InputType()
export class SignInInput {
  @Field(() => String)
  login: string;

  @Field(() => String)
  password: string;
}

@InputType()
export class AcceptInvitationInput {
  @Field(() => String, { description: 'What follows the # of the invitation link.' })
  secret: string;

  @Field(() => String, { description: 'At least 10 characters, not a common one, and without the login in it.' })
  password: string;
}

@InputType()
export class ChangePasswordInput {
  @Field(() => String)
  currentPassword: string;

  @Field(() => String)
  newPassword: string;
}

@InputType()
export class SetLocaleInput {
  @Field(() => LocaleEnum, { nullable: true, description: 'null: as the browser asks.' })
  locale?: Locale | null;
}

@InputType()
export class EndSessionInput {
  @Field(() => ID)
  sessionId: string;
}

@InputType({ description: 'A role, at most one place where it holds, and until when.' })
export class RoleInput {
  @Field(() => RoleEnum)
  role: Role;

  @Field(() => ID, { nullable: true, description: 'Over the houses that this organisation manages.' })
  organisationId?: string | null;

  @Field(() => ID, { nullable: true })
  houseId?: string | null;

  @Field(() => ID, { nullable: true })
  assemblyId?: string | null;

  @Field(() => Date, { nullable: true, description: 'null: until revoked.' })
  until?: Date | null;
}

@InputType()
export class GrantRoleInput extends RoleInput {
  @Field(() => ID)
  accountId: string;
}

@InputType()
export class RevokeRoleInput {
  @Field(() => ID)
  roleGrantId: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: only says whether it could be done; nothing changes.',
  })
  rehearse?: boolean;
}

@InputType()
export class InvitePersonInput {
  @Field(() => ID)
  personId: string;

  @Field(() => String, { description: 'A mail address or a name to sign in with.' })
  login: string;

  @Field(() => [RoleInput], { nullable: true, description: 'An owner needs none: ownership is the right.' })
  roles?: readonly RoleInput[] | null;
}

@InputType()
export class WithdrawInvitationInput {
  @Field(() => ID)
  accountId: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: only says whether it could be done; nothing changes.',
  })
  rehearse?: boolean;
}

@InputType()
export class BlockAccountInput {
  @Field(() => ID)
  accountId: string;
}

@InputType()
export class UnblockAccountInput {
  @Field(() => ID)
  accountId: string;
}

@InputType()
export class CreateAccessTokenInput {
  @Field(() => String, { description: 'What the token is for, in your own words.' })
  name: string;

  @Field(() => [ScopeEnum])
  scopes: readonly Scope[];

  @Field(() => Date, { description: 'At most one year from now.' })
  expiresAt: Date;
}

@InputType()
export class RevokeAccessTokenInput {
  @Field(() => ID)
  accessTokenId: string;

  @Field(() => Boolean, {
    defaultValue: false,
    description: 'true: only says whether it could be done; nothing changes.',
  })
  rehearse?: boolean;
}

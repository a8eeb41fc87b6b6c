import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Mutation,
  ObjectType,
  Query,
  registerEnumType,
  Resolver,
  Root,
} from 'type-graphql';
import { Access, Public } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { connectionOf, PageArgs, type Page } from '../../kernel/page.type.ts';
import { Payload, payload } from '../../kernel/payload.type.ts';
import {
  accountsById,
  accountSorts,
  changedAccount,
  listAccounts,
  type AccountSort,
  type AccountState,
} from './account.queries.ts';
import { AccountType } from './account.type.ts';
import { acceptInvitation } from './commands/accept-invitation.ts';
import { blockAccount } from './commands/block-account.ts';
import { invitePerson } from './commands/invite-person.ts';
import { unblockAccount } from './commands/unblock-account.ts';
import { withdrawInvitation } from './commands/withdraw-invitation.ts';
import {
  AcceptInvitationInput,
  BlockAccountInput,
  InvitePersonInput,
  UnblockAccountInput,
  WithdrawInvitationInput,
} from './account.input.ts';
import { personById } from './person.queries.ts';
import { PersonType } from './person.type.ts';

const AccountStateEnum = {
  INVITED: 'INVITED',
  LAPSED: 'LAPSED',
  ACTIVE: 'ACTIVE',
  BLOCKED: 'BLOCKED',
} as const satisfies Record<string, AccountState>;
registerEnumType(AccountStateEnum, {
  name: 'AccountState',
  description: 'INVITED waits for an open invitation to be accepted; of a LAPSED one it was withdrawn or ran out.',
});

const AccountSortEnum = enumOf(accountSorts);
registerEnumType(AccountSortEnum, { name: 'AccountSort' });

@InputType()
export class AccountFilterInput {
  @Field(() => [AccountStateEnum], { nullable: true })
  states?: AccountState[] | null;

  @Field(() => ID, { nullable: true })
  personId?: string | null;

  @Field(() => String, { nullable: true, description: 'Words, each a part of the login or of the name.' })
  text?: string | null;
}

@ObjectType('Invitation', { description: 'Shown once, to be handed over by hand; only a keyed hash is kept.' })
export class InvitationLetterType {
  @Field(() => String)
  secret: string;

  @Field(() => String, {
    description: 'The page that accepts it; the secret stands after the #, so no server sees it.',
  })
  link: string;

  @Field(() => Date)
  expiresAt: Date;
}

@ObjectType()
export class InvitePersonPayload extends Payload {
  @Field(() => AccountType, { nullable: true })
  account?: AccountType | null;

  @Field(() => InvitationLetterType, { nullable: true })
  invitation?: InvitationLetterType | null;
}

@ObjectType()
export class AcceptInvitationPayload extends Payload {
  @Field(() => String, { nullable: true, description: 'What to sign in with from now on.' })
  login?: string | null;
}

@ObjectType()
export class AccountPayload extends Payload {
  @Field(() => AccountType, { nullable: true })
  account?: AccountType | null;
}

const AccountConnection = connectionOf(AccountType, 'Account');

const readers = ['PLATFORM_ADMINISTRATOR', 'AUDITOR'] as const;
provideNodes('Account', { access: { who: 'SIGNED_IN', scope: 'accounts:read' }, load: accountsById });

@Resolver(() => AccountType)
export class AccountResolver {
  @Access(readers, 'accounts:read')
  @Query(() => AccountConnection, {
    description: 'Every account: for administrators and auditors of the whole platform.',
  })
  async accounts(
    @Ctx() context: Context,
    @Args(() => PageArgs) page: PageArgs,
    @Arg('filter', () => AccountFilterInput, { nullable: true }) filter: AccountFilterInput | null,
    @Arg('sort', () => AccountSortEnum, { defaultValue: 'NEWEST' }) sort: AccountSort,
  ): Promise<Page<AccountType>> {
    return listAccounts(context, page, filter ?? {}, sort);
  }

  @FieldResolver(() => PersonType)
  async person(@Ctx() context: Context, @Root() account: AccountType): Promise<PersonType | null> {
    return personById(context, decodeId('Person', account.personId));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'accounts:write')
  @Mutation(() => InvitePersonPayload, {
    description:
      'Makes an account for a natural person and an invitation to activate it; a new invitation revokes the one before.',
  })
  async invitePerson(
    @Ctx() context: Context,
    @Arg('input', () => InvitePersonInput) input: InvitePersonInput,
  ): Promise<InvitePersonPayload> {
    return payload(context, async () => {
      const { accountId, invitation } = await invitePerson(context, input);
      return { account: await changedAccount(context, accountId), invitation };
    });
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'accounts:write')
  @Mutation(() => AccountPayload, {
    description: 'The open invitation of an account dies; inviting anew makes another.',
  })
  async withdrawInvitation(
    @Ctx() context: Context,
    @Arg('input', () => WithdrawInvitationInput) input: WithdrawInvitationInput,
  ): Promise<AccountPayload> {
    return payload(context, async () => ({
      account: await changedAccount(context, (await withdrawInvitation(context, input)).accountId),
    }));
  }

  @Public()
  @Mutation(() => AcceptInvitationPayload, {
    description: 'Activates the account of an invitation with a password of its own, once, and signs in.',
  })
  async acceptInvitation(
    @Ctx() context: Context,
    @Arg('input', () => AcceptInvitationInput) input: AcceptInvitationInput,
  ): Promise<AcceptInvitationPayload> {
    return payload(context, async () => acceptInvitation(context, input));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'accounts:write')
  @Mutation(() => AccountPayload, {
    description: 'Nobody gets in with this account; its sessions, tokens and invitations end for good.',
  })
  async blockAccount(
    @Ctx() context: Context,
    @Arg('input', () => BlockAccountInput) input: BlockAccountInput,
  ): Promise<AccountPayload> {
    return payload(context, async () => ({
      account: await changedAccount(context, (await blockAccount(context, input)).accountId),
    }));
  }

  @Access(['PLATFORM_ADMINISTRATOR'], 'accounts:write')
  @Mutation(() => AccountPayload, { description: 'The account may sign in again, anew.' })
  async unblockAccount(
    @Ctx() context: Context,
    @Arg('input', () => UnblockAccountInput) input: UnblockAccountInput,
  ): Promise<AccountPayload> {
    return payload(context, async () => ({
      account: await changedAccount(context, (await unblockAccount(context, input)).accountId),
    }));
  }
}

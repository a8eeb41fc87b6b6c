import type { Context } from '../../kernel/context.ts';
import { decodeOptionalId, encodeId } from '../../kernel/global-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Locale } from '../../kernel/viewer.ts';
import { accountsCalled, nameOfPerson } from './account-search.ts';
import type { AccountType } from './account.type.ts';
import { mayReadAccounts } from './identity.policy.ts';

interface AccountRow {
  readonly id: string;
  readonly person_id: string;
  readonly login: string;
  readonly locale: Locale | null;
  readonly active: boolean;
  readonly invited_until: Date | null;
  readonly created_at: Date;
  readonly blocked_at: Date | null;
  readonly version: number;
}
/** `now` is an SQL expression: of the invitations of an account at most one is open. */
const openInvitation = (what: string, now: string): string =>
  `(select ${what} from invitation i where i.account_id = a.id and i.accepted_at is null and i.revoked_at is null
      and i.expires_at > ${now} limit 1)`;
const accountColumns = (now: string): string =>
  `a.id, a.person_id, a.login, a.locale, a.password_hash is not null as active,
   ${openInvitation('i.expires_at', now)} as invited_until, a.created_at, a.blocked_at, a.version`;

function accountType(row: AccountRow): AccountType {
  return {
    id: encodeId('Account', row.id),
    personId: encodeId('Person', row.person_id),
    login: row.login,
    locale: row.locale,
    isActive: row.active,
    invitedUntil: row.invited_until,
    createdAt: row.created_at,
    blockedAt: row.blocked_at,
    version: row.version,
  };
}

export type AccountState = 'INVITED' | 'LAPSED' | 'ACTIVE' | 'BLOCKED';
const stateConditions: Readonly<Record<AccountState, (now: string) => string>> = {
  INVITED: (now) => `a.password_hash is null and a.blocked_at is null and exists ${openInvitation('', now)}`,
  LAPSED: (now) => `a.password_hash is null and a.blocked_at is null and not exists ${openInvitation('', now)}`,
  ACTIVE: () => 'a.password_hash is not null and a.blocked_at is null',
  BLOCKED: () => 'a.blocked_at is not null',
};

export interface AccountFilter {
  readonly states?: readonly AccountState[] | null;
  readonly personId?: string | null;
  readonly text?: string | null;
}

export const accountSorts = ['NEWEST', 'OLDEST', 'NAME', 'NAME_DESCENDING', 'LOGIN', 'LOGIN_DESCENDING'] as const;
export type AccountSort = (typeof accountSorts)[number];

const created = { by: 'a.created_at', type: 'timestamptz' } as const;
const name = { by: nameOfPerson('a.person_id'), type: 'text' } as const;
const login = { by: 'a.login', type: 'text' } as const;
const sorts: Readonly<Record<AccountSort, SortKey>> = {
  NEWEST: { ...created, descending: true },
  OLDEST: created,
  NAME: name,
  NAME_DESCENDING: { ...name, descending: true },
  LOGIN: login,
  LOGIN_DESCENDING: { ...login, descending: true },
};

export async function listAccounts(
  context: Context,
  args: PageArgs,
  filter: AccountFilter,
  sort: AccountSort,
): Promise<Page<AccountType>> {
  if (!mayReadAccounts(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const parameters = new Parameters();
  // A literal: the count of the rows, which shows no invitation, may not be given a parameter it does not name.
  const now = `'${new Date(context.clock.now()).toISOString()}'::timestamptz`;
  const where: string[] = [];
  if (filter.states != null)
    where.push(`((${filter.states.map((state) => stateConditions[state](now)).join(') or (') || 'false'}))`);
  const personId = decodeOptionalId('Person', filter.personId);
  if (personId !== null) where.push(`a.person_id = ${parameters.add(personId)}`);
  where.push(...accountsCalled(filter.text ?? '', parameters));
  return listPage<AccountRow, AccountType>({
    database: context.database,
    select: accountColumns(now),
    from: 'account a',
    where,
    parameters,
    // The tie runs with the moment, as the index does.
    sort: [sorts[sort], { by: 'a.id', type: 'uuid', descending: sort !== 'OLDEST' }],
    args,
    nodeOf: accountType,
  });
}

/** For whoever may read accounts, and for the account itself. */
export async function accountsById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, AccountType>> {
  const { viewer } = context;
  const own = viewer.kind === 'SIGNED_IN' ? viewer.accountId : null;
  const allowed = mayReadAccounts(viewer) ? ids : ids.filter((id) => id === own);
  const rows = await context.database.read<AccountRow>(
    `select ${accountColumns('$2')} from account a where a.id = any($1::uuid[])`,
    [allowed, new Date(context.clock.now())],
  );
  return new Map(rows.map((row) => [row.id, accountType(row)]));
}

/** The account a command has just changed. */
export async function changedAccount(context: Context, id: string): Promise<AccountType | null> {
  return (await accountsById(context, [id])).get(id) ?? null;
}

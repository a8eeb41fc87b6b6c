import type { World } from '../kernel/context.ts';
import { newId } from '../kernel/new-id.ts';
import type { Secrets } from '../kernel/ports.ts';
import { tokenPrefix } from '../modules/identity/find-viewer.ts';
import { writeJournal, writeRows } from './write-rows.ts';

const year = 366 * 86_400_000;

/** By this name an owner sees in their list of tokens what it is for, and may revoke it. */
export const demoTokenName = 'Демонстрация / demo';

/** What the token of a synthetic owner may do. */
const scopes = ['profile', 'assemblies:read', 'ballots:read', 'assemblies:write', 'vote'];

/**
 * The token of a synthetic owner: made from the secret of this installation, so only who holds that secret can say it. It
 * means nothing where the demo did not store it: nobody but the demo's own owners can be spoken for.
 */
export function demoOwnerToken(secrets: Secrets, personId: string): string {
  return `${tokenPrefix}${secrets.hash('access-token', `the demo owner ${personId}`).toString('base64url')}`;
}

export interface DemoAccountParts {
  readonly world: World;
  readonly administratorId: string;
  readonly at: number;
  readonly now: number;
  /** Part of the logins: `owner-1-17`. */
  readonly house: number;
  /** One password for all: the hash of the demo's own. */
  readonly passwordHash: string;
}

/** Accounts for owners, as if each had been invited and had accepted, with a token of the demo. */
export async function giveAccounts(parts: DemoAccountParts, personIds: readonly string[]): Promise<void> {
  const { world, administratorId, at, now, house, passwordHash } = parts;
  const { read } = world.database;
  const accounts = personIds.map((personId, n) => ({
    id: newId(),
    person_id: personId,
    login: `owner-${String(house)}-${String(n + 1)}`,
    password_hash: passwordHash,
    created_at: new Date(at),
  }));
  await writeRows(
    read,
    'account',
    { id: 'uuid', person_id: 'uuid', login: 'text', password_hash: 'text', created_at: 'timestamptz' },
    accounts,
  );
  const tokens = accounts.map(({ id, person_id }) => ({
    id: newId(),
    account_id: id,
    secret_hash: world.secrets.hash('access-token', demoOwnerToken(world.secrets, person_id)),
  }));
  await read(
    `insert into access_token (id, account_id, token_name, secret_hash, created_at, expires_at, scopes)
     select id, account_id, $3, secret_hash, $5, $6, $7::text[]
       from unnest($1::uuid[], $2::uuid[], $4::bytea[]) as t(id, account_id, secret_hash)`,
    [
      tokens.map((token) => token.id),
      tokens.map((token) => token.account_id),
      demoTokenName,
      tokens.map((token) => token.secret_hash),
      new Date(at),
      new Date(now + year),
      scopes,
    ],
  );
  await writeJournal(
    read,
    accounts.flatMap(({ id, person_id }, n) => {
      const moment = new Date(at + n * 1000);
      const invited = { person: person_id, account: id, invitation: null, roleGrants: [] };
      return [
        { at: moment, accountId: administratorId, command: 'invitePerson', ids: invited },
        { at: moment, accountId: id, command: 'acceptInvitation', ids: { account: id } },
        {
          at: moment,
          accountId: id,
          command: 'createAccessToken',
          ids: { account: id, accessToken: tokens[n]?.id ?? null },
          changes: { scopes },
        },
      ];
    }),
  );
}

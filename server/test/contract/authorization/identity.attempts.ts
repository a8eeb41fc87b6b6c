import { newId } from '../../../src/kernel/new-id.ts';
import { byId, gid, list, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';
import type { GlobalKind } from '../../../src/kernel/global-id.ts';

const owner = (city: City): string => gid('Person', city.persons.owner);
const password = 'a long enough password';

/** An account that nobody uses, of a person who owns nothing. */
export async function spareAccount(city: City, passwordHash: string | null = 'x'): Promise<string> {
  const person = await city.world.person(`Запасной ${city.number()}`);
  const id = newId();
  await city.world.sql.query(
    'insert into account (id, person_id, login, password_hash, created_at) values ($1,$2,$3,$4,now())',
    [id, person, `spare-${id}`, passwordHash],
  );
  return id;
}

async function spareGrant(city: City): Promise<string> {
  const id = newId();
  await city.world.sql.query(
    `insert into role_grant (id, account_id, role, since) values ($1,$2,'AUDITOR','2026-01-01')`,
    [id, await spareAccount(city)],
  );
  return id;
}

async function ownersToken(city: City): Promise<string> {
  const id = newId();
  await city.world.sql.query(
    `insert into access_token (id, account_id, token_name, secret_hash, scopes, created_at, expires_at)
     values ($1,$2,'spare',$3,'{profile}',now(),'2099-01-01')`,
    [id, city.accounts.owner, Buffer.from(id)],
  );
  return gid('AccessToken', id);
}

async function openInvitation(city: City): Promise<string> {
  const secret = `invitation ${city.number()}`;
  await city.world.sql.query(
    `insert into invitation (id, account_id, secret_hash, created_at, expires_at) values ($1,$2,$3,now(),'2099-01-01')`,
    [newId(), await spareAccount(city, null), city.app.world.secrets.hash('invitation', secret)],
  );
  return secret;
}

async function oneId(city: City, sql: string, ...parameters: readonly unknown[]): Promise<string> {
  const { rows } = await city.world.sql.query<{ id: string }>(sql, [...parameters]);
  return rows[0]?.id ?? '';
}

/** An ОГРН that checks out and that nobody has. */
function freshOgrn(city: City): string {
  const digits = `10277${String(5_000_000 + city.number()).padStart(7, '0')}`;
  return `${digits}${String(BigInt(digits) % 11n).slice(-1)}`;
}

const spareScopes: Partial<Record<GlobalKind, Attempt['lacking']>> = {
  AccessToken: ['profile'],
  Account: ['accounts:read'],
  Assembly: ['assemblies:read'],
  Ballot: ['ballots:read'],
  House: ['houses:read'],
  JournalRow: ['journal:read'],
  Organisation: ['houses:read'],
  Ownership: ['houses:read'],
  Person: ['people:read'],
  Premises: ['houses:read'],
  Proxy: ['assemblies:read'],
  RoleGrant: ['accounts:read'],
  Session: ['profile'],
};

function node(kind: GlobalKind, id: (city: City) => string | Promise<string>): Attempt {
  return {
    lacking: spareScopes[kind] ?? [],
    ask: async (city) => ({
      document: `query ($id: ID!) { node(id: $id) { id ... on ${kind} { id } } }`,
      variables: { id: await id(city) },
    }),
  };
}

async function ownersSession(city: City): Promise<string> {
  return (await city.session('owner')).id;
}

export const identityAttempts: Readonly<Record<string, Attempt>> = {
  'Query.viewer': { ask: () => ({ document: '{ viewer { accountId } }' }) },
  'Query.accounts': list('accounts', (city) => gid('Account', city.accounts.owner)),
  'Query.roleGrants': {
    ask: () => ({ document: '{ roleGrants(first: 100) { nodes { accountId } } }' }),
    sees: (answer, city) => answer.at('nodes', 'accountId').has(gid('Account', city.accounts.keeper)),
  },
  'Query.journal': {
    ask: () => ({ document: '{ journal(first: 100, filter: { command: "castBallot" }) { nodes { accountId } } }' }),
    sees: (answer, city) => answer.at('nodes', 'accountId').has(gid('Account', city.accounts.owner)),
  },
  'Query.mySessions': {
    ask: async (city) => {
      await ownersSession(city);
      return { document: '{ mySessions(first: 100) { nodes { address } } }' };
    },
    sees: (answer) => answer.at('nodes', 'address').has('of owner'),
  },
  'Query.myAccessTokens': {
    ask: async (city) => {
      await ownersToken(city);
      return { document: '{ myAccessTokens(first: 100) { nodes { name } } }' };
    },
    sees: (answer) => answer.at('nodes', 'name').has('spare'),
  },
  'Query.looksAtMe': {
    ask: () => ({ document: '{ looksAtMe(first: 10) { nodes { personId } } }' }),
    sees: (answer, city) => answer.at('nodes', 'personId').has(owner(city)),
  },
  'Query.organisations': list('organisations', (city) => gid('Organisation', city.organisations.own)),
  'Query.node:AccessToken': node('AccessToken', ownersToken),
  'Query.node:Account': node('Account', (city) => gid('Account', city.accounts.owner)),
  'Query.node:Assembly': node('Assembly', (city) => city.assemblies.voting.id),
  'Query.node:Ballot': node('Ballot', (city) => city.ballots.electronic),
  'Query.node:House': node('House', (city) => gid('House', city.houses.own)),
  'Query.node:JournalRow': node('JournalRow', async (city) => {
    const row = await oneId(city, `select id from journal where command = 'castBallot' limit 1`);
    return gid('JournalRow', BigInt(row).toString(16).padStart(32, '0'));
  }),
  'Query.node:Organisation': node('Organisation', (city) => gid('Organisation', city.organisations.own)),
  'Query.node:Ownership': node('Ownership', (city) => gid('Ownership', city.ownerships.owner)),
  'Query.node:Person': node('Person', owner),
  'Query.node:Premises': node('Premises', (city) => gid('Premises', city.premises.owner)),
  'Query.node:Proxy': node('Proxy', (city) => city.proxy),
  'Query.node:RoleGrant': node('RoleGrant', async (city) =>
    gid('RoleGrant', await oneId(city, 'select id from role_grant where account_id = $1', city.accounts.keeper)),
  ),
  'Query.node:Session': node('Session', ownersSession),
  'Query.nodes': {
    lacking: ['people:read'],
    ask: (city) => ({
      document: 'query ($ids: [ID!]!) { nodes(ids: $ids) { id } }',
      variables: { ids: [owner(city)] },
    }),
    sees: (answer) => answer.isThere,
  },

  'Mutation.signIn': mutation(
    'signIn',
    async (city) => ({
      login: await oneId(city, 'select login as id from account where id = $1', city.accounts.stranger),
      password,
    }),
    { ownSession: true },
  ),
  'Mutation.signOut': {
    ownSession: true,
    ask: () => ({ document: 'mutation { signOut { signedOut userErrors { code } } }' }),
  },
  'Mutation.acceptInvitation': mutation(
    'acceptInvitation',
    async (city) => ({ secret: await openInvitation(city), password: 'три синих кота' }),
    { ownSession: true },
  ),
  'Mutation.changePassword': mutation('changePassword', async (city, who) => {
    if (who !== 'anonymous' && who !== 'token') await city.resetPassword(who);
    return { currentPassword: password, newPassword: 'три синих кота' };
  }),
  'Mutation.setLocale': mutation('setLocale', () => ({ locale: 'EN' })),
  'Mutation.endSession': mutation('endSession', async (city) => ({ sessionId: await ownersSession(city) })),
  'Mutation.createAccessToken': mutation('createAccessToken', (city) => ({
    name: 'test',
    scopes: ['PROFILE'],
    expiresAt: new Date(city.app.clock.now() + 86_400_000).toISOString(),
  })),
  'Mutation.revokeAccessToken': {
    ...mutation('revokeAccessToken', async (city) => ({ accessTokenId: await ownersToken(city) })),
    lacking: ['profile'],
  },
  'Mutation.invitePerson': mutation('invitePerson', async (city) => ({
    personId: gid('Person', await city.world.person(`Гость ${city.number()}`)),
    login: `guest${city.number()}@example.ru`,
  })),
  'Mutation.withdrawInvitation': mutation('withdrawInvitation', async (city) => {
    const person = gid('Person', await city.world.person(`Приглашённый ${city.number()}`));
    const invited = { personId: person, login: `withdrawn${city.number()}@example.ru` };
    return { accountId: (await city.made('administrator', 'invitePerson', invited, 'account')).id };
  }),
  'Mutation.blockAccount': mutation('blockAccount', async (city) => ({
    accountId: gid('Account', await spareAccount(city)),
  })),
  'Mutation.unblockAccount': mutation('unblockAccount', async (city) => ({
    accountId: gid('Account', await spareAccount(city)),
  })),
  'Mutation.grantRole': mutation('grantRole', async (city) => ({
    accountId: gid('Account', await spareAccount(city)),
    role: 'AUDITOR',
  })),
  'Mutation.revokeRole': mutation('revokeRole', async (city) => ({
    roleGrantId: gid('RoleGrant', await spareGrant(city)),
  })),
  'Mutation.registerPerson': mutation('registerPerson', (city) => ({
    kind: 'PERSON',
    familyName: `Новый ${city.number()}`,
    givenName: 'Имя',
  })),
  'Mutation.amendPerson': mutation('amendPerson', async (city) => ({
    personId: owner(city),
    version: Number(await oneId(city, 'select version as id from person where id = $1', city.persons.owner)),
    patronymic: 'Павловна',
  })),
  'Mutation.appointHead': mutation('appointHead', async (city) => ({
    bodyId: gid('Person', await city.world.person(`ООО ${city.number()}`, { kind: 'COMPANY' })),
    personId: owner(city),
  })),
  'Mutation.revealPerson': mutation('revealPerson', (city) => ({
    personId: owner(city),
    fields: ['SNILS'],
    reason: 'проверка прав',
  })),
  'Mutation.createOrganisation': mutation('createOrganisation', (city) => ({
    kind: 'HOA',
    name: 'ТСЖ',
    ogrn: freshOgrn(city),
  })),
  'Mutation.amendOrganisation': mutation('amendOrganisation', async (city) => ({
    organisationId: gid('Organisation', city.organisations.own),
    version: Number(await oneId(city, 'select version as id from organisation where id = $1', city.organisations.own)),
    phone: `+7495${String(1_000_000 + city.number())}`,
  })),

  'Account.login': byId(
    'node',
    (city) => gid('Account', city.accounts.owner),
    '... on Account { login }',
    (answer) => answer.at('login').isThere,
    {
      lacking: ['accounts:read'],
    },
  ),
  'Account.person': byId(
    'node',
    (city) => gid('Account', city.accounts.owner),
    '... on Account { person { displayName } }',
    (answer) => answer.at('person', 'displayName').isThere,
    { lacking: ['accounts:read'] },
  ),
  'Session.address': {
    root: 'mySessions',
    lacking: ['profile'],
    ask: async (city) => {
      await ownersSession(city);
      return { document: '{ mySessions(first: 100) { nodes { address } } }' };
    },
    sees: (answer) => answer.at('nodes', 'address').has('of owner'),
  },
  'Look.reason': {
    root: 'looksAtMe',
    lacking: ['profile'],
    ask: () => ({ document: '{ looksAtMe(last: 1) { nodes { reason } } }' }),
    sees: (answer) => answer.at('nodes', 'reason').has('звонок жителя'),
  },
  'RoleGrant.account': {
    root: 'roleGrants',
    lacking: ['accounts:read'],
    ask: () => ({ document: '{ roleGrants(first: 100) { nodes { account { login } } } }' }),
    sees: (answer) => answer.at('nodes', 'account', 'login').isThere,
  },
  'JournalRow.changes': {
    root: 'journal',
    lacking: ['journal:read'],
    ask: () => ({ document: '{ journal(first: 100, filter: { command: "revealPerson" }) { nodes { changes } } }' }),
    sees: (answer) => answer.at('nodes', 'changes').isThere,
  },
  'PersonDetails.snils': {
    root: 'revealPerson',
    lacking: ['people:read'],
    ask: (city) => ({
      document: `mutation ($id: ID!) { revealPerson(input: { personId: $id, fields: [SNILS], reason: "проверка прав" }) {
        details { snils } userErrors { code } } }`,
      variables: { id: owner(city) },
    }),
    sees: (answer) => answer.at('details', 'snils').has('11223344595'),
  },
};

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorOf, ConsoleOf, enrol, tokenOf, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
let anna: Enrolled;

beforeAll(async () => {
  app = await startTestApp();
  administrator = await administratorOf(app);
  anna = await enrol(app, administrator);
});
afterAll(async () => app.stop());

const viewer = '{ viewer { accountId scopes } }';
const inDays = (days: number) => new Date(app.clock.now() + days * 86_400_000).toISOString();

describe('a token', () => {
  it('acts for its person within its scopes', async () => {
    const { secret } = await tokenOf(app, anna.console, ['PROFILE', 'ASSEMBLIES_READ']);
    expect(secret).toMatch(/^veche_pat_[\w-]{43}$/);
    expect(await app.ask(secret, viewer)).toEqual({
      viewer: { accountId: anna.accountId, scopes: ['PROFILE', 'ASSEMBLIES_READ'] },
    });
    expect(await app.ask(secret, '{ mySessions(first: 1) { totalCount } }')).toEqual({ mySessions: { totalCount: 1 } });
    const refused = await app.askRaw(secret, '{ organisations(first: 1) { totalCount } }');
    expect(refused.errors).toMatchObject([
      { extensions: { code: 'SCOPE_MISSING' }, message: 'The token lacks the scope “houses:read”.' },
    ]);
  });

  it('gives its person no right they lack', async () => {
    const { secret } = await tokenOf(app, anna.console, ['ACCOUNTS_READ', 'JOURNAL_READ']);
    for (const field of ['accounts', 'journal']) {
      const refused = await app.askRaw(secret, `{ ${field}(first: 1) { totalCount } }`);
      expect(refused.errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    }
  });

  it('is shown once and kept as a keyed hash', async () => {
    const { secret } = await tokenOf(app, anna.console, ['PROFILE']);
    const rows = await app.world.database.read<{ row: string }>(
      'select row_to_json(t)::text as row from access_token t',
    );
    expect(rows.some(({ row }) => row.includes(app.world.secrets.hash('access-token', secret).toString('hex')))).toBe(
      true,
    );
    expect(rows.some(({ row }) => row.includes(secret.slice(10)))).toBe(false);
  });

  it('is refused at once when it is revoked', async () => {
    const { id, secret } = await tokenOf(app, anna.console, ['PROFILE']);
    expect(await app.ask(secret, viewer)).toMatchObject({ viewer: { accountId: anna.accountId } });
    const revoked = await anna.console.call('revokeAccessToken', { accessTokenId: id }, 'accessToken { id revokedAt }');
    expect(revoked).toMatchObject({
      accessToken: { id, revokedAt: new Date(app.clock.now()).toISOString() },
      userErrors: [],
    });
    expect(await app.ask(secret, viewer)).toEqual({ viewer: null });
    const again = await anna.console.call('revokeAccessToken', { accessTokenId: id });
    expect(again.userErrors).toMatchObject([{ code: 'ALREADY_REVOKED' }]);
  });

  it('may revoke itself and no other; nobody revokes a stranger’s', async () => {
    const one = await tokenOf(app, anna.console, ['PROFILE']);
    const other = await tokenOf(app, anna.console, ['PROFILE']);
    const revoke = `mutation ($id: ID!) { revokeAccessToken(input: { accessTokenId: $id }) { userErrors { code } } }`;
    expect(await app.ask(one.secret, revoke, { id: other.id })).toMatchObject({
      revokeAccessToken: { userErrors: [{ code: 'NOT_ALLOWED' }] },
    });
    expect(await app.ask(one.secret, revoke, { id: one.id })).toMatchObject({ revokeAccessToken: { userErrors: [] } });
    expect(await app.ask(one.secret, viewer)).toEqual({ viewer: null });
    const stranger = await administrator.call('revokeAccessToken', { accessTokenId: other.id });
    expect(stranger.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await app.ask(other.secret, viewer)).toMatchObject({ viewer: { accountId: anna.accountId } });
  });

  it('ends at its time', async () => {
    const own = await startTestApp();
    try {
      const { secret } = await tokenOf(own, await administratorOf(own), ['PROFILE'], 1);
      own.clock.set(own.clock.now() + 86_399_999);
      expect(await own.ask(secret, viewer)).not.toEqual({ viewer: null });
      own.clock.set(own.clock.now() + 1);
      expect(await own.ask(secret, viewer)).toEqual({ viewer: null });
    } finally {
      await own.stop();
    }
  });

  it('tells when it was last used, to the minute', async () => {
    const own = await startTestApp();
    try {
      const console = await administratorOf(own);
      const { secret } = await tokenOf(own, console, ['PROFILE']);
      const lastUse = async () =>
        (
          await console.ask<{ myAccessTokens: { nodes: { lastUsedAt: string | null }[] } }>(
            '{ myAccessTokens(first: 1) { nodes { lastUsedAt } } }',
          )
        ).myAccessTokens.nodes[0]?.lastUsedAt;
      expect(await lastUse()).toBeNull();
      const first = new Date(own.clock.now()).toISOString();
      await own.ask(secret, viewer);
      await expect.poll(lastUse).toBe(first);
      own.clock.set(own.clock.now() + 59_000);
      await own.ask(secret, viewer);
      await own.ask(secret, viewer);
      expect(await lastUse()).toBe(first);
      own.clock.set(own.clock.now() + 2000);
      await own.ask(secret, viewer);
      await expect.poll(lastUse).toBe(new Date(own.clock.now()).toISOString());
    } finally {
      await own.stop();
    }
  });

  it.each([
    ['without a name', { name: ' ' }, 'name'],
    ['without a scope', { scopes: [] }, 'scopes'],
    ['that is over already', { expiresAt: '2026-02-01T06:00:00Z' }, 'expiresAt'],
    ['for longer than a year', { expiresAt: '2027-02-03T06:00:00Z' }, 'expiresAt'],
  ])('is refused %s', async (_what, change, field) => {
    const { userErrors } = await anna.console.call('createAccessToken', {
      name: 'test',
      scopes: ['PROFILE'],
      expiresAt: inDays(1),
      ...change,
    });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', field] }]);
  });

  it('may last a year, and there may be fifty of them', async () => {
    const boris = await enrol(app, administrator);
    for (let made = 0; made < 50; made += 1) await tokenOf(app, boris.console, ['PROFILE'], 365);
    const { userErrors } = await boris.console.call('createAccessToken', {
      name: 'one more',
      scopes: ['PROFILE'],
      expiresAt: inDays(1),
    });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT' }]);
  });
});

describe('a token with every scope, of the administrator,', () => {
  const everything = [
    'PROFILE',
    'ACCOUNTS_READ',
    'ACCOUNTS_WRITE',
    'PEOPLE_READ',
    'PEOPLE_WRITE',
    'HOUSES_READ',
    'HOUSES_WRITE',
    'ASSEMBLIES_READ',
    'ASSEMBLIES_WRITE',
    'BALLOTS_READ',
    'BALLOTS_ENTER',
    'VOTE',
    'JOURNAL_READ',
  ];

  async function codeOf(mutation: string, input: Record<string, unknown>): Promise<string | undefined> {
    const { secret } = await tokenOf(app, administrator, everything);
    const bearer = new ConsoleOf(app, { authorization: `Bearer ${secret}` });
    return (await bearer.call(mutation, input)).userErrors[0]?.code;
  }

  it('makes no token, gives no role, and changes no password or session', async () => {
    const made = await codeOf('createAccessToken', { name: 'child', scopes: ['PROFILE'], expiresAt: inDays(1) });
    expect(made).toBe('NOT_ALLOWED');
    expect(await codeOf('grantRole', { accountId: anna.accountId, role: 'AUDITOR' })).toBe('NOT_ALLOWED');
    expect(await codeOf('revokeRole', { roleGrantId: anna.accountId })).toBe('NOT_ALLOWED');
    const invited = await codeOf('invitePerson', {
      personId: anna.personId,
      login: 'x@example.ru',
      roles: [{ role: 'AUDITOR' }],
    });
    expect(invited).toBe('NOT_ALLOWED');
    expect(await codeOf('changePassword', { currentPassword: 'x', newPassword: 'пять рыжих лис' })).toBe('NOT_ALLOWED');
    expect(await codeOf('endSession', { sessionId: anna.accountId })).toBe('NOT_ALLOWED');
  });

  it('invites an owner, who needs no role', async () => {
    const person = await administrator.call<{ person: { id: string } }>(
      'registerPerson',
      { kind: 'PERSON', familyName: 'Владелец', givenName: 'Имя' },
      'person { id }',
    );
    expect(await codeOf('invitePerson', { personId: person.person.id, login: 'owner@example.ru' })).toBeUndefined();
  });

  it('signs nobody out', async () => {
    const { secret } = await tokenOf(app, administrator, everything);
    const bearer = new ConsoleOf(app, { authorization: `Bearer ${secret}` });
    await bearer.call('signOut', null);
    expect(await administrator.ask('{ viewer { scopes } }')).toEqual({ viewer: { scopes: null } });
    expect(await app.ask(secret, viewer)).not.toEqual({ viewer: null });
  });
});

describe('what is no token', () => {
  it.each(['Bearer nonsense', 'Bearer veche_pat_nonsense', 'Basic YTpi', 'Bearer', ''])(
    'lets nobody in: %j',
    async (authorization) => {
      const stranger = new ConsoleOf(app, { authorization });
      stranger.cookie = authorization === '' ? '' : anna.console.cookie;
      expect(await stranger.ask('{ viewer { accountId } }')).toEqual({ viewer: null });
    },
  );
});

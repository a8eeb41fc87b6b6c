import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { foundPlatform } from '../../src/modules.ts';
import { clockworkContext } from '../../src/kernel/clockwork-context.ts';
import { atOnce } from '../at-once.ts';
import { administratorOf, ConsoleOf, enrol, password, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
let owner: Enrolled;

beforeAll(async () => {
  app = await startTestApp({ environment: { PUBLIC_URL: 'https://veche.example/' } });
  administrator = await administratorOf(app);
  owner = await enrol(app, administrator);
});
afterAll(async () => app.stop());

const invitationFields = 'account { id login isActive blockedAt } invitation { secret link expiresAt }';
interface Invited {
  readonly account: { readonly id: string; readonly login: string; readonly isActive: boolean } | null;
  readonly invitation: { readonly secret: string; readonly link: string; readonly expiresAt: string } | null;
}

let registered = 0;
async function register(kind: 'PERSON' | 'PUBLIC' = 'PERSON'): Promise<string> {
  registered += 1;
  const names =
    kind === 'PERSON'
      ? { familyName: `Гость${registered}`, givenName: 'Имя' }
      : { bodyName: `Департамент ${registered}` };
  const answer = await administrator.call<{ person: { id: string } }>(
    'registerPerson',
    { kind, ...names },
    'person { id }',
  );
  return answer.person.id;
}

async function invite(personId: string, login: string, roles?: readonly object[]) {
  return administrator.call<Invited>(
    'invitePerson',
    { personId, login, ...(roles ? { roles } : {}) },
    invitationFields,
  );
}

async function accept(secret: string | undefined, given = password): Promise<string | null> {
  const { userErrors } = await new ConsoleOf(app).call(
    'acceptInvitation',
    { secret: secret ?? '', password: given },
    'login',
  );
  return userErrors[0]?.code ?? null;
}

async function signIn(login: string): Promise<string | null> {
  const { userErrors } = await new ConsoleOf(app).call('signIn', { login, password });
  return userErrors[0]?.code ?? null;
}

describe('an invitation', () => {
  it('is a link handed over by hand; accepting it activates the account and signs in', async () => {
    const { account, invitation, userErrors } = await invite(await register(), ' Guest1@Example.ru ');
    expect(userErrors).toEqual([]);
    expect(account).toMatchObject({ login: 'guest1@example.ru', isActive: false });
    expect(invitation?.link).toBe(`https://veche.example/invitation#${invitation?.secret ?? ''}`);
    expect(invitation?.expiresAt).toBe(new Date(app.clock.now() + 14 * 86_400_000).toISOString());
    expect(await signIn('guest1@example.ru')).toBe('WRONG_CREDENTIALS');

    const guest = new ConsoleOf(app);
    expect(await guest.call('acceptInvitation', { secret: invitation?.secret, password }, 'login')).toMatchObject({
      login: 'guest1@example.ru',
      userErrors: [],
    });
    expect(await guest.ask('{ viewer { accountId } }')).toEqual({ viewer: { accountId: account?.id } });
    expect(await signIn('guest1@example.ru')).toBeNull();
  });

  it('is used once, also when two browsers try at the same moment', async () => {
    const { invitation } = await invite(await register(), 'guest2@example.ru');
    const codes = await atOnce(app, 'session', 2, async () => accept(invitation?.secret));
    expect(new Set(codes)).toEqual(new Set(['INVITATION_INVALID', null]));
    expect(await accept(invitation?.secret)).toBe('INVITATION_INVALID');
  });

  it('survives a weak password', async () => {
    const { invitation } = await invite(await register(), 'guest3@example.ru');
    for (const weak of ['short', 'qwerty12345', 'guest3-guest3'])
      expect(await accept(invitation?.secret, weak)).toBe('WEAK_PASSWORD');
    expect(await accept(invitation?.secret)).toBeNull();
  });

  it('is revoked by a newer one, which may come with another login', async () => {
    const personId = await register();
    const first = await invite(personId, 'guest4@example.ru');
    const second = await invite(personId, 'guest4-new@example.ru');
    expect(second.account?.id).toBe(first.account?.id);
    expect(await accept(first.invitation?.secret)).toBe('INVITATION_INVALID');
    expect(await accept(second.invitation?.secret)).toBeNull();
    expect(await signIn('guest4@example.ru')).toBe('WRONG_CREDENTIALS');
    expect(await signIn('guest4-new@example.ru')).toBeNull();
  });

  it('is listed while it is open, and withdrawn: the link dies at once, and another may be sent', async () => {
    const personId = await register();
    const { account, invitation } = await invite(personId, 'guest6@example.ru');
    const listed = async (state: string): Promise<boolean> => {
      const { accounts } = await administrator.ask<{ accounts: { nodes: { id: string; invitedUntil: string }[] } }>(
        'query ($states: [AccountState!]) { accounts(first: 50, filter: { states: $states }) { totalCount nodes { id invitedUntil } } }',
        { states: [state] },
      );
      return accounts.nodes.some(({ id }) => id === account?.id);
    };
    const withdraw = async (rehearse = false) =>
      administrator.call<{ account: { invitedUntil: string | null } }>(
        'withdrawInvitation',
        { accountId: account?.id, rehearse },
        'account { invitedUntil }',
      );
    expect([await listed('INVITED'), await listed('LAPSED')]).toEqual([true, false]);
    expect((await withdraw(true)).account.invitedUntil).toBe(invitation?.expiresAt);
    expect(await withdraw()).toMatchObject({ account: { invitedUntil: null }, userErrors: [] });
    expect(await accept(invitation?.secret)).toBe('INVITATION_INVALID');
    expect([await listed('INVITED'), await listed('LAPSED')]).toEqual([false, true]);
    expect((await withdraw()).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    const rows = await administrator.ask(
      '{ journal(first: 10, filter: { command: "withdrawInvitation" }) { nodes { ids { role } } } }',
    );
    expect(rows).toEqual({ journal: { nodes: [{ ids: [{ role: 'account' }, { role: 'invitation' }] }] } });
    expect(await accept((await invite(personId, 'guest6@example.ru')).invitation?.secret)).toBeNull();
  });

  it('is nothing that can be made up', async () => {
    expect(await accept('made up')).toBe('INVITATION_INVALID');
    expect(await accept('')).toBe('INVITATION_INVALID');
  });

  it('is kept as a keyed hash only', async () => {
    const { invitation } = await invite(await register(), 'guest5@example.ru');
    const rows = await app.world.database.read<{ row: string }>('select row_to_json(i)::text as row from invitation i');
    const hash = app.world.secrets.hash('invitation', invitation?.secret ?? '').toString('hex');
    expect(rows.some(({ row }) => row.includes(hash))).toBe(true);
    expect(rows.some(({ row }) => row.includes(invitation?.secret ?? ''))).toBe(false);
  });

  it('is refused for whoever is active, for a body, for a login that is taken or none, and for nobody', async () => {
    expect((await invite(owner.personId, 'again@example.ru')).userErrors).toMatchObject([
      { code: 'ALREADY_ACTIVATED' },
    ]);
    expect((await invite(await register('PUBLIC'), 'body@example.ru')).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'personId'] },
    ]);
    expect((await invite(await register(), owner.login)).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: ['input', 'login'] },
    ]);
    expect((await invite(await register(), 'a b')).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'login'] },
    ]);
    expect((await invite(owner.accountId, 'x@example.ru')).userErrors).toMatchObject([
      { code: 'NOT_FOUND', field: ['input', 'personId'] },
    ]);
  });

  it('ends after fourteen days', async () => {
    const own = await startTestApp();
    try {
      const secret = (own.firstInvitation ?? '').split('#')[1];
      own.clock.set(own.clock.now() + 14 * 86_400_000);
      const { userErrors } = await new ConsoleOf(own).call('acceptInvitation', { secret, password });
      expect(userErrors).toMatchObject([{ code: 'INVITATION_INVALID', field: ['input', 'secret'] }]);
    } finally {
      await own.stop();
    }
  });
});

describe('the first administrator', () => {
  const again = async (of: TestApp) => foundPlatform(clockworkContext(of.world), { login: 'admin' });

  it('is invited when there is no account, and only then', async () => {
    const own = await startTestApp();
    try {
      expect(own.firstInvitation).toMatch(/^http:\/\/localhost:\d+\/invitation#[\w-]{43}$/);
      const administratorThere = await administratorOf(own);
      expect(await administratorThere.ask('{ viewer { roles { role organisationId } } }')).toEqual({
        viewer: { roles: [{ role: 'PLATFORM_ADMINISTRATOR', organisationId: null }] },
      });
      own.clock.set(own.clock.now() + 15 * 86_400_000);
      expect(await again(own)).toBeNull();
      expect(await own.world.database.read('select 1 from account')).toHaveLength(1);
    } finally {
      await own.stop();
    }
  });

  it('is invited anew at every start until somebody came, and only the last link counts', async () => {
    const own = await startTestApp();
    try {
      const lost = (own.firstInvitation ?? '').split('#')[1];
      const renewed = await atOnce(own, 'invitation', 2, async () => again(own));
      const secrets = [lost, ...renewed.map((letter) => letter?.secret)];
      const accepted: unknown[] = [];
      for (const secret of secrets) {
        const { userErrors } = await new ConsoleOf(own).call('acceptInvitation', { secret, password });
        if (userErrors.length === 0) accepted.push(secret);
      }
      expect(accepted).toHaveLength(1);
      expect(accepted).not.toContain(lost);
      expect(await again(own)).toBeNull();
      expect(await own.world.database.read('select 1 from account')).toHaveLength(1);
    } finally {
      await own.stop();
    }
  });

  it('is nobody’s to make but the process’s', async () => {
    const context = { ...clockworkContext(app.world), viewer: { kind: 'ANONYMOUS' } as const };
    await expect(foundPlatform(context, { login: 'admin' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
  });
});

describe('a blocked account', () => {
  it('has no way in, and unblocking revives no session and no token', async () => {
    const guest = await enrol(app, administrator);
    const blocked = await administrator.call<{ account: { blockedAt: string } }>(
      'blockAccount',
      { accountId: guest.accountId },
      'account { blockedAt }',
    );
    expect(blocked).toMatchObject({ account: { blockedAt: new Date(app.clock.now()).toISOString() }, userErrors: [] });
    const inside = async () => guest.console.ask('{ viewer { accountId } }');
    expect(await inside()).toEqual({ viewer: null });
    expect(await signIn(guest.login)).toBe('WRONG_CREDENTIALS');
    const unblocked = await administrator.call(
      'unblockAccount',
      { accountId: guest.accountId },
      'account { blockedAt }',
    );
    expect(unblocked).toMatchObject({ account: { blockedAt: null }, userErrors: [] });
    expect(await inside()).toEqual({ viewer: null });
    expect(await signIn(guest.login)).toBeNull();
  });

  it('cannot accept an invitation that was open before', async () => {
    const { account, invitation } = await invite(await register(), 'blocked@example.ru');
    await administrator.call('blockAccount', { accountId: account?.id });
    expect(await accept(invitation?.secret)).toBe('INVITATION_INVALID');
  });

  it('is never the last administrator’s', async () => {
    const { viewer } = await administrator.ask<{ viewer: { accountId: string } }>('{ viewer { accountId } }');
    const { userErrors } = await administrator.call('blockAccount', { accountId: viewer.accountId });
    expect(userErrors).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }]);
  });
});

describe('a role', () => {
  const roles = async (of: Enrolled) =>
    (await of.console.ask<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')).viewer.roles.map(
      ({ role }) => role,
    );
  const grantFields = 'roleGrant { id role since until revokedAt isInForce }';
  interface Granted {
    readonly roleGrant: { readonly id: string };
  }

  it('may come with the invitation', async () => {
    const auditor = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
    expect(await roles(auditor)).toEqual(['AUDITOR']);
  });

  it('is given and taken, at once', async () => {
    const guest = await enrol(app, administrator);
    expect(await roles(guest)).toEqual([]);
    const granted = await administrator.call<Granted>(
      'grantRole',
      { accountId: guest.accountId, role: 'AUDITOR' },
      grantFields,
    );
    expect(granted).toMatchObject({
      roleGrant: { role: 'AUDITOR', until: null, revokedAt: null, isInForce: true },
      userErrors: [],
    });
    expect(await roles(guest)).toEqual(['AUDITOR']);
    const { id } = granted.roleGrant;
    expect(await administrator.call('revokeRole', { roleGrantId: id }, grantFields)).toMatchObject({
      roleGrant: { isInForce: false, revokedAt: new Date(app.clock.now()).toISOString() },
    });
    expect(await roles(guest)).toEqual([]);
    const twice = await administrator.call('revokeRole', { roleGrantId: id });
    expect(twice.userErrors).toMatchObject([{ code: 'ALREADY_REVOKED' }]);
  });

  it('holds in one organisation when it is given there', async () => {
    const made = await administrator.call<{ organisation: { id: string } }>(
      'createOrganisation',
      { kind: 'HOA', name: 'ТСЖ «Дом»', ogrn: '1027700132195' },
      'organisation { id }',
    );
    const guest = await enrol(app, administrator);
    const organisationId = made.organisation.id;
    const wish = { accountId: guest.accountId, role: 'ASSEMBLY_ADMINISTRATOR', organisationId };
    expect((await administrator.call('grantRole', wish)).userErrors).toEqual([]);
    expect(await guest.console.ask('{ viewer { roles { role organisationId } } }')).toEqual({
      viewer: { roles: [{ role: 'ASSEMBLY_ADMINISTRATOR', organisationId }] },
    });
    expect((await administrator.call('grantRole', wish)).userErrors).toMatchObject([{ code: 'DUPLICATE' }]);
  });

  it('ends at its time, and can be given again then', async () => {
    const own = await startTestApp();
    try {
      const administratorThere = await administratorOf(own);
      const until = new Date(own.clock.now() + 3_600_000).toISOString();
      const guest = await enrol(own, administratorThere, { roles: [{ role: 'AUDITOR', until }] });
      own.clock.set(own.clock.now() + 3_599_999);
      expect(await roles(guest)).toEqual(['AUDITOR']);
      own.clock.set(own.clock.now() + 1);
      expect(await roles(guest)).toEqual([]);
      const list = '{ roleGrants(first: 10, filter: { role: AUDITOR }) { nodes { until isInForce } } }';
      expect(await administratorThere.ask(list)).toEqual({ roleGrants: { nodes: [{ until, isInForce: false }] } });
      const again = await administratorThere.call(
        'grantRole',
        { accountId: guest.accountId, role: 'AUDITOR' },
        grantFields,
      );
      expect(again.userErrors).toEqual([]);
      expect(await roles(guest)).toEqual(['AUDITOR']);
    } finally {
      await own.stop();
    }
  });

  it.each([
    ['over nothing, for an assembly administrator', { role: 'ASSEMBLY_ADMINISTRATOR' }, 'INVALID_INPUT'],
    [
      'over one place, for a platform administrator',
      { role: 'PLATFORM_ADMINISTRATOR', organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' },
      'INVALID_INPUT',
    ],
    [
      'over two places',
      { role: 'AUDITOR', organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA', houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA' },
      'INVALID_INPUT',
    ],
    [
      'over an organisation that is not there',
      { role: 'AUDITOR', organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' },
      'NOT_FOUND',
    ],
    ['over a house that is not there', { role: 'AUDITOR', houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND'],
    ['that is over already', { role: 'AUDITOR', until: '2026-02-01T06:00:00Z' }, 'INVALID_INPUT'],
    ['for an account that is not there', { role: 'AUDITOR', accountId: 'AC_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND'],
  ])('is refused %s', async (_what, wish, code) => {
    const { userErrors } = await administrator.call('grantRole', { accountId: owner.accountId, ...wish });
    expect(userErrors).toMatchObject([{ code }]);
  });

  it('of the last administrator stays; of one of two it goes', async () => {
    const list = '{ roleGrants(first: 10, filter: { role: PLATFORM_ADMINISTRATOR, inForce: true }) { nodes { id } } }';
    const { roleGrants } = await administrator.ask<{ roleGrants: { nodes: { id: string }[] } }>(list);
    const roleGrantId = roleGrants.nodes[0]?.id;
    expect((await administrator.call('revokeRole', { roleGrantId })).userErrors).toMatchObject([
      { code: 'LAST_ADMINISTRATOR' },
    ]);

    // An administrator who has not accepted the invitation cannot run the platform either.
    await invite(await register(), 'second-admin@example.ru', [{ role: 'PLATFORM_ADMINISTRATOR' }]);
    expect((await administrator.call('revokeRole', { roleGrantId })).userErrors).toMatchObject([
      { code: 'LAST_ADMINISTRATOR' },
    ]);

    const second = await enrol(app, administrator, { roles: [{ role: 'PLATFORM_ADMINISTRATOR' }] });
    expect((await second.console.call('revokeRole', { roleGrantId })).userErrors).toEqual([]);
    const refused = await administrator.askRaw('{ accounts(first: 1) { totalCount } }');
    expect(refused.errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
  });
});

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { administratorOf, ConsoleOf, enrol, password, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
let anna: Enrolled;

beforeAll(async () => {
  app = await startTestApp({ environment: { TRUST_PROXY: '127.0.0.1' } });
  administrator = await administratorOf(app);
  anna = await enrol(app, administrator);
});
afterAll(async () => app.stop());

const viewer = '{ viewer { accountId personId roles { role } scopes } }';

async function signedInAs(console: ConsoleOf): Promise<string | null> {
  const answer = await console.ask<{ viewer: { accountId: string } | null }>(viewer);
  return answer.viewer?.accountId ?? null;
}

function browser(address: string, userAgent = 'A browser'): ConsoleOf {
  return new ConsoleOf(app, { 'x-forwarded-for': address, 'user-agent': userAgent });
}

async function signIn(console: ConsoleOf, login: string, given = password): Promise<string | null> {
  const { userErrors } = await console.call('signIn', { login, password: given }, 'signedIn');
  return userErrors[0]?.code ?? null;
}

async function journalRows(): Promise<number> {
  const [row] = await app.world.database.read<{ n: number }>('select count(*)::int as n from journal');
  return row?.n ?? 0;
}

describe('signing in', () => {
  it('begins a session in a cookie that scripts and foreign pages never get', async () => {
    const console = browser('10.0.0.1');
    expect(await signedInAs(console)).toBeNull();
    expect(await signIn(console, anna.login)).toBeNull();
    expect(await signedInAs(console)).toBe(anna.accountId);
    const attributes = (console.lastSetCookie ?? '').split('; ').slice(1);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Strict']));
    expect(attributes).toContain(`Expires=${new Date(app.clock.now() + 14 * 86_400_000).toUTCString()}`);
  });

  it('keeps only a keyed hash of the secret', async () => {
    const console = browser('10.0.0.1');
    await signIn(console, anna.login);
    const secret = decodeURIComponent(console.cookie.split('=')[1] ?? '');
    const rows = await app.world.database.read<{ hash: Buffer }>('select secret_hash as hash from session');
    const hashes = rows.map(({ hash }) => hash.toString('hex'));
    expect(hashes).toContain(app.world.secrets.hash('session', secret).toString('hex'));
    expect(rows.some(({ hash }) => hash.includes(secret))).toBe(false);
  });

  it('reads the login in any case', async () => {
    expect(await signIn(browser('10.0.0.1'), ` ${anna.login.toUpperCase()} `)).toBeNull();
  });

  it.each([
    ['a wrong password', () => anna.login, 'три белых кота'],
    ['an unknown name', () => 'nobody@example.ru', password],
    ['what is no name at all', () => '\u0000; drop table account', password],
    ['an empty name', () => '', ''],
  ])('refuses %s in the same words, and writes nothing', async (_what, login, given) => {
    const before = await journalRows();
    expect(await signIn(browser('10.0.0.2'), login(), given)).toBe('WRONG_CREDENTIALS');
    expect(await journalRows()).toBe(before);
  });

  it('makes a new secret, and ends the session whose cookie came along', async () => {
    const console = browser('10.0.0.1');
    await signIn(console, anna.login);
    const old = console.cookie;
    await signIn(console, anna.login);
    expect(console.cookie).not.toBe(old);
    expect(await signedInAs(console)).toBe(anna.accountId);
    const stale = browser('10.0.0.1');
    stale.cookie = old;
    expect(await signedInAs(stale)).toBeNull();
  });

  it('lasts fourteen days', async () => {
    const own = await startTestApp();
    try {
      const console = await administratorOf(own);
      own.clock.set(own.clock.now() + 14 * 86_400_000 - 1);
      expect(await signedInAs(console)).not.toBeNull();
      own.clock.set(own.clock.now() + 1);
      expect(await signedInAs(console)).toBeNull();
    } finally {
      await own.stop();
    }
  });
});

describe('too many attempts', () => {
  it('are refused per account from wherever they come, for unknown names as well', async () => {
    const boris = await enrol(app, administrator);
    for (const login of [boris.login, 'unknown@example.ru']) {
      for (let attempt = 0; attempt < 10; attempt += 1) {
        expect(await signIn(browser(`10.1.0.${attempt}`), login, 'wrong')).toBe('WRONG_CREDENTIALS');
      }
      expect(await signIn(browser('10.1.0.100'), login)).toBe('TOO_MANY_ATTEMPTS');
    }
  });

  it('are forgiven by the right password', async () => {
    const vera = await enrol(app, administrator);
    for (let attempt = 0; attempt < 9; attempt += 1) await signIn(browser('10.1.1.1'), vera.login, 'wrong');
    expect(await signIn(browser('10.1.1.1'), vera.login)).toBeNull();
    expect(await signIn(browser('10.1.1.1'), vera.login, 'wrong')).toBe('WRONG_CREDENTIALS');
    expect(await signIn(browser('10.1.1.1'), vera.login)).toBeNull();
  });

  it('are refused per address, whatever the name, and do not touch other addresses', async () => {
    const codes = await Promise.all(
      Array.from({ length: 101 }, async (_, at) => signIn(browser('10.2.0.1'), `guess${at}@example.ru`, 'wrong')),
    );
    expect(codes.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(100);
    expect(codes.filter((code) => code === 'TOO_MANY_ATTEMPTS')).toHaveLength(1);
    expect(await signIn(browser('10.2.0.1'), anna.login)).toBe('TOO_MANY_ATTEMPTS');
    expect(await signIn(browser('10.2.0.2'), anna.login)).toBeNull();
  });
});

describe('sessions', () => {
  const mySessions = '{ mySessions(first: 100) { nodes { id isThisOne userAgent address } } }';
  interface Sessions {
    readonly mySessions: {
      readonly nodes: readonly { id: string; isThisOne: boolean; userAgent: string; address: string }[];
    };
  }

  it('are listed for their person, with the browser and the address', async () => {
    const galina = await enrol(app, administrator, {
      headers: { 'x-forwarded-for': '10.3.0.1', 'user-agent': 'Kitchen' },
    });
    const phone = browser('10.3.0.2', 'Phone');
    await signIn(phone, galina.login);
    const { nodes } = (await phone.ask<Sessions>(mySessions)).mySessions;
    expect(nodes.map(({ userAgent, address, isThisOne }) => [userAgent, address, isThisOne])).toEqual([
      ['Phone', '10.3.0.2', true],
      ['Kitchen', '10.3.0.1', false],
    ]);
  });

  it('end one by one, and never somebody else’s', async () => {
    const dina = await enrol(app, administrator);
    const phone = browser('10.3.0.2', 'Phone');
    await signIn(phone, dina.login);
    const [, kitchen] = (await phone.ask<Sessions>(mySessions)).mySessions.nodes;
    const foreign = await anna.console.call('endSession', { sessionId: kitchen?.id });
    expect(foreign.userErrors).toMatchObject([{ code: 'NOT_FOUND', field: ['input', 'sessionId'] }]);
    expect(await signedInAs(dina.console)).toBe(dina.accountId);
    const ended = await phone.call<{ sessionId: string }>('endSession', { sessionId: kitchen?.id }, 'sessionId');
    expect(ended).toMatchObject({ sessionId: kitchen?.id, userErrors: [] });
    expect(await signedInAs(dina.console)).toBeNull();
    expect(await signedInAs(phone)).toBe(dina.accountId);
    const again = await phone.call('endSession', { sessionId: kitchen?.id });
    expect(again.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });

  it('end at signing out, with the cookie', async () => {
    const console = browser('10.3.0.3');
    await signIn(console, anna.login);
    const cookie = console.cookie;
    expect(await console.call('signOut', null, 'signedOut')).toMatchObject({ signedOut: true, userErrors: [] });
    expect(console.cookie).toBe('');
    console.cookie = cookie;
    expect(await signedInAs(console)).toBeNull();
    expect(await console.call('signOut', null, 'signedOut')).toMatchObject({ signedOut: true });
  });
});

describe('a new password', () => {
  it('takes the place of the old one and ends the other sessions', async () => {
    const elena = await enrol(app, administrator);
    const phone = browser('10.4.0.1');
    await signIn(phone, elena.login);
    const changed = await phone.call(
      'changePassword',
      { currentPassword: password, newPassword: 'пять рыжих лис' },
      'endedSessions',
    );
    expect(changed).toMatchObject({ endedSessions: 1, userErrors: [] });
    expect(await signedInAs(phone)).toBe(elena.accountId);
    expect(await signedInAs(elena.console)).toBeNull();
    expect(await signIn(browser('10.4.0.2'), elena.login, password)).toBe('WRONG_CREDENTIALS');
    expect(await signIn(browser('10.4.0.2'), elena.login, 'пять рыжих лис')).toBeNull();
  });

  it('is refused when it is weak, or when the old one is wrong; nothing changes', async () => {
    const before = await journalRows();
    const weak = await anna.console.call('changePassword', { currentPassword: password, newPassword: 'qwerty12345' });
    expect(weak.userErrors).toMatchObject([{ code: 'WEAK_PASSWORD', field: ['input', 'newPassword'] }]);
    const named = await anna.console.call('changePassword', {
      currentPassword: password,
      newPassword: `${anna.login}!!`,
    });
    expect(named.userErrors).toMatchObject([{ code: 'WEAK_PASSWORD' }]);
    const wrong = await anna.console.call('changePassword', {
      currentPassword: 'три белых кота',
      newPassword: 'пять рыжих лис',
    });
    expect(wrong.userErrors).toMatchObject([{ code: 'WRONG_CREDENTIALS', field: ['input', 'currentPassword'] }]);
    expect(await journalRows()).toBe(before);
    expect(await signIn(browser('10.4.0.3'), anna.login)).toBeNull();
  });

  it('cannot be found by trying at an open console', async () => {
    const zoya = await enrol(app, administrator);
    const tries: string[] = [];
    for (let attempt = 0; attempt < 11; attempt += 1) {
      const { userErrors } = await zoya.console.call('changePassword', {
        currentPassword: `try ${attempt}`,
        newPassword: 'пять рыжих лис',
      });
      tries.push(userErrors[0]?.code ?? '');
    }
    expect(tries.filter((code) => code === 'WRONG_CREDENTIALS')).toHaveLength(10);
    expect(tries.at(-1)).toBe('TOO_MANY_ATTEMPTS');
  });
});

describe('the language', () => {
  it('is the browser’s until somebody chooses one', async () => {
    const inna = await enrol(app, administrator);
    const refusal = async () =>
      (await inna.console.call('endSession', { sessionId: 'nothing' })).userErrors[0]?.message;
    expect(await refusal()).toBe('Not found, or not visible to you.');
    expect(await inna.console.call('setLocale', { locale: 'RU' }, 'locale')).toMatchObject({
      locale: 'RU',
      userErrors: [],
    });
    expect(await refusal()).toBe('Не найдено, или вам это не видно.');
    expect(await inna.console.ask('{ viewer { locale } }')).toEqual({ viewer: { locale: 'RU' } });
    expect(await inna.console.call('setLocale', { locale: null }, 'locale')).toMatchObject({ locale: null });
    expect(await refusal()).toBe('Not found, or not visible to you.');
  });
});

import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clockworkContext } from '../../src/kernel/clockwork-context.ts';
import { decodeId, encodeId } from '../../src/kernel/global-id.ts';
import { Refusal } from '../../src/kernel/refusal.ts';
import { inTransaction } from '../../src/kernel/transaction.ts';
import { administratorOf, enrol, tokenOf, type ConsoleOf, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
let auditor: Enrolled;

beforeAll(async () => {
  app = await startTestApp();
  administrator = await administratorOf(app);
  auditor = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
});
afterAll(async () => app.stop());

interface Row {
  readonly id: string;
  readonly at: string;
  readonly accountId: string | null;
  readonly accessTokenId: string | null;
  readonly command: string;
  readonly ids: readonly { readonly role: string; readonly id: string }[];
  readonly changes: string | null;
  readonly requestId: string | null;
}

async function journal(filter: Record<string, unknown>, by: ConsoleOf = auditor.console): Promise<readonly Row[]> {
  const answer = await by.ask<{ journal: { nodes: readonly Row[] } }>(
    `query ($filter: JournalFilterInput) { journal(first: 100, filter: $filter) {
       nodes { id at accountId accessTokenId command ids { role id } changes requestId } } }`,
    { filter },
  );
  return answer.journal.nodes;
}

describe('the journal', () => {
  it('says who did what, when, to which ids, and in which request', async () => {
    const guest = await enrol(app, administrator);
    const { viewer } = await administrator.ask<{ viewer: { accountId: string } }>('{ viewer { accountId } }');
    const granted = await administrator.call<{ roleGrant: { id: string } }>(
      'grantRole',
      { accountId: guest.accountId, role: 'CALL_CENTRE_OPERATOR' },
      'roleGrant { id }',
    );
    const [row] = await journal({ command: 'grantRole', objectId: guest.accountId });
    expect(row).toMatchObject({
      at: new Date(app.clock.now()).toISOString(),
      accountId: viewer.accountId,
      accessTokenId: null,
      command: 'grantRole',
      changes: '{"role":"CALL_CENTRE_OPERATOR","until":null}',
    });
    expect(row?.requestId).toMatch(/^[\da-f-]{36}$/);
    expect(row?.ids).toEqual(
      expect.arrayContaining([
        { role: 'account', id: guest.accountId },
        { role: 'roleGrant', id: granted.roleGrant.id },
      ]),
    );
    const node = await auditor.console.ask('query ($id: ID!) { node(id: $id) { id ... on JournalRow { command } } }', {
      id: row?.id,
    });
    expect(node).toEqual({ node: { id: row?.id, command: 'grantRole' } });
  });

  it('names the app that acted, and the clockwork as nobody', async () => {
    const token = await tokenOf(app, administrator, ['PROFILE']);
    await app.ask(token.secret, `mutation { setLocale(input: { locale: EN }) { userErrors { code } } }`);
    expect(await journal({ command: 'setLocale' })).toMatchObject([{ accessTokenId: token.id }]);
    expect(await journal({ command: 'foundPlatform' })).toMatchObject([{ accountId: null }]);
  });

  it('is searched by account, command, object and time', async () => {
    const guest = await enrol(app, administrator);
    const before = new Date(app.clock.now() + 1000);
    app.clock.set(before.getTime());
    await guest.console.call('setLocale', { locale: 'EN' });
    app.clock.set(app.clock.now() + 1000);
    const after = new Date(app.clock.now());
    await guest.console.call('setLocale', { locale: 'RU' });
    const commands = async (filter: Record<string, unknown>) => (await journal(filter)).map(({ command }) => command);
    expect(await commands({ accountId: guest.accountId })).toEqual(['setLocale', 'setLocale', 'acceptInvitation']);
    expect(await commands({ accountId: guest.accountId, command: 'acceptInvitation' })).toEqual(['acceptInvitation']);
    expect(await commands({ objectId: guest.personId })).toEqual(['invitePerson', 'registerPerson']);
    expect(
      await commands({ accountId: guest.accountId, since: before.toISOString(), until: after.toISOString() }),
    ).toEqual(['setLocale']);
    // In one field: whatever somebody has at hand.
    const [invited] = await journal({ objectId: guest.personId, command: 'invitePerson' });
    expect(await commands({ text: guest.accountId, command: 'acceptInvitation' })).toEqual(['acceptInvitation']);
    expect((await journal({ text: invited?.requestId })).map(({ id }) => id)).toEqual([invited?.id]);
    expect(new Set(await commands({ text: 'InvitePerson' }))).toEqual(new Set(['invitePerson']));
    expect(new Set((await journal({ text: guest.login })).map(({ accountId }) => accountId))).toEqual(
      new Set([guest.accountId]),
    );
    expect(await commands({ text: 'nobody-of-this-name' })).toEqual([]);
    expect(await commands({ text: `${guest.login} INVITATION` })).toEqual(['acceptInvitation']);
    expect(await commands({ text: invited?.id })).toEqual(['invitePerson']);
    // A ballot is left out of the indexes of everything else, and found all the same.
    const things = [randomUUID(), randomUUID()] as const;
    await app.world.database.pool.query(
      `insert into journal (at, account_id, command, ids, idempotency_key)
       values ($1, $2, 'castBallot', jsonb_build_object('assembly', $3::uuid, 'submission', $4::uuid), 'a key of its own')`,
      [after, decodeId('Account', guest.accountId), ...things],
    );
    const ballot = { command: 'castBallot' };
    for (const filter of [
      { accountId: guest.accountId },
      { objectId: encodeId('Assembly', things[0]) },
      { text: encodeId('Submission', things[1]) },
      { text: things[1] },
      { text: `${guest.accountId} ball` },
      { text: `castballot ${guest.login}` },
    ])
      expect(await commands({ ...ballot, ...filter })).toEqual(['castBallot']);
    expect(await commands({ ...ballot, text: guest.personId })).toEqual([]);
    const reader = await tokenOf(app, auditor.console, ['JOURNAL_READ']);
    const asked = async (text: string) =>
      app.askRaw(reader.secret, 'query ($text: String) { journal(first: 5, filter: { text: $text }) { totalCount } }', {
        text,
      });
    expect(await asked('castBallot')).toMatchObject({ data: { journal: { totalCount: 1 } } });
    expect((await asked(guest.login)).errors).toMatchObject([{ extensions: { code: 'SCOPE_MISSING' } }]);
    const refused = await auditor.console.askRaw(
      '{ journal(first: 1, filter: { objectId: "nothing" }) { nodes { id } } }',
    );
    expect(refused.errors).toMatchObject([{ extensions: { code: 'NOT_FOUND' } }]);
  });

  it('is turned page by page, the newest first', async () => {
    const page = `query ($first: Int, $after: String, $last: Int) { journal(first: $first, after: $after, last: $last) {
      totalCount nodes { id } pageInfo { hasNextPage endCursor } } }`;
    interface Page {
      readonly journal: {
        totalCount: number;
        nodes: { id: string }[];
        pageInfo: { hasNextPage: boolean; endCursor: string };
      };
    }
    const all = (await auditor.console.ask<Page>(page, { first: 100 })).journal;
    expect(all.totalCount).toBe(all.nodes.length);
    const seen: string[] = [];
    for (let after: string | null = null, more = true; more;) {
      const { journal: part }: Page = await auditor.console.ask<Page>(page, { first: 3, after });
      seen.push(...part.nodes.map(({ id }) => id));
      after = part.pageInfo.endCursor;
      more = part.pageInfo.hasNextPage;
    }
    expect(seen).toEqual(all.nodes.map(({ id }) => id));
    const oldest = (await auditor.console.ask<Page>(page, { last: 2 })).journal.nodes;
    expect(oldest).toEqual(all.nodes.slice(-2));
  });
});

describe('a command and its journal row', () => {
  const counts = async () => {
    const [row] = await app.world.database.read<{ journal: number; organisations: number }>(
      'select (select count(*)::int from journal) as journal, (select count(*)::int from organisation) as organisations',
    );
    return row;
  };

  it('are written together or not at all', async () => {
    const before = await counts();
    const fail = async (error: Error) =>
      inTransaction(clockworkContext(app.world), { command: 'testFails' }, async (unit) => {
        await unit.sql(
          `insert into organisation (id, kind, organisation_name, ogrn, created_at) values (gen_random_uuid(), 'HOA', 'x', 'x', now())`,
        );
        unit.record({});
        throw error;
      });
    await expect(fail(new Error('a bug'))).rejects.toThrow('a bug');
    await expect(fail(new Refusal('NOT_ALLOWED'))).rejects.toThrow('NOT_ALLOWED');
    expect(await counts()).toEqual(before);
  });

  it('belong together: a command without a row is undone, and one with two', async () => {
    const before = await counts();
    const command = async (rows: number) =>
      inTransaction(clockworkContext(app.world), { command: 'testRows' }, async (unit) => {
        await unit.sql(
          `insert into organisation (id, kind, organisation_name, ogrn, created_at) values (gen_random_uuid(), 'HOA', 'x', 'x', now())`,
        );
        for (let row = 0; row < rows; row += 1) unit.record({});
      });
    await expect(command(0)).rejects.toThrow('left no journal row');
    await expect(command(2)).rejects.toThrow('recorded itself twice');
    expect(await counts()).toEqual(before);
  });

  it('a refused mutation leaves none', async () => {
    const before = await counts();
    const { userErrors } = await administrator.call('createOrganisation', { kind: 'HOA', name: 'ТСЖ', ogrn: '1' });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'ogrn'] }]);
    expect(await counts()).toEqual(before);
  });
});

describe('a row of the journal', () => {
  const denied = { code: '42501' };

  it.each([
    `update journal set command = 'other'`,
    'delete from journal',
    'truncate journal',
    `update journal set changes = null where command = 'foundPlatform'`,
  ])('stands against the application: %s', async (statement) => {
    await expect(app.world.database.pool.query(statement)).rejects.toMatchObject(denied);
  });

  it.each([`update journal set command = 'other'`, 'delete from journal', 'truncate journal'])(
    'stands against the owner of the tables too: %s',
    async (statement) => {
      const { Client } = await import('pg');
      const owner = new Client({ connectionString: app.databaseUrl });
      await owner.connect();
      try {
        await expect(owner.query(statement)).rejects.toMatchObject(denied);
      } finally {
        await owner.end();
      }
    },
  );

  it('is nothing the application could make room for: it has no right to drop or alter anything', async () => {
    for (const statement of [
      'drop table journal',
      'alter table journal disable trigger all',
      'drop trigger journal_append_only on journal',
    ]) {
      await expect(app.world.database.pool.query(statement)).rejects.toMatchObject(denied);
    }
  });
});

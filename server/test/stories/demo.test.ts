import { afterAll, beforeAll, expect, test } from 'vitest';
import { RehearsalProblem } from '../../scripts/rehearse/caller.ts';
import { demoStage } from '../../scripts/rehearse/demo-stage.ts';
import { listen } from '../../scripts/rehearse/listen.ts';
import { play } from '../../scripts/rehearse/play.ts';
import { reconcile } from '../../scripts/rehearse/reconcile.ts';
import { deriveSecrets } from '../../src/adapters/secrets.ts';
import { DemoPulse } from '../../src/demo/demo-pulse.ts';
import { Fraction } from '../../src/kernel/fraction.ts';
import { ViewerFinder } from '../../src/modules.ts';
import { countBallots } from '../../src/modules/voting/count-ballots.ts';
import { tallyToJson } from '../../src/modules/voting/tally-json.ts';
import { makeSchema } from '../../src/schema.ts';
import { ConsoleOf } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { gid } from '../world.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ start: Date.now(), environment: { VECHE_DEMO: 'on', VECHE_DEMO_PULSE: '0' } });
});
afterAll(async () => app.stop());

async function ask<Row extends object>(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
  return app.world.database.read<Row>(sql, parameters);
}

async function count(sql: string): Promise<number> {
  const [row] = await ask<{ n: number }>(`select count(*)::int as n from ${sql}`);
  return row?.n ?? Number.NaN;
}

test('is a district of forty houses whose shares never exceed one', async () => {
  expect(await count('house')).toBe(40);
  expect(await count('premises')).toBeGreaterThan(5_500);
  expect(await count('premises')).toBeLessThan(6_500);
  const kinds = await ask<{ kind: string }>('select distinct kind from premises order by kind');
  expect(kinds.map((row) => row.kind)).toEqual(['FLAT', 'NON_RESIDENTIAL', 'PARKING', 'STOREROOM']);
  const ownerships = await ask<{ premises: string; n: string; d: string; joint: boolean }>(
    'select premises_id as premises, share_numerator::text as n, share_denominator::text as d, joint from ownership',
  );
  const owned = new Map<string, Fraction>();
  for (const { premises, n, d } of ownerships) {
    owned.set(premises, (owned.get(premises) ?? Fraction.zero).plus(Fraction.of(BigInt(n), BigInt(d))));
  }
  const sums = new Set([...owned.values()].map(String));
  expect([...sums].toSorted()).toEqual(['1', '1/2']);
  expect(new Set(ownerships.map((row) => row.d))).toEqual(new Set(['1', '2', '3', '4']));
  expect(ownerships.some((row) => row.joint)).toBe(true);
  expect(await count('guardianship')).toBeGreaterThan(100);
});

test('has two years of finished assemblies, and one in every other state; two are voting, one for a day more', async () => {
  const now = app.clock.now();
  const states = await ask<{ state: string; n: number }>(
    'select state, count(*)::int as n from assembly group by state',
  );
  const byState = Object.fromEntries(states.map(({ state, n }) => [state, n]));
  expect(byState).toMatchObject({ DRAFT: 1, ANNOUNCED: 1, VOTING: 2, CANCELLED: 1 });
  expect(byState['CLOSED']).toBeGreaterThan(80);
  const [closed] = await ask<{ first: Date; last: Date }>(
    `select min(opens_at) as first, max(closes_at) as last from assembly where state = 'CLOSED'`,
  );
  const days = (from: Date | undefined): number => (now - (from?.getTime() ?? 0)) / 86_400_000;
  expect(days(closed?.first)).toBeGreaterThan(600);
  expect(days(closed?.last)).toBeLessThan(7);
  const ends = await ask<{ hours: number }>(
    `select extract(epoch from closes_at - $1)::float8 / 3600 as hours from assembly where state = 'VOTING' order by 1`,
    [new Date(now)],
  );
  expect(ends[0]?.hours).toBeGreaterThan(17);
  expect(ends[0]?.hours).toBeLessThan(31);
  expect(ends[1]?.hours).toBeGreaterThan(96);
});

test('keeps results that differ, and every one is what a recount of its ballots gives', async () => {
  const results = await ask<{ id: string; tally: Record<string, unknown>; ballots: number }>(
    'select assembly_id as id, tally, ballots from result',
  );
  expect(results.length).toBe(await count(`assembly where state = 'CLOSED'`));
  for (const { id, tally, ballots } of results) {
    const again = await countBallots(app.world.database.read, id);
    expect(again && { tally: tallyToJson(again.tally), ballots: again.ballots }).toEqual({ tally, ballots });
  }
  const decisions = await ask<{ rule: string; quorum: boolean; adopted: boolean }>(
    `select distinct item->>'rule' as rule, (item->'quorum'->>'met')::boolean as quorum, (item->>'adopted')::boolean as adopted
       from result, jsonb_array_elements(tally->'items') item`,
  );
  expect(decisions).toEqual(
    expect.arrayContaining([
      { rule: 'S', quorum: true, adopted: true },
      { rule: 'S', quorum: true, adopted: false },
      { rule: 'S', quorum: false, adopted: false },
      { rule: 'A50', quorum: true, adopted: false },
      { rule: 'T23', quorum: true, adopted: true },
      { rule: 'T23', quorum: true, adopted: false },
    ]),
  );
});

test('has no ballot that the law would not have taken', async () => {
  expect(await count('ballot')).toBeGreaterThan(10_000);
  const outside = `ballot b join assembly a on a.id = b.assembly_id
    where coalesce(b.handed_over_at, b.received_at) < a.opens_at or b.received_at >= a.closes_at
       or b.handed_over_at > a.paper_accepted_until or b.received_at < b.handed_over_at`;
  expect(await count(outside)).toBe(0);
  expect(await count(`ballot where received_at > to_timestamp(${String(app.clock.now() / 1000)})`)).toBe(0);
  expect(
    await count(`ballot where (signed = false) <> (coalesce(reason, '') = 'UNSIGNED' and state = 'REJECTED')`),
  ).toBe(0);
  const unentitled = `ballot b join roll_entry e on e.id = b.roll_entry_id join person o on o.id = b.owner_id
    where not b.owner_id = any(e.holder_ids) or e.assembly_id <> b.assembly_id or e.lineage_id <> b.lineage_id
       or e.premises_id <> b.premises_id
       or b.authority is distinct from case
            when o.comes_of_age_on > b.received_at::date then case when exists (select from guardianship g
              where g.child_id = o.id and g.parent_id = b.acted_by_id) then 'PARENT' end
            when o.head_id is not null and b.acted_by_id = o.head_id then 'HEAD'
            when b.acted_by_id = o.id then 'OWNER' end`;
  expect(await count(unentitled)).toBe(0);
  const length = `ballot b where length(b.sheet) <> (select count(*) from agenda_item i where i.assembly_id = b.assembly_id)`;
  expect(await count(length)).toBe(0);
});

test('has a journal row for everything that was entered, cast or opened', async () => {
  const rows = await ask<{ command: string; n: number }>(
    'select command, count(*)::int as n from journal group by command',
  );
  const told = Object.fromEntries(rows.map(({ command, n }) => [command, n]));
  expect(told).toMatchObject({
    createHouse: 40,
    addPremises: await count('premises'),
    recordOwnership: await count('ownership'),
    recordGuardianship: await count('guardianship'),
    castBallot: await count(`(select distinct submission_id from ballot where channel = 'ELECTRONIC') s`),
    enterSheet: await count(`(select distinct submission_id from ballot where channel = 'PAPER') s`),
    confirmSheet: await count(`transcription where step = 'SECOND'`),
    draftAssembly: await count('assembly'),
    openVoting: await count('assembly where opened_at is not null'),
    closeVoting: await count('result'),
  });
  const untold = `ballot b where not exists (select from journal j
    where j.command in ('castBallot', 'enterSheet') and j.ids->>'submission' = b.submission_id::text
      and j.ids->'ballots' ? b.id::text)`;
  expect(await count(untold)).toBe(0);
});

test('lets everybody in whose sign-in it prints, and shows the keeper what is going on', async () => {
  for (const { login, password } of app.demoSignIns) {
    const { signedIn } = await new ConsoleOf(app).call<{ signedIn: boolean }>(
      'signIn',
      { login, password },
      'signedIn',
    );
    expect(signedIn).toBe(true);
  }
  const owner = new ConsoleOf(app);
  const [signIn] = app.demoSignIns.filter(({ login }) => login === 'owner');
  await owner.call('signIn', { login: signIn?.login, password: signIn?.password });
  const [voting] = await ask<{ id: string }>(`select id from assembly where state = 'VOTING' order by closes_at desc`);
  const { myVotingRights } = await owner.ask<{ myVotingRights: { voted: boolean }[] }>(
    'query ($id: ID!) { myVotingRights(assemblyId: $id) { voted } }',
    { id: gid.assembly(voting?.id ?? '') },
  );
  expect(myVotingRights.length).toBeGreaterThan(0);
  expect(myVotingRights.every(({ voted }) => !voted)).toBe(true);
});

test('is rehearsed by its owners through the public API, and nothing accepted is lost', async () => {
  const stage = await demoStage(app.url, app.world.secrets, null);
  const before = await count(`ballot where state = 'COUNTED'`);
  const written = `journal where command = 'postChatMessage'`;
  const messages = await count(written);
  expect(messages).toBeGreaterThan(10);
  const { heard, stop } = await listen(stage);
  const pace = { rate: 40, chat: 3, seconds: 3 };
  const played = await play(stage, pace, { ended: () => false, progress: () => undefined });
  const found = await reconcile(stage, played);
  expect(found.agrees).toBe(true);
  expect(found.accepted).toBeGreaterThan(40);
  await expect.poll(() => heard).toMatchObject({ ballots: found.turnout, entries: played.ballots, lagged: 0 });
  stop();
  expect(played.ballots).toBe((await count(`ballot where state = 'COUNTED'`)) - before);
  expect(played.messages).toBe((await count(written)) - messages);
  expect(played.messages).toBeGreaterThan(0);

  const elsewhere = deriveSecrets('the secret of another installation, quite as long as it must be');
  await expect(demoStage(app.url, elsewhere, null)).rejects.toThrow(RehearsalProblem);
});

test('its owners vote by themselves, each with a token that the demo gave them, until it is revoked', async () => {
  const pulse = new DemoPulse(app.world, await makeSchema(), new ViewerFinder(app.world), 0);
  const cast = `journal j join access_token t on t.id = j.token_id where j.command = 'castBallot'`;
  const before = await count(cast);
  for (let beats = 1; beats <= 5; beats += 1) {
    await pulse.beat();
    expect(await count(cast)).toBe(before + beats);
  }
  const own = `ballot b join journal j on j.ids->'ballots' ? b.id::text and j.token_id is not null
    join account c on c.id = j.account_id join assembly a on a.id = b.assembly_id
    where a.state = 'VOTING' and b.channel = 'ELECTRONIC' and b.acted_by_id = c.person_id and c.login <> 'owner'`;
  expect(await count(own)).toBeGreaterThanOrEqual(5);

  await ask('update access_token set revoked_at = now()');
  await pulse.beat();
  expect(await count(cast)).toBe(before + 5);
  await ask('update access_token set revoked_at = null');
});

test('is left alone by the next start', async () => {
  const before = await ask('select count(*) as rows, max(id) as last from journal');
  app = await app.restart();
  expect(await ask('select count(*) as rows, max(id) as last from journal')).toEqual(before);
});

test('is of today again when it is started later, and what had run by then is closed', async () => {
  const closed = await count('result');
  app.clock.set(app.clock.now() + 12 * 86_400_000);
  app = await app.restart();
  await app.clockwork.tick();
  expect(await count('result')).toBeGreaterThanOrEqual(closed + 2);
  const voting = await ask<{ hours: number; ballots: number }>(
    `select extract(epoch from a.closes_at - $1)::float8 / 3600 as hours,
            (select count(*)::int from ballot b where b.assembly_id = a.id) as ballots
       from assembly a where a.state = 'VOTING' and a.opens_at < $1 order by a.closes_at`,
    [new Date(app.clock.now())],
  );
  // What was announced then has just opened; two more have been going on for some days.
  const lively = voting.filter(({ ballots }) => ballots > 50);
  expect(lively).toHaveLength(2);
  expect(lively[0]?.hours).toBeGreaterThan(17);
  expect(lively[1]?.hours).toBeGreaterThan(96);
  const before = await count('assembly');
  app = await app.restart();
  expect(await count('assembly')).toBe(before);
});

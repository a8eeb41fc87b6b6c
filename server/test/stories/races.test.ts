import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startTestApp, type TestApp } from '../harness.ts';
import { gid, openWorld, type World } from '../world.ts';
import { announce, cast, draft, enterPaper, tallyFields, type AssemblyAnswer } from './voting-api.ts';

const day = 86_400_000;

/** Many at once, through real connections: whatever the order, each square metre counts once and nothing accepted is lost. */
describe('many at once', () => {
  let app: TestApp;
  let world: World;
  let admin: string;
  let house: string;
  const owners: { person: string; token: string; premises: string; ownership: string }[] = [];

  beforeAll(async () => {
    app = await startTestApp();
    world = await openWorld(app);
    house = await world.house('улица Быстрая');
    const keeper = await world.person('Ведущая');
    await world.role(keeper, 'ASSEMBLY_ADMINISTRATOR', { house });
    admin = await world.token(keeper);
    for (let at = 0; at < 30; at += 1) {
      const person = await world.person(`Владелец ${at}`);
      const premises = await world.premises(house, String(at + 1), '40.00', { entrance: 1 });
      owners.push({
        person,
        token: await world.token(person),
        premises,
        ownership: await world.owns(person, premises),
      });
    }
  });
  afterAll(async () => {
    await world.close();
    await app.stop();
  });

  async function votingAssembly(): Promise<AssemblyAnswer & { opensAt: number; closesAt: number }> {
    const opensAt = app.clock.now() + 15 * day;
    const closesAt = opensAt + 10 * day;
    const drafted = await draft(app, admin, {
      houseId: gid.house(house),
      form: 'SYSTEM',
      title: 'Наперегонки',
      initiatorPersonId: gid.person(owners[0]?.person ?? ''),
      administratorPersonId: gid.person(owners[1]?.person ?? ''),
      handedToAdministratorAt: new Date(app.clock.now()).toISOString(),
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(closesAt).toISOString(),
      agenda: [{ code: '4.1', wording: 'Утвердить ремонт подъезда' }],
    });
    if (!drafted.assembly) throw new Error(JSON.stringify(drafted.userErrors));
    const announced = await announce(app, admin, drafted.assembly);
    if (!announced.assembly) throw new Error(JSON.stringify(announced.userErrors));
    return { ...announced.assembly, opensAt, closesAt };
  }

  const input = (assembly: AssemblyAnswer, owner: (typeof owners)[number], key: string, answer = 'FOR') => ({
    assemblyId: assembly.id,
    premisesIds: [gid.premises(owner.premises)],
    votes: [{ agendaItemId: assembly.agenda[0]?.id, answer }],
    idempotencyKey: key,
  });

  test('the first voters open the assembly themselves, and it opens once', async () => {
    const assembly = await votingAssembly();
    app.clock.set(assembly.opensAt);
    const answers = await Promise.all(
      owners.map(async (owner, at) => cast(app, owner.token, input(assembly, owner, `opening-${at}`))),
    );
    expect(answers.flatMap((answer) => answer.userErrors)).toEqual([]);
    const { rows } = await world.sql.query(`select count(*)::int as n from journal where command = 'openVoting'`);
    expect(rows).toEqual([{ n: 1 }]);
    app.clock.set(assembly.closesAt + 10_000);
    await app.clockwork.tick();
  });

  test('a repeated call under one key is one submission, however the repeats meet', async () => {
    const assembly = await votingAssembly();
    app.clock.set(assembly.opensAt);
    const [owner] = owners;
    if (!owner) throw new Error('nobody');
    const answers = await Promise.all(
      Array.from({ length: 20 }, async () => cast(app, owner.token, input(assembly, owner, 'same-key-1'))),
    );
    expect(new Set(answers.map((answer) => answer.submission?.id)).size).toBe(1);
    const { rows } = await world.sql.query(
      'select count(*)::int as n from ballot where submission_id is not null and received_at = $1',
      [new Date(assembly.opensAt)],
    );
    expect(rows).toEqual([{ n: 1 }]);
    app.clock.set(assembly.closesAt + 10_000);
    await app.clockwork.tick();
  });

  test('paper, votes, sales, corrected areas, disputes and the closing meet, and the stored result equals a recount', async () => {
    const assembly = await votingAssembly();
    app.clock.set(assembly.opensAt + day);
    const buyer = await world.person('Покупатель');
    const work = owners.flatMap((owner, at) => [
      cast(app, owner.token, input(assembly, owner, `mixed-${at}`, at % 2 ? 'FOR' : 'AGAINST')),
      enterPaper(app, admin, {
        assemblyId: assembly.id,
        ownerId: gid.person(owner.person),
        premisesId: gid.premises(owner.premises),
        handedOverAt: new Date(app.clock.now() - 1000).toISOString(),
        votes: [{ agendaItemId: assembly.agenda[0]?.id, marks: ['ABSTAIN'] }],
        idempotencyKey: `mixed-paper-${at}`,
      }),
      ...(at % 5 === 0
        ? [
            app.askRaw(
              admin,
              'mutation ($input: CorrectAreaInput!) { correctArea(input: $input) { userErrors { code } } }',
              {
                input: { premisesId: gid.premises(owner.premises), area: '41.50', document: 'техпаспорт' },
              },
            ),
          ]
        : []),
      ...(at % 7 === 0
        ? [
            app.askRaw(
              admin,
              'mutation ($input: RecordTransferInput!) { recordTransfer(input: $input) { userErrors { code } } }',
              {
                input: {
                  ownershipId: gid.ownership(owner.ownership),
                  toIds: [gid.person(buyer)],
                  share: '1/3',
                  title: { kind: 'договор' },
                },
              },
            ),
          ]
        : []),
    ]);
    await Promise.all(work);
    const counted = await world.sql.query<{ n: number }>(
      `select count(*)::int as n from ballot where assembly_id in (select id from assembly where state = 'VOTING') and state = 'COUNTED'`,
    );
    // Five sell a part at this very moment: what they had cast by then falls with the entry that ended.
    expect(counted.rows[0]?.n).toBeGreaterThanOrEqual(25);
    app.clock.set(assembly.closesAt + 10_000);
    const [late] = owners;
    if (!late) throw new Error('nobody');
    await Promise.all([app.clockwork.tick(), cast(app, late.token, input(assembly, late, 'too-late-1'))]);
    const query = `query ($id: ID!) { assembly(id: $id) { state result { tally { ${tallyFields} } } } }`;
    const { assembly: closed } = await app.ask<{
      assembly: { state: string; result: { tally: { participating: { exact: string }; ballots: number } } };
    }>(admin, query, { id: assembly.id });
    expect(closed.state).toBe('CLOSED');
    const recount = await world.sql.query<{ units: string; n: number; total: string }>(
      `select sum(e.units * 1.0 / (a.common_unit * 100))::text as units, count(*)::int as n,
              (select sum(area_hundredths) / 100.0 from roll_premises r where r.assembly_id = a.id)::text as total
         from ballot b join roll_entry e on e.id = b.roll_entry_id join assembly a on a.id = b.assembly_id
        where b.state = 'COUNTED' and a.title = 'Наперегонки' and a.closes_at = $1 group by a.id`,
      [new Date(assembly.closesAt)],
    );
    expect(closed.result.tally.ballots).toBe(recount.rows[0]?.n);
    const [numerator = '0', denominator = '1'] = closed.result.tally.participating.exact.split('/');
    expect(Number(numerator) / Number(denominator)).toBeCloseTo(Number(recount.rows[0]?.units), 6);
    expect(Number(recount.rows[0]?.units)).toBeLessThanOrEqual(Number(recount.rows[0]?.total));
  });
});

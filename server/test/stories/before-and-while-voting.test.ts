import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { sealDetails } from '../../src/modules/identity/index.ts';
import { gid } from '../world.ts';
import { announce, cast, draft } from './voting-api.ts';
import { ballotOf, draftInput, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

const day = 86_400_000;

describe('before an assembly is announced', () => {
  let village: VotingHouse;
  beforeAll(async () => {
    village = await votingHouse();
  });
  afterAll(async () => village.close());

  test('the law names the dates it allows, and what it has against others at the field to blame', async () => {
    const document = `query ($input: TimelineInput!) { lawfulTimeline(input: $input) {
      earliestOpening safeOpening earliestEnd latestEnd paperAcceptedUntil steps { step } errors { code field } warnings } }`;
    const now = village.app.clock.now();
    const iso = (moment: number): string => new Date(moment).toISOString();
    const ask = async (input: object) =>
      (
        await village.app.ask<{ lawfulTimeline: Record<string, unknown> }>(village.keeper, document, {
          input: { form: 'SYSTEM', initiatorIsAdministrator: true, ...input },
        })
      ).lawfulTimeline;
    expect(await ask({})).toMatchObject({ earliestOpening: iso(now + 10 * day), steps: [], errors: [] });
    expect(await ask({ opensAt: iso(now + 9 * day), closesAt: iso(now + 10 * day) })).toMatchObject({
      earliestEnd: iso(now + 16 * day),
      paperAcceptedUntil: null,
      errors: [
        { code: 'NOTICE_TOO_LATE', field: ['input', 'opensAt'] },
        { code: 'DURATION_TOO_SHORT', field: ['input', 'closesAt'] },
      ],
    });
    expect(await ask({ opensAt: iso(now + 20 * day), closesAt: iso(now + 30 * day) })).toMatchObject({
      paperAcceptedUntil: iso(now + 28 * day),
      errors: [],
    });
  });

  test('a draft says everything that stands in its way, and the call says the first of it', async () => {
    const { app, keeper, house } = village;
    const { assembly } = await draft(app, keeper, {
      houseId: gid.house(house),
      form: 'SYSTEM',
      title: 'Пустое',
      agenda: [
        { code: '4.1', wording: 'Разное' },
        { code: '99', wording: 'Утвердить отчёт' },
      ],
    });
    if (!assembly) throw new Error('no draft');
    const { assembly: read } = await app.ask<{
      assembly: {
        obstacles: { code: string; field: string[] }[];
        notice: { title: string; isComplete: boolean; sections: { part: string; lines: string[] }[] };
      };
    }>(
      keeper,
      `query ($id: ID!) { assembly(id: $id) { obstacles { code field } notice { title isComplete sections { part lines } } } }`,
      { id: assembly.id },
    );
    expect(read.obstacles.map(({ code, field }) => `${code} ${field.slice(1).join('.')}`)).toEqual([
      'INVALID_INPUT opensAt',
      'INVALID_INPUT administratorPersonId',
      'INITIATOR_NOT_ENTITLED initiatorPersonId',
      'AGENDA_WORDING agenda.0.wording',
      'AGENDA_CODE_UNKNOWN agenda.1.code',
    ]);
    expect(read.notice.isComplete).toBe(false);
    expect(read.notice.title).toContain('внеочередного общего собрания');
    const { userErrors } = await announce(app, keeper, assembly);
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'opensAt'] }]);
  });

  test('a complete draft reads as its notice', async () => {
    const { app, keeper } = village;
    const now = app.clock.now();
    const input = draftInput(village, now, now + 15 * day, now + 25 * day);
    const { assembly } = await draft(app, keeper, {
      ...input,
      administratorAddress: 'ул. Тихая, 1',
      materialsPlace: 'у дежурного',
    });
    const { assembly: read } = await app.ask<{
      assembly: {
        obstacles: unknown[];
        notice: { isComplete: boolean; sections: { part: string; lines: string[] }[] };
      };
    }>(
      keeper,
      `query ($id: ID!) { assembly(id: $id) { obstacles { code } notice { isComplete sections { part lines } } } }`,
      { id: assembly?.id },
    );
    expect(read.obstacles).toEqual([]);
    expect(read.notice.isComplete).toBe(true);
    // What the minutes will miss is told by its absence; to nobody but the staff of the draft.
    const reminders = async (asker: string): Promise<unknown> =>
      app.ask(asker, 'query ($id: ID!) { assembly(id: $id) { reminders { kind field personId } } }', {
        id: assembly?.id,
      });
    const anna = gid.person(village.owners.anna.person);
    const boris = gid.person(village.owners.boris.person);
    const [passport, title, snils] = [
      { kind: 'INITIATOR_PASSPORT', field: ['input', 'initiatorPersonId'], personId: anna },
      { kind: 'INITIATOR_TITLE', field: ['input', 'initiatorPersonId'], personId: anna },
      { kind: 'ADMINISTRATOR_SNILS', field: ['input', 'administratorPersonId'], personId: boris },
    ];
    expect(await reminders(keeper)).toEqual({ assembly: { reminders: [passport, title, snils] } });
    await village.world.sql.query(`update person set details_sealed = $2 where id = $1`, [
      village.owners.anna.person,
      sealDetails(app.world.secrets, village.owners.anna.person, { passport: '4500 1' }),
    ]);
    expect(await reminders(keeper)).toEqual({ assembly: { reminders: [title, snils] } });
    expect(await reminders(village.owners.anna.token)).toEqual({ assembly: null });
    const lines = (part: string) => read.notice.sections.find((section) => section.part === part)?.lines;
    expect(lines('INITIATOR')).toEqual(['Анна Тест, собственник: пом. 1']);
    expect(lines('AGENDA')).toEqual(['1. Утвердить ремонт подъезда (п. 4.1)']);
    expect(lines('PERIOD')?.[0]).toContain('по московскому времени');
  });

  test('a material is taken away from a draft, and never from what was announced', async () => {
    const { app, keeper } = village;
    const now = app.clock.now();
    const { assembly } = await draft(app, keeper, draftInput(village, now, now + 15 * day, now + 25 * day));
    const upload = await fetch(`${app.url}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${keeper}`, 'x-file-name': 'plan.pdf' },
      body: '%PDF-1.4\n%%EOF\n',
    });
    const { id: fileId } = (await upload.json()) as { id: string };
    const read = 'assembly { version materials { id title } }';
    interface Read {
      readonly assembly: { readonly version: number; readonly materials: readonly { id: string; title: string }[] };
    }
    const assemblyId = assembly?.id;
    const attach = async (title: string) =>
      village.change<Read>(keeper, 'attachMaterial', { assemblyId, fileId, title }, read);
    await attach('Смета');
    const { assembly: two } = await attach('Смета ещё раз');
    const [first, second] = two.materials;
    const detach = async (materialId: string | undefined) =>
      village.change<Read>(keeper, 'detachMaterial', { assemblyId, materialId }, read);
    expect((await detach(first?.id)).assembly.materials).toEqual([second]);
    expect(await detach(first?.id)).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    const { history } = await app.ask<{ history: { nodes: readonly { command: string; changes: string }[] } }>(
      keeper,
      'query ($id: ID!) { history(first: 1, objectId: $id) { nodes { command changes } } }',
      { id: assemblyId },
    );
    expect(history.nodes).toEqual([{ command: 'detachMaterial', changes: '{"title":"Смета"}' }]);
    expect((await announce(app, keeper, { id: assemblyId ?? '', version: two.version })).userErrors).toEqual([]);
    expect(await detach(second?.id)).toMatchObject({ userErrors: [{ code: 'WRONG_STATE' }] });
    await expect(app.world.database.pool.query('delete from material')).rejects.toMatchObject({ code: '42501' });
  });

  test('a wording is told what is wrong with it', async () => {
    const { examineWording } = await village.app.ask<{
      examineWording: { kind: string; blocks: boolean; explanation: string }[];
    }>(village.keeper, '{ examineWording(wording: "Не отменять плату и разное") { kind blocks explanation } }');
    expect(examineWording.map(({ kind, blocks }) => [kind, blocks])).toEqual([
      ['VAGUE', true],
      ['NEGATION', true],
    ]);
    expect(examineWording[1]?.explanation).toContain('a vote “for” means “no”');
  });
});

describe('while voting runs', () => {
  let village: VotingHouse;
  let assembly: Announced;
  beforeAll(async () => {
    village = await votingHouse();
    assembly = await village.announced();
    village.app.clock.set(assembly.opensAt + day);
    await village.app.clockwork.tick();
    const { submission } = await cast(
      village.app,
      village.owners.anna.token,
      ballotOf(assembly, village.owners.anna, 'FOR', 'anna-votes'),
    );
    if (!submission) throw new Error('not cast');
    village.app.clock.set(assembly.opensAt + 3 * day);
  });
  afterAll(async () => village.close());

  test('the curve rises with the ballots, and leads somewhere', async () => {
    const { assembly: read } = await village.app.ask<{
      assembly: {
        turnoutCurve: {
          points: { at: string; participating: { display: string } }[];
          forecast: { at: string; participating: { percentOfHouse: string } }[];
          quorum: { display: string };
          outlook: string;
        };
        turnoutByEntrance: { entrance: number; premises: number; premisesVoted: number; percent: string }[];
      };
    }>(
      village.keeper,
      `query ($id: ID!) { assembly(id: $id) { turnoutByEntrance { entrance premises premisesVoted percent }
        turnoutCurve { points { at participating { display } } forecast { at participating { percentOfHouse } } quorum { display } outlook } } }`,
      { id: assembly.id },
    );
    const { points, forecast, quorum, outlook } = read.turnoutCurve;
    expect(points[0]).toEqual({ at: new Date(assembly.opensAt).toISOString(), participating: { display: '0.00' } });
    expect(points.at(-1)).toEqual({
      at: new Date(village.app.clock.now()).toISOString(),
      participating: { display: '50.00' },
    });
    expect(points.filter((point) => point.participating.display === '0.00').length).toBeGreaterThan(5);
    expect(forecast.at(-1)?.at).toBe(new Date(assembly.closesAt).toISOString());
    expect(quorum.display).toBe('60.00');
    expect(outlook).toContain('of the house will have voted');
    expect(read.turnoutByEntrance).toEqual([{ entrance: 1, premises: 3, premisesVoted: 1, percent: '41.67' }]);
  });

  test('whoever has not voted is listed by weight, and nobody else', async () => {
    const { notYetVoted } = await village.app.ask<{
      notYetVoted: { totalCount: number; nodes: { premises: { number: string }; votes: { display: string } }[] };
    }>(
      village.keeper,
      `query ($id: ID!) { notYetVoted(assemblyId: $id, first: 10) { totalCount nodes { premises { number } votes { display } owners { displayName } } } }`,
      { id: assembly.id },
    );
    expect(notYetVoted.totalCount).toBe(2);
    expect(notYetVoted.nodes.map(({ premises, votes }) => `${premises.number}: ${votes.display}`)).toEqual([
      '2: 40.00',
      '3: 30.00',
    ]);
    const search =
      'query ($id: ID!, $text: String) { notYetVoted(assemblyId: $id, first: 10, text: $text) { nodes { premises { number } } } }';
    const found = async (text: string): Promise<unknown> =>
      village.app.ask(village.keeper, search, { id: assembly.id, text });
    expect(await found('борис')).toEqual({ notYetVoted: { nodes: [{ premises: { number: '2' } }] } });
    expect(await found('3')).toEqual({ notYetVoted: { nodes: [{ premises: { number: '3' } }] } });
    expect(await found('анна')).toEqual({ notYetVoted: { nodes: [] } });
  });

  test('a longer list of them takes no more statements than a short one', async () => {
    await village.app.clockwork.stop();
    const statements = async (first: number): Promise<number> => {
      const query = vi.spyOn(village.app.world.database.pool, 'query');
      try {
        const { notYetVoted } = await village.app.ask<{ notYetVoted: { nodes: unknown[] } }>(
          village.keeper,
          `query ($id: ID!, $first: Int!) { notYetVoted(assemblyId: $id, first: $first) { totalCount
            nodes { votes { display } premises { number } owners { displayName } } } }`,
          { id: assembly.id, first },
        );
        expect(notYetVoted.nodes).toHaveLength(first);
        return query.mock.calls.length;
      } finally {
        query.mockRestore();
      }
    };
    const one = await statements(1);
    expect(await statements(2)).toBe(one);
    expect(one).toBeLessThanOrEqual(10);
  });

  test('a shortfall is told in flats as well', async () => {
    const { assembly: read } = await village.app.ask<{
      assembly: { turnout: { quorum: { clauses: { shortfall: { display: string }; shortfallInFlats: number }[] } } };
    }>(
      village.keeper,
      `query ($id: ID!) { assembly(id: $id) { turnout { quorum { clauses { shortfall { display } shortfallInFlats } } } } }`,
      { id: assembly.id },
    );
    expect(read.turnout.quorum.clauses).toEqual([{ shortfall: { display: '10.00' }, shortfallInFlats: 1 }]);
  });

  test('ballots are found by their premises and their time', async () => {
    const found = async (filter: object): Promise<number> =>
      (
        await village.app.ask<{ ballots: { totalCount: number } }>(
          village.keeper,
          `query ($id: ID!, $filter: BallotFilterInput) { ballots(assemblyId: $id, first: 1, filter: $filter) { totalCount } }`,
          { id: assembly.id, filter },
        )
      ).ballots.totalCount;
    expect(await found({ premisesNumber: '1' })).toBe(1);
    expect(await found({ premisesNumber: '2' })).toBe(0);
    const before = new Date(assembly.opensAt + day).toISOString();
    expect(await found({ receivedFrom: before })).toBe(1);
    expect(await found({ receivedBefore: before })).toBe(0);
  });
});

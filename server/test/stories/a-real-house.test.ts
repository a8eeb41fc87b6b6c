import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { repositoryFolder } from '../../src/config.ts';
import { seededRandom } from '../../src/demo/demo-chance.ts';
import { demoName } from '../../src/demo/demo-names.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { firstAdministrator, tokenByInvitation } from '../first-administrator.ts';
import { announce, cast, draft, enterPaper, tallyFields, type AssemblyAnswer } from './voting-api.ts';

/** Real addresses that nobody here made; they are not part of the product, so the story runs only where they are. */
const houses = join(repositoryFolder, '../shared/data/moscow-houses.xlsx');
const day = 86_400_000;

/** A number with its control digits, the same for the same person: namesakes are told apart by it. */
function snils(person: number): string {
  const digits = String(200_000_000 + person * 37);
  const sum = [...digits].reduce((total, digit, at) => total + Number(digit) * (9 - at), 0);
  return `${digits}${String((sum % 101) % 100).padStart(2, '0')}`;
}

interface Job {
  readonly id: string;
  readonly state: string;
  readonly counts: {
    readonly rows: number;
    readonly new: number;
    readonly same: number;
    readonly refused: number;
  } | null;
}

describe.skipIf(!existsSync(houses))('a stranger with a token', () => {
  let app: TestApp;
  let token: string;
  let houseId: string;
  let assembly: AssemblyAnswer;
  const opensAt = Date.parse('2026-02-20T10:00:00+03:00');
  const closesAt = Date.parse('2026-03-06T20:00:00+03:00');
  const flats = 240;

  beforeAll(async () => {
    app = await startTestApp();
    token = await firstAdministrator(app);
  });
  afterAll(async () => app.stop());

  async function change<Answer>(mutation: string, input: object, selection: string, as = token): Promise<Answer> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const answer = await app.ask<Record<string, Answer & { userErrors: object[] }>>(
      as,
      `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code field message } } }`,
      { input },
    );
    expect(answer[mutation]?.userErrors).toEqual([]);
    return answer[mutation] as Answer;
  }

  async function upload(name: string, content: Uint8Array): Promise<string> {
    const response = await fetch(`${app.url}/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/octet-stream',
        'x-file-name': encodeURIComponent(name),
      },
      body: new Blob([new Uint8Array(content)]),
    });
    expect(response.ok).toBe(true);
    return ((await response.json()) as { id: string }).id;
  }

  /** Waits until an import is no longer at work in the background. */
  async function settled(importId: string): Promise<Job> {
    for (;;) {
      const { import: job } = await app.ask<{ import: Job }>(
        token,
        'query ($id: ID!) { import(id: $id) { id state counts { rows new same refused } } }',
        { id: importId },
      );
      if (job.state !== 'REHEARSING' && job.state !== 'COMMITTING') return job;
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
    }
  }

  async function bringIn(fileId: string, prepare: object, columns: object[], map: object = {}): Promise<Job> {
    const prepared = await change<{ import: Job }>('prepareImport', { fileId, ...prepare }, 'import { id state }');
    const importId = prepared.import.id;
    await change('mapImport', { importId, columns, ...map }, 'import { id }');
    await change('rehearseImport', { importId }, 'import { id }');
    const rehearsed = await settled(importId);
    expect(rehearsed.counts).not.toBeNull();
    await change('commitImport', { importId, skipRefused: true }, 'import { id }');
    const committed = await settled(importId);
    expect(committed.state).toBe('COMMITTED');
    return { ...committed, counts: rehearsed.counts };
  }

  const column = (fields: readonly string[]) => fields.map((field, at) => ({ column: at + 1, field }));

  test(
    'brings in the real houses of a city: every row is new or refused with its reason',
    { timeout: 300_000 },
    async () => {
      const fileId = await upload('moscow-houses.xlsx', readFileSync(houses));
      const job = await bringIn(
        fileId,
        { kind: 'HOUSES', hasHeader: false },
        column(['STREET', 'HOUSE_NUMBER', 'BLOCK', 'SETTLEMENT', 'WALL_MATERIAL', 'STOREYS', 'YEAR_BUILT', 'SERIES']),
      );
      const counts = job.counts ?? { rows: 0, new: 0, same: 0, refused: 0 };
      expect(counts.rows).toBe(58_640);
      expect(counts.new + counts.same + counts.refused).toBe(58_640);
      expect(counts.new).toBeGreaterThan(40_000);
      const { houses: known } = await app.ask<{ houses: { totalCount: number } }>(
        token,
        '{ houses(first: 1) { totalCount } }',
      );
      expect(known.totalCount).toBe(counts.new);
    },
  );

  test('brings in the register of one of them from a table of its own', { timeout: 120_000 }, async () => {
    const found = await app.ask<{ houses: { nodes: { id: string }[] } }>(
      token,
      '{ houses(first: 1, filter: { text: "Тверская" }) { nodes { id address } } }',
    );
    houseId = found.houses.nodes[0]?.id ?? '';
    const book = new exceljs.Workbook();
    const sheet = book.addWorksheet('Реестр');
    sheet.addRow([
      'Помещение',
      'Подъезд',
      'Этаж',
      'Площадь',
      'Собственник',
      'СНИЛС',
      'Доля',
      'Документ',
      'Номер документа',
    ]);
    const random = seededRandom(7);
    for (let flat = 1; flat <= flats; flat += 1) {
      const place = [
        String(flat),
        1 + Math.floor((flat - 1) / 80),
        1 + (flat % 5),
        (33 + Math.trunc(random() * 5000) / 100).toFixed(2),
      ];
      const owners = flat % 5 === 0 ? 3 : 1;
      for (let owner = 1; owner <= owners; owner += 1) {
        sheet.addRow([
          ...place,
          Object.values(demoName(random)).join(' '),
          snils(flat * 10 + owner),
          owners === 1 ? '1' : '1/3',
          'выписка ЕГРН',
          `77:${flat}:${owner}`,
        ]);
      }
    }
    const fileId = await upload('register.xlsx', new Uint8Array(await book.xlsx.writeBuffer()));
    const fields = [
      'PREMISES_NUMBER',
      'ENTRANCE',
      'FLOOR',
      'AREA',
      'OWNER_NAME',
      'SNILS',
      'SHARE',
      'TITLE_KIND',
      'TITLE_NUMBER',
    ];
    const job = await bringIn(fileId, { kind: 'REGISTER', houseId, hasHeader: true }, column(fields), {
      ownedSince: '2020-01-01',
    });
    expect(job.counts).toMatchObject({ rows: flats + (flats / 5) * 2, refused: 0 });
  });

  test('draws up and announces an assembly there', async () => {
    const { house } = await app.ask<{
      house: { premises: { nodes: { ownerships: { holders: { id: string }[] }[] }[] } };
    }>(
      token,
      'query ($id: ID!) { house(id: $id) { premises(first: 1) { nodes { ownerships { holders { id } } } } } }',
      { id: houseId },
    );
    const initiator = house.premises.nodes[0]?.ownerships[0]?.holders[0]?.id;
    const drafted = await draft(app, token, {
      houseId,
      form: 'SYSTEM',
      title: 'Собрание настоящего дома',
      initiatorPersonId: initiator,
      administratorPersonId: initiator,
      opensAt: new Date(opensAt).toISOString(),
      closesAt: new Date(closesAt).toISOString(),
      agenda: [
        { code: '4.1', wording: 'Утвердить текущий ремонт подъездов' },
        { code: '2', wording: 'Установить шлагбаум на въезде во двор' },
        { code: '4', wording: 'Выбрать способ управления домом' },
      ],
    });
    expect(drafted.userErrors).toEqual([]);
    if (!drafted.assembly) throw new Error('no assembly');
    const announced = await announce(app, token, drafted.assembly);
    expect(announced.userErrors).toEqual([]);
    if (!announced.assembly) throw new Error('no assembly');
    ({ assembly } = announced);
  });

  test('lets its owners vote online and on paper', { timeout: 120_000 }, async () => {
    app.clock.set(opensAt + day);
    await app.clockwork.tick();
    const roll: { owner: string; premises: string }[] = [];
    for (let after: string | null = null; ;) {
      const page: {
        assembly: {
          roll: {
            nodes: { owners: { id: string }[]; premises: { id: string } }[];
            pageInfo: { hasNextPage: boolean; endCursor: string };
          };
        };
      } = await app.ask(
        token,
        'query ($id: ID!, $after: String) { assembly(id: $id) { roll(first: 100, after: $after) { nodes { owners { id } premises { id } } pageInfo { hasNextPage endCursor } } } }',
        { id: assembly.id, after },
      );
      roll.push(
        ...page.assembly.roll.nodes.map((entry) => ({ owner: entry.owners[0]?.id ?? '', premises: entry.premises.id })),
      );
      if (!page.assembly.roll.pageInfo.hasNextPage) break;
      after = page.assembly.roll.pageInfo.endCursor;
    }
    expect(roll).toHaveLength(flats + (flats / 5) * 2);
    const answers = ['FOR', 'FOR', 'AGAINST'];
    const states: string[] = [];
    for (const [at, { owner, premises }] of roll.slice(0, 220).entries()) {
      if (at < 12) {
        const { invitation } = await change<{ invitation: { secret: string } }>(
          'invitePerson',
          { personId: owner, login: `owner-${at}` },
          'invitation { secret }',
        );
        const voter = await tokenByInvitation(app, invitation.secret, 'a password of some length');
        const accepted = await cast(app, voter, {
          assemblyId: assembly.id,
          premisesIds: [premises],
          idempotencyKey: `online-${at}-vote`,
          votes: assembly.agenda.map((item, index) => ({ agendaItemId: item.id, answer: answers[index] })),
        });
        states.push(...(accepted.submission?.ballots ?? []).map((ballot) => ballot.state));
      } else {
        const entered = await enterPaper(app, token, {
          assemblyId: assembly.id,
          ownerId: owner,
          premisesId: premises,
          idempotencyKey: `paper-${at}-vote`,
          handedOverAt: new Date(opensAt + 3_600_000).toISOString(),
          votes: assembly.agenda.map((item, index) => ({ agendaItemId: item.id, marks: [answers[(index + at) % 3]] })),
        });
        states.push(...(entered.submission?.ballots ?? []).map((ballot) => ballot.state));
      }
    }
    expect(states).toEqual(Array.from({ length: 220 }, () => 'COUNTED'));
  });

  test('closes by itself with a result that explains itself in both languages', async () => {
    app.clock.set(closesAt + 10_000);
    await app.clockwork.tick();
    const query = `query ($id: ID!) { assembly(id: $id) { state legalMode result { ballotsSha256 tally { ${tallyFields} } } } }`;
    const { assembly: closed } = await app.ask<{
      assembly: {
        state: string;
        result: { tally: { ballots: number; items: { explanation: string; rule: string }[] } };
      };
    }>(token, query, { id: assembly.id });
    expect(closed).toMatchObject({ state: 'CLOSED', legalMode: 'PAPER_BACKED', result: { tally: { ballots: 220 } } });
    expect(closed.result.tally.items.map((item) => item.rule)).toEqual(['S', 'T23', 'A50']);
    for (const item of closed.result.tally.items) expect(item.explanation).toMatch(/votes.*%/s);
  });
});

import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { findQrCode } from '../../src/adapters/scan-reader/qr-code.ts';
import { decodeId, encodeId } from '../../src/kernel/global-id.ts';
import { sealDetails } from '../../src/modules/identity/person-details.ts';
import { runPrint } from '../../src/modules/paper/index.ts';
import type { PageLayout } from '../../src/modules/paper/rules/page-layout.ts';
import type { TestApp } from '../harness.ts';
import { gid } from '../world.ts';
import { draft } from './voting-api.ts';
import { draftInput, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

interface Run {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly total: number;
  readonly sheets: number;
  readonly formVersion: number;
  readonly fileUrl: string | null;
  readonly fault: string | null;
  readonly explanation: string | null;
  readonly faultOwner: { readonly displayName: string } | null;
}
const fields =
  'id state done total sheets formVersion fileUrl fault explanation faultOwner { displayName } requestedBy { displayName } owner { displayName }';

let house: VotingHouse;
let app: TestApp;
let assembly: Announced;
let count = 0;
const home = mkdtempSync(join(tmpdir(), 'veche-print-'));

beforeAll(async () => {
  // Runs fail here on purpose, and say so: in a long log that hides what fails against it.
  house = await votingHouse({ environment: { VECHE_HOME: home, LOG_LEVEL: 'fatal' } });
  ({ app } = house);
  const { person } = house.owners.anna;
  const sealed = sealDetails(app.world.secrets, person, { snils: '11223344595' });
  await house.world.sql.query('update person set details_sealed = $2 where id = $1', [person, sealed]);
  assembly = await house.announced();
});
afterAll(async () => {
  await house.world.close();
  await app.stop();
  rmSync(home, { recursive: true, force: true });
});

async function ask(mutation: string, input: object, token = house.keeper) {
  const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  const answer = await app.ask<
    Record<string, { printRun: Run | null; userErrors: { code: string; message: string }[] }>
  >(
    token,
    `mutation ($input: ${type}!) { ${mutation}(input: $input) { printRun { ${fields} } userErrors { code message } } }`,
    { input: { assemblyId: assembly.id, idempotencyKey: `print-run-${String((count += 1))}`, ...input } },
  );
  const payload = answer[mutation];
  if (!payload) throw new Error('no payload');
  return payload;
}

async function requested(input: object = {}, mutation = 'printBallots'): Promise<Run> {
  const { printRun, userErrors } = await ask(mutation, input);
  if (!printRun) throw new Error(JSON.stringify(userErrors));
  return printRun;
}

async function printed({ id }: Pick<Run, 'id'>, state = 'PRINTED'): Promise<Run> {
  return eventually(async () => {
    const { node } = await app.ask<{ node: Run }>(
      house.keeper,
      `query ($id: ID!) { node(id: $id) { ... on PrintRun { ${fields} } } }`,
      { id },
    );
    expect(node.state).toBe(state);
    return node;
  });
}

async function download(run: Run, token: string | null = house.keeper): Promise<Response> {
  return fetch(`${app.url}${run.fileUrl ?? ''}`, {
    headers: token === null ? {} : { authorization: `Bearer ${token}` },
  });
}

async function bytesOf(run: Run): Promise<Buffer> {
  const response = await download(run);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function textsOf(pdf: Buffer): Promise<string[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    return [...document.pages()].map((page) => page.getText());
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** What the code on the first page says to whoever scans it. */
async function codeOf(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const { data, width, height } = await document.getPage(0).render({ scale: 2 });
    return (await findQrCode({ pixels: data.filter((_, at) => at % 4 === 0), width, height })).text;
  } finally {
    document.destroy();
    library.destroy();
  }
}

describe("one owner's ballot", () => {
  it('is a PDF/A with tags, whose Cyrillic text names the owner, the premises and every item', async () => {
    const run = await printed(await requested({ ownerId: gid.person(house.owners.anna.person) }));
    expect(run).toMatchObject({ done: 1, total: 1, sheets: 1, formVersion: 1 });
    expect(run).toMatchObject({ owner: { displayName: 'Анна Тест' }, requestedBy: { displayName: 'Ведущая Тест' } });
    const pdf = await bytesOf(run);
    const raw = pdf.toString('latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw).toMatch(/\/Marked true/);
    const [text = ''] = await textsOf(pdf);
    for (const words of [
      'Анна Тест',
      '112-233-445 95',
      'кв. 1 50,00 1',
      'Утвердить ремонт подъезда',
      'ЗА ПРОТИВ ВОЗДЕРЖАЛСЯ',
      'Страница 1 из 1',
    ])
      expect(text).toContain(words);
    const [, receipt = ''] = /Отметка о приёме.*Код решения: ([\da-f ]{19})/s.exec(text) ?? [];
    const code = createHash('sha256')
      .update(await codeOf(pdf))
      .digest('hex');
    expect(receipt.replaceAll(' ', '')).toBe(code.slice(0, 16));
    expect(text).not.toContain('Борис');
    expect(text).toMatch(/[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/);
  });

  it('asked for twice is the same bytes on the same form, and asked for twice with one key is one run', async () => {
    const ownerId = gid.person(house.owners.boris.person);
    const [one, two] = [await printed(await requested({ ownerId })), await printed(await requested({ ownerId }))];
    expect(one.id).not.toBe(two.id);
    expect((await bytesOf(one)).equals(await bytesOf(two))).toBe(true);
    const key = { ownerId, idempotencyKey: 'the-very-same-key' };
    expect((await requested(key)).id).toBe((await requested(key)).id);
    expect((await ask('printBallots', { ...key, perOwnership: true })).userErrors[0]?.code).toBe('KEY_REUSED');
  });

  it('has its boxes where the form on record says', async () => {
    const { rows } = await house.world.sql.query<{ pages: readonly PageLayout[] }>(
      'select pages from paper_form where assembly_id = $1',
      [decodeId('Assembly', assembly.id)],
    );
    expect(rows).toHaveLength(1);
    const [page] = rows[0]?.pages ?? [];
    expect(page?.boxes.map(({ item, answer, x }) => [item, answer, x])).toEqual([
      [1, 'FOR', 62],
      [1, 'AGAINST', 98],
      [1, 'ABSTAIN', 140],
    ]);
    await expect(house.world.sql.query('update paper_form set form_version = 9')).rejects.toThrow('append-only');
  });
});

describe('blank forms', () => {
  it('name nobody, and each has a number of its own', async () => {
    const run = await printed(await requested({ copies: 2 }, 'printBlankBallots'));
    expect(run).toMatchObject({ total: 2, sheets: 2, owner: null });
    const texts = await textsOf(await bytesOf(run));
    expect(texts).toHaveLength(2);
    const numbers = texts.map((text) => /[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}/.exec(text)?.[0]);
    expect(new Set(numbers).size).toBe(2);
    expect(texts.map((text) => /Страница \d+ из \d+/.exec(text)?.[0])).toEqual(Array(2).fill('Страница 1 из 1'));
    expect(texts.join(' ')).not.toMatch(/Борис|Клара/);
    expect((await ask('printBlankBallots', { copies: 0 })).userErrors[0]?.code).toBe('INVALID_INPUT');
  });
});

describe('refused', () => {
  it('a draft, whose agenda may still change, with what to do', async () => {
    const start = app.clock.now();
    const input = draftInput(house, start, start + 20 * 86_400_000, start + 30 * 86_400_000);
    const drafted = (await draft(app, house.keeper, input)).assembly;
    const { userErrors } = await ask('printBallots', { assemblyId: drafted?.id });
    expect(userErrors).toMatchObject([{ code: 'AGENDA_MAY_CHANGE' }]);
    expect(userErrors[0]?.message).toContain('Announce it');
  });

  it('a cancelled assembly, an entrance that is not there, and somebody who owns nothing', async () => {
    expect((await ask('printBallots', { entrance: 7 })).userErrors[0]?.code).toBe('NOTHING_TO_PRINT');
    const nobody = gid.person(await house.world.person('Никто'));
    expect((await ask('printBallots', { ownerId: nobody })).userErrors[0]?.code).toBe('NOTHING_TO_PRINT');
    const other = await house.announced();
    await house.world.sql.query(`update assembly set state = 'CANCELLED' where id = $1`, [
      decodeId('Assembly', other.id),
    ]);
    expect((await ask('printBallots', { assemblyId: other.id })).userErrors[0]?.code).toBe('WRONG_STATE');
  });

  it('the file to owners, to keepers of other houses, and to a token that sees no people', async () => {
    const run = await printed(await requested({ ownerId: gid.person(house.owners.anna.person) }));
    const stranger = await house.world.person('Чужая');
    await house.world.role(stranger, 'ASSEMBLY_ADMINISTRATOR', { house: await house.world.house('улица Другая') });
    const auditor = await house.world.person('Ревизор');
    await house.world.role(auditor, 'AUDITOR');
    const operator = await house.world.person('Оператор печати');
    await house.world.role(operator, 'PLATFORM_ADMINISTRATOR');
    const blind = await house.world.token(operator, ['assemblies:read', 'assemblies:write']);
    const status = async (token: string | null) => (await download(run, token)).status;
    expect(await status(null)).toBe(401);
    expect(await status(house.owners.anna.token)).toBe(403);
    expect(await status(await house.world.token(stranger))).toBe(404);
    expect(await status(await house.world.token(auditor))).toBe(403);
    expect(await status(blind)).toBe(403);
    expect(await status(house.operator)).toBe(200);
    expect((await ask('printBallots', {}, blind)).userErrors[0]?.code).toBe('SCOPE_MISSING');
  });
});

describe('a house of ballots', () => {
  it('goes on after a restart in the middle, and is the same as one that was never interrupted', async () => {
    for (let at = 0; at < 77; at += 1) {
      const premises = await house.world.premises(house.house, String(100 + at), '40', { entrance: 2 });
      await house.world.owns(await house.world.person(`Собственник ${String(at)}`), premises);
    }
    const run = await requested();
    expect(run).toMatchObject({ state: 'PRINTING', total: 80 });
    const id = decodeId('PrintRun', run.id);
    const parts = async () =>
      (await house.world.sql.query<{ part: number }>('select part from print_part where run_id = $1', [id])).rows
        .length;
    await eventually(async () => expect(await parts()).toBeGreaterThan(0));
    app = await app.restart();
    const finished = await printed(run);
    expect(finished).toMatchObject({ done: 80, total: 80, sheets: 80 });
    const { rows } = await house.world.sql.query<{ command: string }>(
      `select command from journal where ids->>'printRun' = $1 order by id`,
      [id],
    );
    expect(rows.map(({ command }) => command)).toEqual(['printBallots', 'finishPrint']);
    const zip = await bytesOf(finished);
    const again = await bytesOf(await printed(await requested()));
    expect(createHash('sha256').update(again).digest('hex')).toBe(createHash('sha256').update(zip).digest('hex'));
    const names: string[] = [];
    let pages: string[] = [];
    for await (const { name, content } of entriesOf(zip)) {
      names.push(name);
      pages = [...pages, ...(await textsOf(content))];
    }
    expect(names).toEqual([
      'ballots-0001-0025.pdf',
      'ballots-0026-0050.pdf',
      'ballots-0051-0075.pdf',
      'ballots-0076-0080.pdf',
    ]);
    expect(pages).toHaveLength(80);
    expect(pages[0]).toContain('Анна Тест');
    expect(pages[79]).toContain('Собственник 76 Тест');
  });

  it('is listed with the assembly, newest first, for those who run it alone', async () => {
    const runs = async (token: string) =>
      (
        await app.ask<{ assembly: { printRuns: { nodes: Run[]; totalCount: number } | null } }>(
          token,
          `query ($id: ID!) { assembly(id: $id) { printRuns(first: 2) { nodes { id total } totalCount } } }`,
          { id: assembly.id },
        )
      ).assembly.printRuns;
    const listed = await runs(house.keeper);
    expect(listed?.totalCount).toBeGreaterThan(5);
    expect(listed?.nodes.map(({ total }) => total)).toEqual([80, 80]);
    expect(await runs(house.owners.anna.token)).toBeNull();
  });
});

describe('a run that fails', () => {
  it('says why and what to do; printed again, it is printed', async () => {
    const ownerId = gid.person(house.owners.clara.person);
    const [files, away] = [join(home, 'files'), join(home, 'away')];
    renameSync(files, away);
    writeFileSync(files, '');
    const failed = await printed(await requested({ ownerId }), 'FAILED');
    rmSync(files);
    renameSync(away, files);
    expect(failed).toMatchObject({ fault: 'NOT_STORED', faultOwner: null, fileUrl: null });
    expect(failed.explanation).toContain('Print again');
    expect(await printed(await requested({ ownerId }))).toMatchObject({ fault: null, explanation: null });
  });

  it('names whose ballot it was that could not be set', async () => {
    await printed(await requested({ ownerId: gid.person(house.owners.boris.person) }));
    // On record as one page longer than it is: what no ballot may be.
    const { rows } = await house.world.sql.query<{ id: string }>(
      `with form as (insert into paper_form (id, assembly_id, form_version, digest, wording, pages, created_at)
           select gen_random_uuid(), assembly_id, 77, 'longer', wording, pages || pages, created_at from paper_form where assembly_id = $1 limit 1
           returning id),
         run as (insert into print_run (id, assembly_id, form_id, state, per_ownership, blank, done, total, sheets, requested_by, requested_at)
           select gen_random_uuid(), r.assembly_id, form.id, 'PRINTING', false, false, 0, 2, 4, r.requested_by, r.requested_at
             from print_run r, form where r.assembly_id = $1 and r.owner_id = $2 limit 1 returning id),
         ballots as (insert into printed_ballot select run.id, n, b.owner_id, b.ownership_ids, b.reference, b.printed_number
           from run, generate_series(1, 2) n, (select * from printed_ballot where owner_id = $2 limit 1) b)
       select id from run`,
      [decodeId('Assembly', assembly.id), house.owners.boris.person],
    );
    const id = rows[0]?.id ?? '';
    await runPrint(app.world, id, new AbortController().signal);
    const failed = await printed({ id: encodeId('PrintRun', id) }, 'FAILED');
    expect(failed).toMatchObject({ fault: 'CANNOT_BE_SET', faultOwner: { displayName: 'Борис Тест' } });
    expect(failed.explanation).toContain('Ballot 1 of this run');
  });
});

describe('an owner of many premises', () => {
  it('has one ballot whose boxes stand where all others do, and pages of its own for the list', async () => {
    const person = await house.world.person('Многоквартирова');
    for (let at = 0; at < 20; at += 1) {
      await house.world.owns(person, await house.world.premises(house.house, String(900 + at), '30', { entrance: 3 }));
    }
    const run = await printed(await requested({ ownerId: gid.person(person) }));
    expect(run).toMatchObject({ total: 1, sheets: 3, formVersion: 1 });
    const [first = '', second = '', third = ''] = await textsOf(await bytesOf(run));
    expect(first).toContain('И ещё 16');
    expect(first).toContain('Страница 1 из 3');
    expect(first).not.toContain('кв. 905');
    expect(second).toContain('кв. 905');
    expect(second).toContain('Страница 2 из 3');
    expect(second).not.toContain('кв. 917');
    expect(third).toContain('кв. 919');
    const each = await printed(await requested({ entrance: 3, perOwnership: true }));
    expect(each).toMatchObject({ total: 20, sheets: 20 });
  });
});

async function* entriesOf(zip: Buffer): AsyncGenerator<{ name: string; content: Buffer }> {
  const opened = await fromBufferPromise(zip, { lazyEntries: true });
  for await (const entry of opened.eachEntry()) {
    const stream = await opened.openReadStreamPromise(entry);
    const chunks: Buffer[] = [];
    for await (const chunk of stream) chunks.push(chunk as Buffer);
    yield { name: entry.fileName, content: Buffer.concat(chunks) };
  }
}

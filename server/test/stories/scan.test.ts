import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import sharp from 'sharp';
import { decodeId } from '../../src/kernel/global-id.ts';
import type { PageLayout } from '../../src/modules/paper/index.ts';
import type { TestApp } from '../harness.ts';
import { picturesOf, ticked } from '../scanned-paper.ts';
import { gid } from '../world.ts';
import { votingHouse, type Announced, type Owner, type VotingHouse } from './voting-house.ts';

interface ScanAnswer {
  readonly id: string;
  readonly state: string;
  readonly fault: string | null;
  readonly received: number;
  readonly pageCount: number | null;
  readonly pages: { readonly nodes: readonly PageAnswer[] };
  readonly fileUrl: string | null;
}
interface PageAnswer {
  readonly id: string;
  readonly state: string;
  readonly fault: string | null;
  readonly printedNumber: string | null;
  readonly pictureUrl: string;
}
const fields = `id state fault received pageCount pagesRead pagesQueued fileUrl
  pages(first: 10) { nodes { id state fault printedNumber pictureUrl } }`;

let house: VotingHouse;
let app: TestApp;
let assembly: Announced;
let layout: PageLayout;
let count = 0;
let paper: Readonly<Record<'anna' | 'boris', Buffer>>;
let foreign: Buffer;
let stack: Buffer;

async function printedFor(of: Announced, owner: Owner | null): Promise<Buffer> {
  const input = { assemblyId: of.id, idempotencyKey: `print-it-${String((count += 1))}` };
  const wish = owner ? { ownerId: gid.person(owner.person) } : {};
  const { printRun } = await house.change<{ printRun: { id: string } }>(
    house.keeper,
    'printBallots',
    { ...input, ...wish },
    'printRun { id }',
  );
  const url = await eventually(async () => {
    const { node } = await app.ask<{ node: { fileUrl: string | null } }>(
      house.keeper,
      'query ($id: ID!) { node(id: $id) { ... on PrintRun { fileUrl } } }',
      { id: printRun.id },
    );
    expect(node.fileUrl).not.toBeNull();
    return node.fileUrl ?? '';
  });
  const response = await got(url, house.keeper);
  return Buffer.from(await response.arrayBuffer());
}

async function got(url: string, token: string): Promise<Response> {
  return fetch(`${app.url}${url}`, { headers: { authorization: `Bearer ${token}` } });
}

async function begun(fileName: string, size: number, token = house.keeper): Promise<ScanAnswer> {
  const input = { assemblyId: assembly.id, fileName, size, idempotencyKey: `scan-it-${String((count += 1))}` };
  const { scan } = await house.change<{ scan: ScanAnswer }>(token, 'beginScan', input, `scan { ${fields} }`);
  return scan;
}

async function sent({ id }: ScanAnswer, offset: number, content: Uint8Array, token = house.keeper) {
  const response = await fetch(`${app.url}/scans/${id}/chunks`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'x-offset': String(offset) },
    body: new Uint8Array(content),
  });
  return { status: response.status, body: (await response.json()) as { received: number; size: number } };
}

async function uploaded(fileName: string, content: Buffer): Promise<ScanAnswer> {
  const scan = await begun(fileName, content.length);
  for (let at = 0; at < content.length; at += 1_000_000)
    expect((await sent(scan, at, content.subarray(at, at + 1_000_000))).status).toBe(200);
  return scan;
}

async function settled({ id }: ScanAnswer): Promise<ScanAnswer> {
  return eventually(async () => {
    const { node } = await app.ask<{ node: ScanAnswer }>(
      house.keeper,
      `query ($id: ID!) { node(id: $id) { ... on Scan { ${fields} } } }`,
      { id },
    );
    expect(['READ', 'REFUSED']).toContain(node.state);
    return node;
  });
}

async function onlyPage(fileName: string, content: Buffer): Promise<PageAnswer> {
  const { state, pages } = await settled(await uploaded(fileName, content));
  expect(state).toBe('READ');
  const [page] = pages.nodes;
  if (!page) throw new Error('no page');
  return page;
}

interface Listed {
  readonly scanQueue: { readonly nodes: readonly PageAnswer[]; readonly totalCount: number } | null;
  readonly scannedBallots: {
    readonly nodes: readonly {
      readonly printedNumber: string;
      readonly missingPages: readonly number[];
      readonly owner: { readonly displayName: string } | null;
      readonly proposals: readonly { readonly item: number; readonly answer: string | null }[];
    }[];
  } | null;
}

async function listed(token = house.keeper): Promise<Listed> {
  const answer = await app.ask<{ assembly: Listed }>(
    token,
    `query ($id: ID!) { assembly(id: $id) { scanQueue(first: 20) { nodes { id state fault } totalCount }
      scannedBallots(first: 20) { nodes { printedNumber missingPages owner { displayName } proposals { item answer } } } } }`,
    { id: assembly.id },
  );
  return answer.assembly;
}

const ballotOf = async (name: string) =>
  (await listed()).scannedBallots?.nodes.find(({ owner }) => owner?.displayName.startsWith(name));

beforeAll(async () => {
  house = await votingHouse();
  ({ app } = house);
  assembly = await house.announced(true);
  const other = await house.announced();
  app.clock.set(assembly.opensAt + 86_400_000);
  await app.clockwork.tick();
  const pdf = await printedFor(assembly, house.owners.anna);
  const [anna] = await picturesOf(pdf);
  const [boris] = await picturesOf(await printedFor(assembly, house.owners.boris));
  const [strange] = await picturesOf(await printedFor(other, house.owners.anna));
  stack = await printedFor(assembly, null);
  if (!anna || !boris || !strange) throw new Error('nothing was printed');
  paper = { anna, boris };
  foreign = strange;
  const { rows } = await house.world.sql.query<{ pages: PageLayout[] }>(
    'select pages from paper_form where assembly_id = $1',
    [decodeId('Assembly', assembly.id)],
  );
  if (!rows[0]?.pages[0]) throw new Error('no form');
  [layout] = rows[0].pages as [PageLayout];
});
afterAll(async () => {
  await house.world.close();
  await app.stop();
});

describe('a scanned ballot', () => {
  it('arrives in parts, goes on after a dropped connection, and proposes what is ticked', async () => {
    const content = await ticked(paper.anna, layout, 'FOR');
    const scan = await begun('anna.jpg', content.length);
    expect(scan).toMatchObject({ state: 'UPLOADING', received: 0, fileUrl: null });
    expect((await sent(scan, 0, content.subarray(0, 70_000))).body.received).toBe(70_000);
    expect(await sent(scan, 0, content.subarray(0, 70_000))).toMatchObject({ status: 409, body: { received: 70_000 } });
    expect((await sent(scan, 70_000, content, house.owners.anna.token)).status).toBe(404);
    expect((await sent(scan, 70_000, content)).status).toBe(413);
    expect((await sent(scan, 70_000, content.subarray(70_000))).status).toBe(200);
    const read = await settled(scan);
    expect(read).toMatchObject({ state: 'READ', fault: null, pageCount: 1, pagesRead: 1 });
    expect(await ballotOf('Анна')).toMatchObject({ missingPages: [], proposals: [{ item: 1, answer: 'FOR' }] });

    const file = await got(read.fileUrl ?? '', house.keeper);
    expect(Buffer.from(await file.arrayBuffer()).equals(content)).toBe(true);
    const url = read.pages.nodes[0]?.pictureUrl ?? '';
    expect((await got(url, house.owners.anna.token)).headers.get('content-type')).toBe('image/jpeg');
    expect((await got(url, house.owners.boris.token)).status).toBe(404);
    expect((await got(read.fileUrl ?? '', house.owners.anna.token)).status).toBe(404);
    expect(await listed(house.owners.anna.token)).toEqual({ scanQueue: null, scannedBallots: null });
  });

  it('scanned again is repeated, marked otherwise goes to a person; so does a page of elsewhere, and one of nobody', async () => {
    const again = await sharp(paper.anna).rotate(180).tiff({ compression: 'lzw' }).toBuffer();
    const repeated = await onlyPage(
      'again.png',
      await sharp(await ticked(paper.anna, layout, 'FOR'))
        .png()
        .toBuffer(),
    );
    expect(repeated).toMatchObject({ state: 'REPEATED', fault: null });
    expect(await onlyPage('unmarked.tif', again)).toMatchObject({ state: 'QUEUED', fault: 'REPEATED_DIFFERENTLY' });
    expect(await onlyPage('foreign.png', foreign)).toMatchObject({ state: 'QUEUED', fault: 'OTHER_ASSEMBLY' });
    const white = { create: { width: 800, height: 1100, channels: 3, background: '#fff' } } as const;
    const blank = await onlyPage('blank.png', await sharp(white).png().toBuffer());
    expect(blank).toMatchObject({ state: 'QUEUED', fault: 'CODE_NOT_FOUND', printedNumber: null });
    expect((await listed()).scanQueue?.totalCount).toBe(3);
    expect((await ballotOf('Анна'))?.proposals).toMatchObject([{ answer: 'FOR' }]);
  });

  it('leaves the queue when a person says what it is, or puts it aside with a reason', async () => {
    const [differs, elsewhere, blank] = (await listed()).scanQueue?.nodes ?? [];
    const number = await printedNumber(house.owners.boris);
    const named = await house.change<{ scanPage: PageAnswer | null }>(
      house.keeper,
      'nameScanPage',
      { scanPageId: blank?.id, printedNumber: number.toLowerCase().replace('-', ' '), sheetPage: 1 },
      'scanPage { state printedNumber }',
    );
    expect(named).toMatchObject({ scanPage: { state: 'READ', printedNumber: number }, userErrors: [] });
    expect(await ballotOf('Борис')).toMatchObject({ missingPages: [], proposals: [] });
    const twice = { scanPageId: differs?.id, printedNumber: number, sheetPage: 1 };
    const refused = await house.change(house.keeper, 'nameScanPage', twice, 'scanPage { id }');
    expect(refused.userErrors[0]?.code).toBe('DUPLICATE');
    const aside = async () =>
      house.change(
        house.keeper,
        'setScanPageAside',
        { scanPageId: elsewhere?.id, reason: 'Чужая' },
        'scanPage { note }',
      );
    expect(await aside()).toMatchObject({ scanPage: { note: 'Чужая' } });
    expect((await aside()).userErrors[0]?.code).toBe('PAGE_SETTLED');
    expect((await listed()).scanQueue?.totalCount).toBe(1);
    await expect(house.world.sql.query(`update scan_page set boxes = '[]'`)).rejects.toThrow('append-only');
  });
});

async function printedNumber({ person }: Owner): Promise<string> {
  const { rows } = await house.world.sql.query<{ n: string }>(
    `select b.printed_number as n from printed_ballot b join print_run r on r.id = b.run_id
      where b.owner_id = $1 and r.assembly_id = $2 limit 1`,
    [person, decodeId('Assembly', assembly.id)],
  );
  return rows[0]?.n ?? '';
}

interface SheetAnswer {
  readonly id: string;
  readonly state: string;
  readonly number: string | null;
  readonly handedOverAt: string | null;
  readonly isHandOverTyped: boolean;
  readonly transcriptions: readonly object[];
  readonly ballots: readonly { readonly id: string; readonly state: string }[];
  readonly scan: { readonly missingPages: readonly number[]; readonly proposals: readonly { answer: string | null }[] };
}
const sheetFields = `sheet { id state number handedOverAt isHandOverTyped transcriptions { step } ballots { id state }
  scan { missingPages proposals { answer } } }`;

describe('what was scanned, at the desk', () => {
  const change = async (token: string, name: string, input: object) =>
    house.change<{ sheet: SheetAnswer | null }>(
      token,
      name,
      { ...input, idempotencyKey: `at-the-desk-${String((count += 1))}` },
      sheetFields,
    );
  const next = async (token: string, task: string, afterId?: string): Promise<SheetAnswer | null> => {
    const input = { assemblyId: assembly.id, task, ...(afterId === undefined ? {} : { afterId }) };
    return (await house.change<{ sheet: SheetAnswer | null }>(token, 'openNextSheet', input, sheetFields)).sheet;
  };
  const votes = () => assembly.agenda.map(({ id }) => ({ agendaItemId: id, marks: ['FOR'] }));
  const desk = async (): Promise<object | null> => {
    const answer = await app.ask<{ assembly: { paperDesk: object | null } }>(
      house.keeper,
      `query ($id: ID!) { assembly(id: $id) { paperDesk { filesReading pagesQueued incomplete notTakenIn toEnter
        toConfirm counted notCounted } } }`,
      { id: assembly.id },
    );
    return answer.assembly.paperDesk;
  };

  it('waits for its entry with its pages and what is proposed, and its hand-over is what a person says', async () => {
    expect(await desk()).toEqual({
      filesReading: 0,
      pagesQueued: 1,
      incomplete: 0,
      notTakenIn: 2,
      toEnter: 2,
      toConfirm: 0,
      counted: 0,
      notCounted: 0,
    });
    const anna = await next(house.keeper, 'ENTER');
    expect(anna).toMatchObject({
      number: await printedNumber(house.owners.anna),
      handedOverAt: null,
      scan: { missingPages: [], proposals: [{ answer: 'FOR' }] },
    });
    const boris = await next(house.keeper, 'ENTER', anna?.id);
    expect(boris?.number).toBe(await printedNumber(house.owners.boris));
    const sheet = { sheetId: anna?.id, votes: votes() };
    expect((await change(house.keeper, 'enterSheet', sheet)).userErrors[0]?.field).toEqual(['input', 'handedOverAt']);
    const typed = new Date(app.clock.now() - 3_600_000).toISOString();
    const later = { ...sheet, handedOverAt: new Date(app.clock.now() + 1).toISOString() };
    expect((await change(house.keeper, 'enterSheet', later)).userErrors[0]?.code).toBe('IN_THE_FUTURE');
    const entered = await change(house.keeper, 'enterSheet', { ...sheet, handedOverAt: typed });
    expect(entered.sheet).toMatchObject({ state: 'ENTERED', handedOverAt: typed, isHandOverTyped: true });
    const blind = await next(house.operator, 'CONFIRM');
    expect(blind).toMatchObject({ transcriptions: [], scan: { proposals: [{ answer: 'FOR' }] } });
    const confirmed = await change(house.operator, 'confirmSheet', sheet);
    expect(confirmed.sheet?.ballots).toMatchObject([{ state: 'COUNTED' }]);
  });

  it('is joined by the paper at the counter, whose time the server stamps', async () => {
    const number = await printedNumber(house.owners.boris);
    const taken = await change(house.keeper, 'takeInSheet', { assemblyId: assembly.id, number });
    const now = new Date(app.clock.now()).toISOString();
    expect(taken.sheet).toMatchObject({ number, handedOverAt: now, isHandOverTyped: false });
    expect(await desk()).toMatchObject({ notTakenIn: 0, toEnter: 1 });
    const twice = { sheetId: taken.sheet?.id, votes: votes(), handedOverAt: now };
    expect((await change(house.keeper, 'enterSheet', twice)).userErrors[0]?.field).toEqual(['input', 'handedOverAt']);
    await expect(house.world.sql.query('update paper_sheet set handed_over_at = now()')).rejects.toThrow('never');
  });

  it('stays with the ballot on record, also when it is scanned after the entry', async () => {
    const number = await printedNumber(house.owners.clara);
    const { sheet } = await change(house.keeper, 'takeInSheet', { assemblyId: assembly.id, number });
    const read = { sheetId: sheet?.id, votes: votes(), signed: false };
    expect((await change(house.keeper, 'enterSheet', read)).sheet?.scan).toBeNull();
    const confirmed = await change(house.operator, 'confirmSheet', read);
    expect(confirmed.sheet?.ballots).toMatchObject([{ state: 'REJECTED' }]);
    const [, , clara] = await picturesOf(stack);
    await onlyPage('clara.png', await ticked(clara ?? stack, layout, 'FOR'));
    const { ballot } = await app.ask<{ ballot: { paperTrail: { scans: readonly { pictureUrl: string }[] } } }>(
      house.owners.clara.token,
      'query ($id: ID!) { ballot(id: $id) { paperTrail { scans { pictureUrl } } } }',
      { id: confirmed.sheet?.ballots[0]?.id },
    );
    const url = ballot.paperTrail.scans[0]?.pictureUrl ?? '';
    expect((await got(url, house.owners.clara.token)).status).toBe(200);
    expect((await got(url, house.owners.boris.token)).status).toBe(404);
    expect(await desk()).toMatchObject({ toEnter: 1, counted: 1, notCounted: 1 });
  });
});

describe('a stack of files', () => {
  it('says for each bad one why, and reads the others', async () => {
    const good = await ticked(paper.boris, layout, 'AGAINST');
    // Two pages in one file, the first of which is read twice in this stack.
    const twoPages = await sharp([good, await ticked(paper.anna, layout, 'FOR')], { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    const kids = Array.from({ length: 10_000 }, () => '3 0 R').join(' ');
    const pdfOf = (catalog: string, pages: string): Buffer =>
      Buffer.from(
        `%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R${catalog}>>endobj 2 0 obj<</Type/Pages${pages}>>endobj
         3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj trailer<</Root 1 0 R>>\n%%EOF\n`,
      );
    const files: [string, Buffer, string | null][] = [
      ['empty.pdf', Buffer.alloc(0), 'EMPTY'],
      ['bomb.pdf', pdfOf('', `/Count 10000/Kids[${kids}]`), 'TOO_MANY_PAGES'],
      ['script.pdf', pdfOf('/OpenAction<</S/JavaScript/JS(app.alert(1))>>', '/Count 1/Kids[3 0 R]'), 'SCRIPTS'],
      ['program.pdf', Buffer.concat([Buffer.from('MZ\u0090'), Buffer.alloc(2000, 7)]), 'NOT_A_SCAN'],
      ['truncated.jpg', good.subarray(0, 60_000), 'DAMAGED'],
      ['good.jpg', good, null],
      ['pages.tif', twoPages, null],
    ];
    const begunAll = await Promise.all(files.map(async ([name, content]) => uploaded(name, content)));
    const scans = await Promise.all(begunAll.map(settled));
    expect(scans.map(({ fault }) => fault)).toEqual(files.map(([, , fault]) => fault));
    expect(scans.at(-1)?.pages.nodes.map(({ printedNumber: number }) => number)).toEqual([
      await printedNumber(house.owners.boris),
      await printedNumber(house.owners.anna),
    ]);
    expect((await settled(await uploaded('the-same.jpg', good))).fault).toBe('ALREADY_UPLOADED');
    expect((await listed()).scanQueue?.nodes.filter(({ fault }) => fault === 'DAMAGED')).toEqual([]);
    const tooLarge = { assemblyId: assembly.id, fileName: 'a.pdf', size: 300_000_000, idempotencyKey: 'far-too-large' };
    const refused = await house.change(house.keeper, 'beginScan', tooLarge, 'scan { id }');
    expect(refused.userErrors[0]?.code).toBe('FILE_TOO_LARGE');
  });

  it('goes on where it was when the server starts again', async () => {
    const scan = await uploaded('stack.pdf', stack);
    app = await app.restart();
    const { state, pages } = await settled(scan);
    expect(state).toBe('READ');
    expect(pages.nodes).toHaveLength(3);
    expect(pages.nodes.map(({ fault }) => fault)).toContain('REPEATED_DIFFERENTLY');
    expect((await ballotOf('Клара'))?.proposals).toMatchObject([{ item: 1, answer: 'FOR' }]);
  });
});

import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import { fromBufferPromise } from 'yauzl';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { eventually } from '../eventually.ts';
import { clockworkContext } from '../../src/kernel/clockwork-context.ts';
import { decodeId } from '../../src/kernel/global-id.ts';
import { setDocument } from '../../src/modules/documents/set-documents.ts';
import type { TestApp } from '../harness.ts';
import { gid } from '../world.ts';
import { cast, enterPaper, type Errors } from './voting-api.ts';
import { ballotOf, paperOf, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

interface Signature {
  readonly origin: string;
  readonly check: string;
  readonly algorithm: string;
  readonly signer: string | null;
  readonly fileUrl: string | null;
}
interface Paper {
  readonly id: string;
  readonly kind: string;
  readonly format: string;
  readonly sha256: string;
  readonly size: number;
  readonly fileUrl: string;
  readonly signatures: readonly Signature[];
}
const fields = 'id kind format sha256 size fileUrl signatures { origin check algorithm signer fileUrl }';

let house: VotingHouse;
let app: TestApp;
let assembly: Announced;
const folder = mkdtempSync(join(tmpdir(), 'veche-signatures-'));

beforeAll(async () => {
  house = await votingHouse({ scribe: 'WRITES' });
  ({ app } = house);
  assembly = await house.announced();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await house.world.close();
  await app.stop();
});

async function papers(token = house.keeper): Promise<{ documents: readonly Paper[]; awaitedDocuments: string[] }> {
  const answer = await app.ask<{ assembly: { documents: Paper[]; awaitedDocuments: string[] } }>(
    token,
    `query ($id: ID!) { assembly(id: $id) { documents { ${fields} } awaitedDocuments } }`,
    { id: assembly.id },
  );
  return answer.assembly;
}

async function written(): Promise<readonly Paper[]> {
  return eventually(async () => {
    const { documents, awaitedDocuments } = await papers();
    expect(awaitedDocuments).toEqual([]);
    return documents;
  });
}

async function paper(kind: string, format = 'PDF'): Promise<Paper> {
  const found = (await written()).find((known) => known.kind === kind && known.format === format);
  if (!found) throw new Error(`no ${kind}`);
  return found;
}

async function fetched(path: string | null, token: string | null = house.keeper): Promise<Response> {
  return fetch(`${app.url}${path ?? ''}`, { headers: token === null ? {} : { authorization: `Bearer ${token}` } });
}

async function bytesOf(path: string | null): Promise<Buffer> {
  const response = await fetched(path);
  expect(response.status).toBe(200);
  return Buffer.from(await response.arrayBuffer());
}

async function textOf(pdf: Buffer): Promise<string> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  try {
    const text = [...document.pages()].map((page) => page.getText()).join(' ');
    return text.replaceAll(/\s+/g, ' ');
  } finally {
    document.destroy();
    library.destroy();
  }
}

/** Of the initiator: sealed, and named by the minutes alone. */
const passport = '45 10 № 123456, выдан ОВД «Тихий» 01.02.2015';

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('the papers of an assembly', () => {
  it('begin with its notice, which whoever sees the assembly may read', async () => {
    const [notice, ...others] = await written();
    expect(others).toEqual([]);
    expect(notice).toMatchObject({ kind: 'NOTICE', format: 'PDF' });
    const text = await textOf(await bytesOf(notice?.fileUrl ?? null));
    for (const words of ['Сообщение о проведении', 'улица Тихая', 'Утвердить ремонт подъезда', 'Анна Тест'])
      expect(text).toContain(words);
    expect((await fetched(notice?.fileUrl ?? null, house.owners.clara.token)).status).toBe(200);
    const opening = 'query ($id: ID!) { assembly(id: $id) { notice { title } } }';
    for (const token of [house.owners.anna.token, house.owners.anna.token, house.keeper])
      await app.ask(token, opening, { id: assembly.id });
    const { rows } = await house.world.sql.query(
      `select ids->>'person' as person from journal where command = 'openNotice'`,
    );
    expect(rows).toEqual([{ person: house.owners.clara.person }, { person: house.owners.anna.person }]);
  });

  it('are written by themselves once voting has ended, once by several servers, and again after a restart not at all', async () => {
    app.clock.set(assembly.opensAt + 1000);
    await app.clockwork.tick();
    const { anna, boris } = house.owners;
    const platform = await house.world.person('Платформа');
    await house.world.role(platform, 'PLATFORM_ADMINISTRATOR');
    const amendment = { personId: gid.person(anna.person), version: 1, passport: `  ${passport} ` };
    const amended = await house.change(await house.world.token(platform), 'amendPerson', amendment, 'person { id }');
    expect(amended.userErrors).toEqual([]);
    expect((await cast(app, anna.token, ballotOf(assembly, anna, 'FOR', 'anna-votes-for'))).userErrors).toEqual([]);
    const paperVote = { ...paperOf(assembly, boris, 'AGAINST', app.clock.now(), 'boris-on-paper'), signed: true };
    const { submission } = await enterPaper(app, house.keeper, paperVote);
    const dispute = {
      ballotId: submission?.ballots[0]?.id,
      statement: 'Я этого не подписывал',
    };
    const opened = await house.change(boris.token, 'openDispute', dispute, 'ballot { id }');
    expect(opened.userErrors).toEqual([]);
    const scan = await fetch(`${app.url}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${house.keeper}`, 'x-file-name': 'scan.pdf' },
      body: '%PDF-1.7 a paper that nobody entered',
    });
    const { id: scanFileId } = (await scan.json()) as { id: string };
    const taking = { assemblyId: assembly.id, scanFileId, idempotencyKey: 'take-it-in' };
    expect((await house.change(house.keeper, 'takeInSheet', taking, 'sheet { id }')).userErrors).toEqual([]);
    const other = await app.beside();
    app.clock.set(assembly.closesAt + 60_000);
    await Promise.all([app.clockwork.tick(), other.clockwork.tick()]);
    const made = await written();
    expect(made.map(({ kind, format }) => `${kind} ${format}`)).toEqual([
      'MINUTES PDF',
      'MINUTES XML',
      'PUBLIC_MINUTES PDF',
      'NOTICE PDF',
      'OWNERS_REGISTER PDF',
      'ATTENDANCE_LIST PDF',
      'NOTICE_PROOF PDF',
    ]);
    await other.stop();
    app = await app.restart();
    expect((await written()).map(({ id, sha256 }) => ({ id, sha256 }))).toEqual(
      made.map(({ id, sha256 }) => ({ id, sha256 })),
    );
    const { rows } = await house.world.sql.query<{ n: number }>(
      `select count(*)::int as n from journal where command = 'keepDocument'`,
    );
    expect(rows[0]?.n).toBe(7);
  });
});

describe('the minutes', () => {
  it('are a tagged PDF/A in Russian whose text can be selected and says what the law asks for', async () => {
    const minutes = await paper('MINUTES');
    const pdf = await bytesOf(minutes.fileUrl);
    expect(hashOf(pdf)).toBe(minutes.sha256);
    expect(pdf.length).toBe(minutes.size);
    const raw = pdf.toString('latin1');
    expect(raw).toContain('<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>');
    expect(raw).toMatch(/\/StructTreeRoot \d+ 0 R/);
    expect(raw).toMatch(/\/Marked true/);
    expect(raw).toMatch(/\/Lang \(ru/);
    expect(raw).toMatch(/<dc:title>.*\S.*<\/dc:title>/s);
    const text = await textOf(pdf);
    for (const words of [
      'Протокол внеочередного общего собрания',
      assembly.id,
      'Анна Тест, собственник помещения 1',
      `Паспорт инициатора: ${passport}`,
      'Всего голосов в доме: 120,00',
      'Голосов приняло участие: 90,00 (75,00 %)',
      'с неустранёнными дефектами (их 1, 40,00 м²), кворума не будет',
      'Кворум: имеется',
      'электронных 1, на бумаге 1',
      'Слушали',
      'За 50,00 55,56 %',
      'Против 40,00 44,44 %',
      'Решение: принято',
      'Пересчёт без оспоренных решений',
      'Место хранения',
      'реестр собственников помещений',
      'Подпись, расшифровка'.toLowerCase(),
      'Тест А. 50,00 эл. З',
      'Тест Б. 40,00 бум. П',
    ])
      expect(text).toContain(words);
  });

  it('made again from the same record are the same bytes', async () => {
    const assemblyId = decodeId('Assembly', assembly.id);
    for (const { kind, format } of [
      { kind: 'MINUTES', format: 'PDF' },
      { kind: 'MINUTES', format: 'XML' },
      { kind: 'ATTENDANCE_LIST', format: 'PDF' },
    ] as const) {
      const again = await setDocument(clockworkContext(app.world), assemblyId, { kind, format });
      expect(hashOf(again)).toBe((await paper(kind, format)).sha256);
    }
    await expect(house.world.sql.query('update assembly_document set size = 1')).rejects.toThrow('append-only');
  });

  it('in their public copy name no person', async () => {
    const text = await textOf(await bytesOf((await paper('PUBLIC_MINUTES')).fileUrl));
    expect(text).toContain('собственник помещения 1');
    expect(text).toContain('За 50,00 55,56 %');
    expect(text).not.toMatch(/Анна|Борис|Клара|Тест|123456/);
  });

  it('as XML have the votes as fractions and the same verdict', async () => {
    const xml = (await bytesOf((await paper('MINUTES', 'XML')).fileUrl)).toString('utf8');
    expect(xml.startsWith('<?xml version="1.0" encoding="UTF-8"?>\n<Protocol ')).toBe(true);
    expect(xml).toContain('<Agree exact="50">50.00</Agree>');
    expect(xml).toContain('<Meeting annual="false" form="EVoting" mode="PAPER_BACKED" firstVoting="true">');
    expect(xml).toMatch(/<Initiator kind="Person">\s+<Name>Анна Тест<\/Name>\s+<Premises>1<\/Premises>/);
    for (const known of ['Administrator ', 'AcceptanceProcedure', 'MaterialsPlace', 'AdministratorAddress'])
      expect(xml).toContain(`<${known}`);
    expect(xml).toContain('<Residential unit="m2">120.00</Residential>');
    expect(xml).not.toContain('123456');
    expect(xml).toContain('<Resume code="M">принято</Resume>');
    expect(xml).toContain('<Decision premises="кв. 2" voter="Тест Б." votes="40,00" channel="PAPER" sheet="2"/>');
  });
});

describe('the lists', () => {
  it('name every owner, who took part and how, and when the notice was posted', async () => {
    const texts = await Promise.all(
      ['OWNERS_REGISTER', 'ATTENDANCE_LIST', 'NOTICE_PROOF'].map(async (kind) =>
        textOf(await bytesOf((await paper(kind)).fileUrl)),
      ),
    );
    const [register = '', attendance = '', proof = ''] = texts;
    expect(register).toContain('Клара Тест');
    expect(register).toContain('25,000 %');
    expect(attendance).toMatch(/Анна Тест .*электронно вход в систему .*Борис Тест .*на бумаге в решении/);
    expect(attendance).toContain('Приглашённых лиц не было');
    expect(attendance).not.toContain('Клара');
    expect(proof).toMatch(/Клара Тест .*размещение в системе/);
    expect(proof).toMatch(/Сообщение открыли до конца голосования: 2 из 3/);
    expect(proof).toMatch(/Анна Тест кв\. 1 размещение в системе [\d., :]+ не было [\d. :]+, в приложении № \d+/);
    expect(proof).toMatch(/Запись журнала о размещении: № \d+/);
    expect(proof).toMatch(/Борис Тест кв\. 2 размещение в системе [\d., :]+ не было не было —/);
  });

  it('are not for owners, and not for a token that sees no people', async () => {
    const seen = async (token: string) => (await papers(token)).documents.map(({ kind }) => kind);
    expect(await seen(house.owners.anna.token)).toEqual(['PUBLIC_MINUTES', 'NOTICE']);
    const auditor = await house.world.person('Ревизор');
    await house.world.role(auditor, 'AUDITOR');
    expect(await seen(await house.world.token(auditor))).toHaveLength(7);
    const blind = await house.world.token(auditor, ['assemblies:read']);
    expect(await seen(blind)).toEqual(['PUBLIC_MINUTES', 'NOTICE']);
    const { fileUrl } = await paper('MINUTES');
    expect((await fetched(fileUrl, house.owners.anna.token)).status).toBe(404);
    expect((await fetched(fileUrl, blind)).status).toBe(404);
    expect((await fetched(fileUrl, null)).status).toBe(401);
  });
});

function openssl(...args: readonly string[]): void {
  execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
}

async function sign(input: object, token = house.keeper) {
  const answer = await app.ask<{ signDocument: { document: Paper | null } & Errors }>(
    token,
    `mutation ($input: SignDocumentInput!) { signDocument(input: $input) { document { ${fields} } userErrors { code message field } } }`,
    { input },
  );
  return answer.signDocument;
}

describe('a signature made elsewhere', () => {
  it('by RSA or ECDSA is verified against the bytes, and refused over any other', async () => {
    const { id: documentId, fileUrl, sha256 } = await paper('MINUTES');
    writeFileSync(join(folder, 'minutes.pdf'), await bytesOf(fileUrl));
    writeFileSync(join(folder, 'other.pdf'), 'something else');
    const keys = { rsa: ['rsa:2048'], ec: ['ec', '-pkeyopt', 'ec_paramgen_curve:P-256'] };
    for (const [name, key] of Object.entries(keys))
      openssl('req', '-x509', '-newkey', ...key, '-nodes', '-keyout', `${name}.key`, '-out', `${name}.crt`, '-utf8', '-subj', `/CN=Подписант ${name}`); // prettier-ignore
    const made = (name: string, document: string, ...more: readonly string[]): string => {
      openssl('cms', '-sign', '-binary', '-in', document, '-signer', `${name}.crt`, '-inkey', `${name}.key`, '-outform', 'DER', '-out', 'made.p7s', ...more); // prettier-ignore
      return readFileSync(join(folder, 'made.p7s')).toString('base64');
    };
    const wrong = async (signature: string) => (await sign({ documentId, signature })).userErrors[0]?.code;
    expect(await wrong(made('rsa', 'other.pdf'))).toBe('SIGNATURE_WRONG');
    expect(await wrong(made('ec', 'other.pdf', '-noattr'))).toBe('SIGNATURE_WRONG');
    expect(await wrong(made('rsa', 'other.pdf', '-nodetach'))).toBe('SIGNATURE_NOT_DETACHED');
    expect(await wrong('bm90IGEgc2lnbmF0dXJl')).toBe('SIGNATURE_UNREADABLE');
    // Whoever answers for the assembly is told that its minutes are not signed, until they are.
    const unsigned = async () =>
      app.ask(house.keeper, '{ unsignedMinutes(first: 5) { totalCount nodes { id assembly { id } } } }');
    expect(await unsigned()).toEqual({
      unsignedMinutes: { totalCount: 1, nodes: [{ id: documentId, assembly: { id: assembly.id } }] },
    });
    const among = async (filter: object, sort: string): Promise<unknown> =>
      app.ask(
        house.keeper,
        `query ($filter: UnsignedMinutesFilter, $sort: UnsignedMinutesSort!) {
           unsignedMinutes(first: 5, filter: $filter, sort: $sort) { totalCount } }`,
        { filter, sort },
      );
    const houseId = gid.house(house.house);
    for (const sort of ['ENDED_LAST', 'ENDED_FIRST', 'ADDRESS', 'ADDRESS_DESCENDING'])
      expect(await among({ houseId, text: 'тихая' }, sort)).toEqual({ unsignedMinutes: { totalCount: 1 } });
    expect(await among({ text: 'шумная' }, 'ADDRESS')).toEqual({ unsignedMinutes: { totalCount: 0 } });
    expect(await among({ houseId: gid.house('00000000-0000-7000-8000-000000000000') }, 'ADDRESS')).toEqual({
      unsignedMinutes: { totalCount: 0 },
    });
    const rsa = made('rsa', 'minutes.pdf');
    expect((await sign({ documentId, signature: rsa })).document?.signatures).toMatchObject([
      { origin: 'ELSEWHERE', check: 'VERIFIED', algorithm: 'RSA, SHA-256', signer: 'Подписант rsa' },
    ]);
    expect(await wrong(rsa)).toBe('ALREADY_SIGNED');
    expect(await unsigned()).toEqual({ unsignedMinutes: { totalCount: 0, nodes: [] } });
    await sign({ documentId, signature: made('ec', 'minutes.pdf') });
    const sha1 = await sign({ documentId, signature: made('rsa', 'minutes.pdf', '-md', 'sha1') });
    expect(sha1.document?.signatures.slice(1)).toMatchObject([
      { check: 'VERIFIED', algorithm: 'ECDSA, SHA-256', signer: 'Подписант ec' },
      { check: 'NOT_VERIFIED_HERE', algorithm: 'RSA, SHA-1' },
    ]);
    const [first] = (await paper('MINUTES')).signatures;
    expect((await bytesOf(first?.fileUrl ?? null)).toString('base64')).toBe(rsa);
    expect((await paper('MINUTES')).sha256).toBe(sha256);
    await expect(house.world.sql.query('delete from document_signature')).rejects.toThrow('append-only');
  });

  it('is not needed in a demonstration, where the key of the server signs', async () => {
    const { id: documentId, fileUrl } = await paper('PUBLIC_MINUTES');
    const signed = await sign({ documentId });
    expect(signed.document?.signatures).toMatchObject([{ origin: 'SERVER', check: 'VERIFIED', algorithm: 'Ed25519' }]);
    const kept = JSON.parse(String(await bytesOf(signed.document?.signatures[0]?.fileUrl ?? null))) as {
      publicKey: string;
      signature: string;
    };
    writeFileSync(join(folder, 'public.pdf'), await bytesOf(fileUrl));
    writeFileSync(join(folder, 'server.pem'), kept.publicKey);
    writeFileSync(join(folder, 'server.sig'), Buffer.from(kept.signature, 'base64'));
    openssl('pkeyutl', '-verify', '-pubin', '-inkey', 'server.pem', '-rawin', '-in', 'public.pdf', '-sigfile', 'server.sig'); // prettier-ignore
    const owner = (await papers(house.owners.anna.token)).documents[0]?.signatures[0];
    expect(owner).toMatchObject({ signer: null, fileUrl: null });
  });
});

describe('the evidence package', () => {
  const open = async (token: string, reason = 'Запрос инспекции № 1') => {
    const answer = await app.ask<{ openEvidence: { fileUrl: string | null } & Errors }>(
      token,
      `mutation ($input: OpenEvidenceInput!) { openEvidence(input: $input) { fileUrl userErrors { code message field } } }`,
      { input: { assemblyId: assembly.id, reason } },
    );
    return answer.openEvidence;
  };

  it('holds everything with its hashes, opens offline, and made twice is the same bytes', async () => {
    await house.world.sql.query(
      `update dispute set state = 'REJECTED', decided_at = now(), evidence_file_ids = array(select id from stored_file where file_name = 'scan.pdf')`,
    );
    await house.world.sql.query(
      `insert into defect_repair (id, assembly_id, submission_id, ballot_id, kind, way, repaired_by_id, at, evidence_file_ids)
        select gen_random_uuid(), b.assembly_id, b.submission_id, b.id, 'AUTHORITY_EXPIRED', 'DOCUMENT', (select id from person limit 1), now(), array[f.id]
          from ballot b, stored_file f where f.file_name = 'scan.pdf' and b.channel = 'PAPER' limit 1`,
    );
    const { fileUrl } = await open(house.keeper);
    const zip = await bytesOf(fileUrl);
    const again = await bytesOf((await open(house.keeper, 'Ещё раз')).fileUrl);
    expect(hashOf(again)).toBe(hashOf(zip));
    const parts = new Map<string, Buffer>();
    const opened = await fromBufferPromise(zip, { lazyEntries: true });
    for await (const entry of opened.eachEntry()) {
      const chunks: Buffer[] = [];
      for await (const chunk of await opened.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      parts.set(entry.fileName, Buffer.concat(chunks));
    }
    const manifest = String(parts.get('SHA256SUMS')).trim().split('\n');
    expect(manifest.map((line) => line.slice(66)).toSorted()).toEqual(
      [...parts.keys()].filter((name) => name !== 'SHA256SUMS').toSorted(),
    );
    for (const line of manifest) expect(hashOf(parts.get(line.slice(66)) ?? Buffer.of())).toBe(line.slice(0, 64));
    for (const name of [
      'documents/minutes.pdf',
      'documents/minutes.pdf.1.p7s',
      'records/ballots.json',
      'records/journal.json',
      'records/notice-sights.json',
      'scans/001.pdf',
      'disputes/001.pdf',
      'repairs/001.pdf',
    ])
      // prettier-ignore
      expect(parts.has(name), name).toBe(true);
    const page = String(parts.get('index.html'));
    expect(page).toContain('Борис Тест');
    expect(page).toContain('<td>Реестр собственников (PDF)</td>');
    // No column is called as machines call it.
    expect([...page.matchAll(/<th scope="col">([a-z]\w*)</gi)].map(([, name]) => name)).toEqual([]);
    expect(page).not.toMatch(/<script|https?:\/\//);
    for (const [, link = ''] of page.matchAll(/href="([^"]+)"/g)) expect(parts.has(link), link).toBe(true);
  });

  it('is a look that is recorded with its reason, and for nobody but those who keep the papers', async () => {
    const { rows } = await house.world.sql.query<{ changes: { reason: string } }>(
      `select changes from journal where command = 'openEvidence' order by id`,
    );
    expect(rows.map(({ changes }) => changes.reason)).toEqual(['Запрос инспекции № 1', 'Ещё раз']);
    expect((await open(house.keeper, ' ')).userErrors[0]?.code).toBe('INVALID_INPUT');
    const { fileUrl } = await open(house.operator);
    expect((await fetched(fileUrl, house.keeper)).status).toBe(404);
    expect((await fetched(`${fileUrl ?? ''}x`, house.operator)).status).toBe(404);
    app.clock.set(app.clock.now() + 16 * 60_000);
    expect((await fetched(fileUrl, house.operator)).status).toBe(404);
  });
});

import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { provideFileReader } from '../../src/modules/files/index.ts';
import { startTestApp, type TestApp } from '../harness.ts';
import { registerWorld, type RegisterWorld } from '../register-world.ts';

const pdf = Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(2000, 1)]);

let app: TestApp;
let world: RegisterWorld;
let keeper: string;
beforeAll(async () => {
  app = await startTestApp();
  world = await registerWorld(app);
  keeper = await world.staff('ASSEMBLY_ADMINISTRATOR', { organisation: await world.organisation('УК «Файл»') });
});
afterAll(async () => {
  await world.close();
  await app.stop();
});

async function upload(token: string | null, content: Buffer | ReadableStream, name: string | null = 'Реестр.pdf') {
  const response = await fetch(`${app.url}/files`, {
    method: 'POST',
    body: content,
    duplex: 'half',
    headers: {
      'content-type': 'application/octet-stream',
      'accept-language': 'en',
      ...(name === null ? {} : { 'x-file-name': encodeURIComponent(name) }),
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
    },
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function download(token: string | null, id: unknown): Promise<Response> {
  return fetch(
    `${app.url}/files/${String(id)}`,
    token === null ? {} : { headers: { authorization: `Bearer ${token}` } },
  );
}

async function storedFiles(): Promise<number> {
  const { rows } = await world.sql.query<{ n: number }>('select count(*)::int as n from stored_file');
  return rows[0]?.n ?? 0;
}

describe('storing a file', () => {
  it('answers with its id, its hash and what its bytes say it is', async () => {
    const { status, body } = await upload(keeper, pdf);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      size: pdf.length,
      sha256: createHash('sha256').update(pdf).digest('hex'),
      mediaType: 'application/pdf',
      fileName: 'Реестр.pdf',
    });
  });

  it.each<[string, Buffer, string]>([
    ['a table', Buffer.from('номер;площадь\r\n1;54,30\r\n'), 'text/csv'],
    ['a table in Windows-1251', Buffer.from([0xed, 0xee, 0xec, 0x3b, 0xef, 0x0a]), 'text/csv'],
    ['text', Buffer.from('просто слова'), 'text/plain'],
    ['a zip', Buffer.from('PK\u0003\u0004 something else'), 'application/zip'],
    [
      'a workbook, by its table of contents',
      Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300_000), Buffer.from('xl/workbook.xml')]),
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    ['a photograph', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0]), 'image/jpeg'],
    ['a drawing', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), 'image/png'],
    ['a scan', Buffer.from([0x49, 0x49, 0x2a, 0x00, 0]), 'image/tiff'],
  ])('knows %s, whatever it is called', async (_what, content, mediaType) => {
    expect(await upload(keeper, content, 'as-i-like.exe')).toMatchObject({ status: 201, body: { mediaType } });
  });

  it.each<[string, Buffer, string]>([
    ['a program', Buffer.from([0x4d, 0x5a, 0x90, 0x00, 3]), 'files of this kind are not taken'],
    ['a page with scripts', Buffer.from(' <!doctype html><script>'), 'files of this kind are not taken'],
    ['a drawing that is a program', Buffer.from('\uFEFF<svg onload="x">'), 'files of this kind are not taken'],
    [
      'text with a program behind it',
      Buffer.concat([Buffer.alloc(100_000, 0x20), Buffer.from([0])]),
      'files of this kind are not taken',
    ],
    ['a workbook of old', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'save it as XLSX'],
    ['nothing', Buffer.alloc(0), 'it is empty'],
  ])('refuses %s', async (_what, content, reason) => {
    const before = await storedFiles();
    const { status, body } = await upload(keeper, content, 'register.pdf');
    expect(status).toBe(400);
    expect(body).toMatchObject({ code: 'FILE_UNREADABLE' });
    expect(body['message']).toContain(reason);
    expect(await storedFiles()).toBe(before);
  });

  it('refuses more than 200 MB before it comes, when it is announced', async () => {
    const refused = request(`${app.url}/files`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${keeper}`,
        'x-file-name': 'big.csv',
        'content-length': String(200 * 1024 * 1024 + 1),
      },
    });
    refused.write('1;2\n');
    const [answer] = (await once(refused, 'response')) as [IncomingMessage];
    expect(answer.statusCode).toBe(413);
    refused.destroy();
  });

  it('refuses more than 200 MB when it comes unannounced', async () => {
    const piece = Buffer.alloc(4 * 1024 * 1024, 0x61);
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += piece.length;
        if (sent > 220 * 1024 * 1024) controller.close();
        else controller.enqueue(piece);
      },
    });
    // The server may close the connection before everything is sent; nothing is stored either way.
    const answer = await upload(keeper, endless).catch(() => null);
    expect(answer?.body['code'] ?? 'FILE_TOO_LARGE').toBe('FILE_TOO_LARGE');
    const { rows } = await world.sql.query('select 1 from stored_file where size > 100000000');
    expect(rows).toEqual([]);
  });

  it('refuses a name that is none, and takes no path for a name', async () => {
    expect(await upload(keeper, pdf, null)).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    expect(await upload(keeper, pdf, '..')).toMatchObject({ status: 400, body: { code: 'INVALID_INPUT' } });
    expect(await upload(keeper, pdf, 'C:\\tmp\\..\\план.pdf')).toMatchObject({
      status: 201,
      body: { fileName: 'план.pdf' },
    });
  });

  it('is for staff who write', async () => {
    const owner = await world.token(await world.person('Собственник'));
    expect(await upload(null, pdf)).toMatchObject({ status: 401, body: { code: 'NOT_SIGNED_IN' } });
    expect(await upload(owner, pdf)).toMatchObject({ status: 403, body: { code: 'NOT_ALLOWED' } });
    expect(await upload(await world.staff('AUDITOR'), pdf)).toMatchObject({ status: 403 });
    expect(await upload(await world.staff('CALL_CENTRE_OPERATOR'), pdf)).toMatchObject({ status: 201 });
  });

  it('leaves one journal row for each', async () => {
    const { body } = await upload(keeper, pdf);
    const { rows } = await world.sql.query<{ changes: unknown }>(
      `select changes from journal where command = 'storeFile' order by id desc limit 1`,
    );
    expect(rows[0]?.changes).toEqual({ sha256: body['sha256'], size: pdf.length, mediaType: 'application/pdf' });
  });
});

describe('reading a file', () => {
  it('gives it back to whoever stored it, as a download that runs nothing', async () => {
    const { body } = await upload(keeper, pdf, 'план "А" (1).pdf');
    const answer = await download(keeper, body['id']);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(pdf);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(pdf.length),
      'content-disposition': `attachment; filename*=UTF-8''%D0%BF%D0%BB%D0%B0%D0%BD%20%22%D0%90%22%20%281%29.pdf`,
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  it('is not there for anybody else, until it is attached to something they may read', async () => {
    const { body } = await upload(keeper, pdf);
    const other = await world.staff('PLATFORM_ADMINISTRATOR');
    expect((await download(null, body['id'])).status).toBe(401);
    expect((await download(other, body['id'])).status).toBe(404);
    const attached = new Set<string>();
    provideFileReader(async (_context, fileId) => attached.has(fileId));
    const { rows } = await world.sql.query<{ id: string }>(
      'select id from stored_file order by uploaded_at desc, id desc limit 1',
    );
    attached.add(rows[0]?.id ?? '');
    expect((await download(other, body['id'])).status).toBe(200);
  });

  it('is not there under an id that is none', async () => {
    expect((await download(keeper, 'FI_AAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
    expect((await download(keeper, '..%2f..%2fetc%2fpasswd')).status).toBe(404);
    expect((await download(keeper, await world.house())).status).toBe(404);
  });
});

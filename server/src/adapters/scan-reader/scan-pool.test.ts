import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type CorpusPage, makePage } from '../../../bench/scan-corpus/corpus-page.ts';
import { ScanPool } from './scan-pool.ts';
import type { FileReading, PagePlan, PageReading } from '../../kernel/scan-reader.ts';
import type { ScanLimits } from './scan.ts';

const entry = new URL('./scan-worker.ts', import.meta.url);
const dyingEntry = new URL('../../../test/dying-scan-worker.ts', import.meta.url);
const limits: ScanLimits = { bytes: 20_000_000, pages: 20, pixels: 20_000_000, millisecondsPerPage: 50_000 };

let folder = '';
let page: CorpusPage;
let pool: ScanPool;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'veche-scans-'));
  pool = new ScanPool({ entry, workers: 2, limits });
  page = await makePage(1, 6);
});
afterAll(async () => {
  await pool.stop();
  rmSync(folder, { recursive: true, force: true });
});

function filed(name: string, content: Uint8Array | string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const planOf = async (code: string): Promise<PagePlan | null> => (code === page.code ? page.layout : null);
const nobodyListens = (): void => undefined;

async function read(name: string, content: Uint8Array | string, by = pool): Promise<FileReading> {
  return by.readScan(filed(name, content), { planOf, heard: nobodyListens });
}

function poolOf(changes: { limits?: Partial<ScanLimits>; entry?: URL }): ScanPool {
  const other = new ScanPool({ entry: changes.entry ?? entry, workers: 2, limits: { ...limits, ...changes.limits } });
  onTestFinished(async () => other.stop());
  return other;
}

/** A PDF with a picture on every page, and whatever else is asked for. */
function pdfOf(jpeg: Buffer, pages: number, catalog = ''): Buffer {
  const kids = Array.from({ length: pages }, (_, at) => `${String(at + 10)} 0 R`).join(' ');
  const objects: [number, string, Buffer?][] = [
    [1, `<</Type/Catalog/Pages 2 0 R${catalog}>>`],
    [2, `<</Type/Pages/Count ${String(pages)}/Kids[${kids}]>>`],
    [
      3,
      `<</Type/XObject/Subtype/Image/Width 1654/Height 2339/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${String(jpeg.length)}>>`,
      jpeg,
    ],
    [4, '<</Length 31>>', Buffer.from('595.28 0 0 841.89 0 0 cm /P Do ')],
  ];
  for (let at = 0; at < pages; at += 1)
    objects.push([
      at + 10,
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595.28 841.89]/Resources<</XObject<</P 3 0 R>>>>/Contents 4 0 R>>',
    ]);
  const parts = objects.flatMap(([id, dictionary, stream]) => [
    Buffer.from(`${String(id)} 0 obj\n${dictionary}\n`),
    ...(stream ? [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')] : []),
    Buffer.from('endobj\n'),
  ]);
  return Buffer.concat([Buffer.from('%PDF-1.7\n'), ...parts, Buffer.from('trailer<</Root 1 0 R>>\n%%EOF\n')]);
}

function expectReadRightly(reading: PageReading | undefined): void {
  expect(reading).toMatchObject({ fault: null, code: page.code });
  const verdicts = reading?.boxes.map(({ verdict }) => verdict);
  expect(verdicts).toEqual(page.truth.map((truth) => (truth === 'STRUCK_OUT' ? 'DOUBTFUL' : truth)));
}

const pagesOf = (reading: FileReading): readonly PageReading[] => (reading.fault === null ? reading.pages : []);

describe('reading scans', () => {
  it('reads the code and the marks of a photograph or a scan; a mark taken back is doubtful', async () => {
    const reading = await read('page.jpg', page.jpeg);
    expectReadRightly(pagesOf(reading)[0]);
    expect(page.truth).toContain('STRUCK_OUT');
  });

  it('reads a page turned by eight degrees, and the same upside down, from PNG and TIFF', async () => {
    for (const [degrees, name] of [
      [8, 'turned.png'],
      [188, 'turned.tiff'],
    ] as const) {
      const turned = sharp(page.jpeg).rotate(degrees, { background: '#fff' });
      const content = await (name.endsWith('png') ? turned.png({ compressionLevel: 1 }) : turned.tiff()).toBuffer();
      expectReadRightly(pagesOf(await read(name, content))[0]);
    }
  });

  it('reads every page of a PDF and tells of each as it is read', async () => {
    const heard: [number, number][] = [];
    const path = filed('stack.pdf', pdfOf(page.jpeg, 3));
    const reading = await pool.readScan(path, {
      planOf,
      heard: (each, pages) => void heard.push([each.page, pages]),
    });
    expect(pagesOf(reading).map(({ page: number }) => number)).toEqual([0, 1, 2]);
    for (const each of pagesOf(reading)) expectReadRightly(each);
    expect(heard.toSorted(([one], [other]) => one - other)).toEqual([
      [0, 3],
      [1, 3],
      [2, 3],
    ]);
  });

  it('proposes nothing for a code of nobody, a page without a code or a page that lost a corner', async () => {
    const strange = await pool.readScan(filed('strange.jpg', page.jpeg), {
      planOf: async () => null,
      heard: nobodyListens,
    });
    expect(pagesOf(strange)[0]).toMatchObject({ fault: 'CODE_UNKNOWN', code: page.code, boxes: [] });
    const white = { create: { width: 800, height: 1100, channels: 3, background: '#fff' } } as const;
    const blank = await read('blank.png', await sharp(white).png().toBuffer());
    expect(pagesOf(blank)[0]).toMatchObject({ fault: 'CODE_NOT_FOUND', code: null, boxes: [] });
    const sticker = { input: { ...white, create: { ...white.create, width: 200, height: 200 } }, left: 0, top: 2139 };
    const torn = await read('torn.jpg', await sharp(page.jpeg).composite([sticker]).jpeg().toBuffer());
    expect(pagesOf(torn)[0]).toMatchObject({ fault: 'CORNERS_NOT_FOUND', code: page.code, boxes: [] });
  });

  it('has a reason for every bad file', async () => {
    const script = '/OpenAction<</S/Java#53cript/JS(app.alert\\(1\\))>>';
    const hidden = deflateSync(Buffer.from('1 0 <</S/JavaScript/JS(x)>>'));
    const packed = Buffer.concat([
      Buffer.from('%PDF-1.7\n5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n'),
      hidden,
      Buffer.from('\nendstream\nendobj\n%%EOF'),
    ]);
    // A password makes everything unreadable that is packed; the words that say so are not.
    const lockedAndPacked = Buffer.concat([
      Buffer.from('%PDF-1.7\n5 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n'),
      Buffer.alloc(400, 0xa7),
      Buffer.from(
        '\nendstream\nendobj\n6 0 obj<</Type/XRef/Root 1 0 R/Encrypt 9 0 R>>stream\n\nendstream\nendobj\n%%EOF',
      ),
    ]);
    const faults = await Promise.all(
      (
        [
          ['empty.pdf', ''],
          ['program.pdf', Buffer.from('MZ\u0090 This program cannot be run in DOS mode %PDF-1.7', 'latin1')],
          ['drawing.jpg', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'],
          ['cut.jpg', page.jpeg.subarray(0, page.jpeg.length / 2)],
          ['broken.pdf', '%PDF-1.7\nnothing follows'],
          ['script.pdf', pdfOf(page.jpeg, 1, script)],
          ['packed.pdf', packed],
          ['locked.pdf', pdfOf(page.jpeg, 1, '/Encrypt 9 0 R')],
          ['locked-packed.pdf', lockedAndPacked],
          ['bomb.pdf', pdfOf(Buffer.from(''), 10_000)],
        ] as const
      ).map(async ([name, content]) => (await read(name, content)).fault),
    );
    expect(faults).toEqual([
      'EMPTY',
      'NOT_A_SCAN',
      'NOT_A_SCAN',
      'DAMAGED',
      'DAMAGED',
      'SCRIPTS',
      'SCRIPTS',
      'LOCKED',
      'LOCKED',
      'TOO_MANY_PAGES',
    ]);
  });

  it('keeps to its limits of bytes, pixels and time', async () => {
    expect((await read('large.jpg', page.jpeg, poolOf({ limits: { bytes: 1000 } }))).fault).toBe('TOO_LARGE');
    const many = await read('many.jpg', page.jpeg, poolOf({ limits: { pixels: 1_000_000 } }));
    expect(pagesOf(many)[0]?.fault).toBe('TOO_MANY_PIXELS');
    const hurried = poolOf({ limits: { millisecondsPerPage: 1 } });
    expect((await read('slow.jpg', page.jpeg, hurried)).fault).toBe('TOO_SLOW');
  });

  it('survives a page that kills its reader: that page goes to a person, the others are read', async () => {
    const dying = poolOf({ entry: dyingEntry });
    const [first, second, third] = pagesOf(await read('poison.pdf', pdfOf(page.jpeg, 3), dying));
    expectReadRightly(first);
    expect(second).toMatchObject({ fault: 'READER_DIED', boxes: [] });
    expectReadRightly(third);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import exceljs from 'exceljs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Refusal } from '../../src/kernel/refusal.ts';
import { openTable, type TableShape, type TableWish } from '../../src/modules/registry/import/reading/open-table.ts';
import { limits } from '../../src/modules/registry/import/reading/limits.ts';
import { TextStore } from '../../src/modules/registry/import/reading/text-store.ts';
import { makeWorkbook, makeZip, workbookParts } from './make-zip.ts';

let folder: string;
let count = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'veche-tables-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const nothingWished: TableWish = { sheet: null, encoding: null, delimiter: null };

interface ReadTable {
  readonly shape: TableShape;
  /** `number: text KIND, …`, the kind only where it is not text. */
  readonly rows: readonly string[];
}

async function read(content: Buffer, wish: Partial<TableWish> = {}): Promise<ReadTable> {
  const path = join(folder, String((count += 1)));
  writeFileSync(path, content);
  const table = await openTable(path, { ...nothingWished, ...wish });
  const rows: string[] = [];
  try {
    for await (const batch of table.rows()) {
      for (const { number, cells } of batch) {
        rows.push(
          `${number}: ${cells.map((cell) => (cell ? `${cell.text}${cell.kind === 'TEXT' ? '' : ` ${cell.kind}`}` : '—')).join(', ')}`,
        );
      }
    }
  } finally {
    table.close();
  }
  return { shape: table.shape, rows };
}

async function reasonOf(content: Buffer, wish: Partial<TableWish> = {}): Promise<string> {
  try {
    await read(content, wish);
    return 'was read';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return [error.code, error.facts['reason']].filter((word) => word !== undefined).join(' ');
  }
}

describe('a workbook', () => {
  const rows =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c></row>' +
    '<row r="4"><c r="A4"><v>54.299999999999997</v></c><c r="B4" t="inlineStr"><is><t> кв. 5 </t></is></c></row>';
  const strings = ['<t>Номер</t>', '<r><t>Пло</t></r><r><t>щадь</t></r><rPh><t>чтение</t></rPh>'];

  it.each([
    ['after the sheet', true],
    ['before the sheet', false],
  ])('is read with its strings %s', async (_where, stringsLast) => {
    const { rows: found, shape } = await read(makeWorkbook({ rows, strings, stringsLast }));
    expect(found).toEqual(['1: Номер, —, Площадь', '4: 54.3 NUMBER, кв. 5']);
    expect(shape).toEqual({ format: 'XLSX', sheets: ['Реестр'], sheet: 'Реестр', encoding: null, delimiter: null });
  });

  it('tells dates from numbers by their style, and never says what a formula came to', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="165" formatCode="dd\\.mm\\.yyyy"/><numFmt numFmtId="166" formatCode="0.00&quot; дней&quot;"/></numFmts>' +
      '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/><xf numFmtId="166"/></cellXfs>';
    const cells =
      '<c r="A1" s="1"><v>42106</v></c><c r="B1" s="2"><v>42106.75</v></c><c r="C1" s="3"><v>42106</v></c>' +
      '<c r="D1"><f>B1*2</f><v>7</v></c><c r="E1" t="str"><f>"1/"&amp;A1</f><v>1/3</v></c><c r="F1" t="e"><v>#N/A</v></c><c r="G1" t="b"><v>1</v></c><c r="H1"/>';
    const { rows: found } = await read(makeWorkbook({ rows: `<row r="1">${cells}</row>`, styles }));
    expect(found).toEqual([
      '1: 2015-04-12 DATE, 2015-04-12 DATE, 42106 NUMBER, =B1*2 FORMULA, ="1/"&A1 FORMULA, #N/A ERROR, 1 BOOLEAN',
    ]);
  });

  it('counts its days from 1904 when it says so', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const { rows: found } = await read(
      makeWorkbook({ rows: '<row r="1"><c r="A1" s="0"><v>40644</v></c></row>', styles, from1904: true }),
    );
    expect(found).toEqual(['1: 2015-04-12 DATE']);
  });

  it('may leave out where its rows and cells stand', async () => {
    const unnumbered = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>';
    expect((await read(makeWorkbook({ rows: unnumbered }))).rows).toEqual(['1: 1 NUMBER, 2 NUMBER', '2: 3 NUMBER']);
  });

  it('made by another program reads the same', async () => {
    const book = new exceljs.Workbook();
    book.addWorksheet('Скрытый', { state: 'hidden' }).addRow(['не читается']);
    const sheet = book.addWorksheet('Реестр');
    sheet.addRow(['Номер', 'Дата', 'Площадь']);
    sheet.addRow(['1/2', new Date('2015-04-12T00:00:00Z'), 54.3]);
    sheet.addRow([{ richText: [{ text: 'кв. ' }, { text: '3' }] }, { formula: 'A1', result: 'x' }, null]);
    book.addWorksheet('Второй').addRow(['тоже']);
    const content = Buffer.from(await book.xlsx.writeBuffer());
    expect((await read(content)).rows).toEqual([
      '1: Номер, Дата, Площадь',
      '2: 1/2, 2015-04-12 DATE, 54.3 NUMBER',
      '3: кв. 3, =A1 FORMULA',
    ]);
    expect((await read(content)).shape.sheets).toEqual(['Реестр', 'Второй']);
    expect((await read(content, { sheet: 'Второй' })).rows).toEqual(['1: тоже']);
    expect(await reasonOf(content, { sheet: 'Скрытый' })).toBe('INVALID_INPUT');
  });
});

describe('a file that would burst is refused before it does', () => {
  const parts = workbookParts({ rows: '<row r="1"><c r="A1"><v>1</v></c></row>' });

  it('packed too well', async () => {
    expect(
      await reasonOf(makeZip([...parts, { name: 'xl/media/zeros.bin', content: Buffer.alloc(16 * 2 ** 20) }])),
    ).toBe('FILE_UNREADABLE ZIP_BOMB');
  });

  it('larger in all than any register', async () => {
    const claimed = limits.unpackedBytes + 1;
    expect(await reasonOf(makeZip([...parts, { name: 'a', content: 'x', claimed }]))).toBe('FILE_UNREADABLE ZIP_BOMB');
  });

  it('of too many parts', async () => {
    const many = Array.from({ length: limits.parts }, (_, at) => ({ name: `part${at}`, content: '' }));
    expect(await reasonOf(makeZip([...parts, ...many]))).toBe('FILE_UNREADABLE ZIP_BOMB');
  });

  it('larger than it says', async () => {
    const lying = parts.map((part) =>
      part.name.endsWith('sheet1.xml')
        ? { ...part, content: String(part.content).replace('<row', `${'<row/>'.repeat(100_000)}<row`), claimed: 2000 }
        : part,
    );
    expect(await reasonOf(makeZip(lying))).toBe('FILE_UNREADABLE BROKEN');
  });

  it('with one text without an end', async () => {
    const endless = makeWorkbook({
      rows: `<row r="1"><c r="A1" t="inlineStr"><is><t>${randomText(3 * 2 ** 20)}</t></is></c></row>`,
    });
    expect(await reasonOf(endless)).toBe('FILE_UNREADABLE TOO_LONG_TEXT');
  });

  it('with entities that grow', async () => {
    const grown = parts.map((part) =>
      part.name.endsWith('sheet1.xml')
        ? {
            ...part,
            content: `<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${String(part.content).replace(/^<\?.*?\?>/, '')}`,
          }
        : part,
    );
    expect(await reasonOf(makeZip(grown))).toBe('FILE_UNREADABLE BROKEN');
  });

  it('too wide', async () => {
    expect(await reasonOf(makeWorkbook({ rows: '<row r="1"><c r="XFD1"><v>1</v></c></row>' }))).toBe(
      'FILE_UNREADABLE TOO_WIDE',
    );
  });
});

describe('what is no table is refused, whatever its name', () => {
  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a program', Buffer.from('MZ\x90\x00\x03\x00'), 'NOT_A_TABLE'],
    ['a program of Linux', Buffer.from('\x7fELF\x02\x01\x01', 'latin1'), 'NOT_A_TABLE'],
    ['a page', Buffer.from('<html><body>'), 'NOT_A_TABLE'],
    ['a zip of something else', makeZip([{ name: 'a.txt', content: 'text' }]), 'NOT_A_TABLE'],
    ['half a workbook', makeWorkbook({ rows: '' }).subarray(0, 600), 'BROKEN'],
    ['an old workbook, or one with a password', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'OLD_EXCEL'],
  ])('%s', async (_what, content, reason) => {
    expect(await reasonOf(content)).toBe(`FILE_UNREADABLE ${reason}`);
  });

  it('a workbook whose XML is torn', async () => {
    expect(await reasonOf(makeWorkbook({ rows: '<row r="1"><c r="A1"><v>1</c></row>' }))).toBe(
      'FILE_UNREADABLE BROKEN',
    );
  });

  it('a workbook that numbers its rows backwards', async () => {
    const backwards = '<row r="2"><c r="A2"><v>1</v></c></row><row r="1"><c r="A1"><v>1</v></c></row>';
    expect(await reasonOf(makeWorkbook({ rows: backwards }))).toBe('FILE_UNREADABLE BROKEN');
  });
});

/** Russian letters of Windows-1251. */
function windows1251(text: string): Buffer {
  return Buffer.from(
    [...text].map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      if (sign === '№') return 0xb9;
      return code < 128 ? code : code - 0x410 + 0xc0;
    }),
  );
}

describe('CSV', () => {
  const text =
    'Номер;Площадь;Собственник\r\n1;54,30;"Иванов\nИван"\r\n\r\n2;"40;1";=СУММ(A1)\r\n3;\'-5;"ООО ""Ромашка"""\r\n';
  const rows = [
    '1: Номер, Площадь, Собственник',
    '2: 1, 54,30, Иванов\nИван',
    '4: 2, 40;1, =СУММ(A1) FORMULA',
    '5: 3, -5, ООО "Ромашка"',
  ];

  it.each<[string, Buffer, string]>([
    ['UTF-8', Buffer.from(text), 'UTF_8'],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`), 'UTF_8'],
    ['Windows-1251', windows1251(text), 'WINDOWS_1251'],
  ])('is known to be in %s', async (_what, content, encoding) => {
    const found = await read(content);
    expect(found.rows).toEqual(rows);
    expect(found.shape).toEqual({ format: 'CSV', sheets: [], sheet: null, encoding, delimiter: ';' });
  });

  it('is read as it is told to be', async () => {
    expect((await read(windows1251('№,кв\n1,2'), { encoding: 'WINDOWS_1251', delimiter: ',' })).rows).toEqual([
      '1: №, кв',
      '2: 1, 2',
    ]);
    expect(await reasonOf(windows1251('Иванов'), { encoding: 'UTF_8' })).toBe('FILE_UNREADABLE NOT_UTF_8');
  });

  it('may hold quotes in the middle of a cell', async () => {
    expect((await read(Buffer.from('1;ООО "Ромашка" и Ко;2\n'))).rows).toEqual(['1: 1, ООО "Ромашка" и Ко, 2']);
  });

  it('with a quote that never ends is refused', async () => {
    expect(await reasonOf(Buffer.from('1;2\n3;"4\n5;6\n'))).toBe('FILE_UNREADABLE BROKEN_LINE');
  });

  it('with too many columns is refused', async () => {
    expect(await reasonOf(Buffer.from(';1'.repeat(300)))).toBe('FILE_UNREADABLE TOO_WIDE');
  });
});

describe('a store of texts', () => {
  it('gives back what it was given, however much that is', () => {
    const store = new TextStore();
    const texts = Array.from({ length: 5000 }, (_, at) => 'ёж🦔'.repeat(at % 40) + String(at));
    for (const text of texts) store.add(text);
    expect(texts.map((_, at) => store.at(at))).toEqual(texts);
    expect([store.at(5000), store.at(-1), store.at(0.5), store.at(Number.NaN)]).toEqual(['', '', '', '']);
  });
});

/** Letters without a pattern, so that they do not pack well. */
function randomText(length: number): string {
  let state = 1;
  const signs = Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return String.fromCodePoint(97 + (state % 26));
  });
  return signs.join('');
}

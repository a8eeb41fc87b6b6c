import { crc32, deflateRawSync } from 'node:zlib';

export interface Part {
  readonly name: string;
  readonly content: string | Buffer;
  /** What the archive says of the unpacked size, when that is a lie. */
  readonly claimed?: number;
}

/** A zip archive with its parts in exactly this order. */
export function makeZip(parts: readonly Part[]): Buffer {
  const [files, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const { name, content, claimed } of parts) {
    const plain = Buffer.from(content);
    const packed = deflateRawSync(plain);
    const title = Buffer.from(name);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(0x0800, 2);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(plain), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(claimed ?? plain.length, 18);
    head.writeUInt16LE(title.length, 22);
    const entry = Buffer.alloc(14);
    entry.writeUInt32LE(offset, 10);
    const file = Buffer.concat([Buffer.from('PK\x03\x04'), head, title, packed]);
    files.push(file);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), head, entry, title]));
    offset += file.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, listed, end]);
}

const namespace = 'http://schemas.openxmlformats.org';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

export interface WorkbookParts {
  /** What stands in `<sheetData>`. */
  readonly rows: string;
  readonly strings?: readonly string[];
  readonly styles?: string;
  readonly from1904?: boolean;
  /** The strings before the sheet, as some programs write them, or after it. */
  readonly stringsLast?: boolean;
}

/** The parts of a workbook with one sheet, as a spreadsheet writes them. */
export function workbookParts({
  rows,
  strings = [],
  styles,
  from1904 = false,
  stringsLast = true,
}: WorkbookParts): Part[] {
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${namespace}/officeDocument/2006/relationships/${kind}" Target="${target}"/>`;
  const relations = (...all: string[]): string =>
    `${head}<Relationships xmlns="${namespace}/package/2006/relationships">${all.join('')}</Relationships>`;
  const main = `xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"`;
  const sheet: Part = {
    name: 'xl/worksheets/sheet1.xml',
    content: `${head}<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
  };
  const shared: Part = {
    name: 'xl/sharedStrings.xml',
    content: `${head}<sst ${main}>${strings.map((text) => `<si>${text}</si>`).join('')}</sst>`,
  };
  return [
    { name: '_rels/.rels', content: relations(relation('rId1', 'officeDocument', 'xl/workbook.xml')) },
    ...(stringsLast ? [sheet, shared] : [shared, sheet]),
    {
      name: 'xl/workbook.xml',
      content: `${head}<workbook ${main}><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets><sheet name="Реестр" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      content: relations(
        relation('rId1', 'worksheet', 'worksheets/sheet1.xml'),
        relation('rId2', 'sharedStrings', 'sharedStrings.xml'),
        relation('rId3', 'styles', '/xl/styles.xml'),
      ),
    },
    {
      name: 'xl/styles.xml',
      content: `${head}<styleSheet ${main}>${styles ?? '<cellXfs><xf numFmtId="0"/></cellXfs>'}</styleSheet>`,
    },
  ];
}

export function makeWorkbook(parts: WorkbookParts): Buffer {
  return makeZip(workbookParts(parts));
}

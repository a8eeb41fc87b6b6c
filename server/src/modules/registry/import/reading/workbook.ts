import { posix } from 'node:path';
import { Refusal } from '../../../../kernel/refusal.ts';
import { isDateFormat } from './date-styles.ts';
import { limits } from './limits.ts';
import { openZip, type Zip } from './open-zip.ts';
import { readWholeXml, readXml } from './read-xml.ts';
import { TextStore } from './text-store.ts';

export interface Sheet {
  readonly name: string;
  readonly part: string;
}

/** A workbook as its sheets need it. */
export interface Workbook {
  readonly zip: Zip;
  readonly sheets: readonly Sheet[];
  readonly from1904: boolean;
  /** By the number of a cell's style. */
  readonly dateStyles: readonly boolean[];
  sharedStrings(): Promise<TextStore>;
}

interface Relation {
  readonly id: string;
  readonly kind: string;
  readonly target: string;
}

const nothing = (): void => undefined;

async function relationsOf(zip: Zip, part: string): Promise<Relation[]> {
  const [folder, relations] = [posix.dirname(part), [] as Relation[]];
  const file = posix.join(folder, '_rels', `${posix.basename(part)}.rels`);
  if (!zip.has(file)) return [];
  await readWholeXml(await zip.read(file), {
    open: (name, { Id, Type, Target, TargetMode }) => {
      if (name !== 'Relationship' || TargetMode === 'External') return;
      const target = Target ?? '';
      relations.push({
        id: Id ?? '',
        kind: posix.basename(Type ?? ''),
        target: target.startsWith('/') ? target.slice(1) : posix.join(folder, target),
      });
    },
    text: nothing,
    close: nothing,
  });
  return relations;
}

async function stylesOf(zip: Zip, part: string | undefined): Promise<boolean[]> {
  if (part === undefined || !zip.has(part)) return [];
  const [codes, dates] = [new Map<number, string>(), [] as boolean[]];
  let within = false;
  await readWholeXml(await zip.read(part), {
    open: (name, attributes) => {
      if (name === 'numFmt') codes.set(Number(attributes['numFmtId']), attributes['formatCode'] ?? '');
      if (name === 'cellXfs') within = true;
      if (name === 'xf' && within) {
        const id = Number(attributes['numFmtId'] ?? 0);
        dates.push(isDateFormat(id, codes.get(id)));
      }
    },
    text: nothing,
    close: (name) => {
      if (name === 'cellXfs') within = false;
    },
  });
  return dates;
}

/** The texts that cells point to; pronunciation marks (rPh) are no part of them. */
async function sharedStringsOf(zip: Zip, part: string | undefined): Promise<TextStore> {
  const strings = new TextStore();
  if (part === undefined || !zip.has(part)) return strings;
  let [text, open, aside] = ['', false, 0];
  const chunks = readXml(await zip.read(part), {
    open: (name) => {
      if (name === 'si') text = '';
      if (name === 'rPh') aside += 1;
      if (name === 't') open = aside === 0;
    },
    text: (piece) => {
      if (open) text += piece;
    },
    close: (name) => {
      if (name === 't') open = false;
      if (name === 'rPh') aside -= 1;
      if (name === 'si') strings.add(text);
    },
  });
  for await (const _chunk of chunks) {
    if (strings.size > limits.sharedStringBytes) throw new Refusal('FILE_UNREADABLE', { reason: 'ZIP_BOMB' });
  }
  return strings;
}

export async function openWorkbook(path: string): Promise<Workbook> {
  const zip = await openZip(path);
  try {
    return await describe(zip);
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function describe(zip: Zip): Promise<Workbook> {
  const main = (await relationsOf(zip, '')).find((relation) => relation.kind === 'officeDocument')?.target;
  if (main === undefined || !zip.has(main)) throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_A_TABLE' });
  const relations = await relationsOf(zip, main);
  const sheets: Sheet[] = [];
  let from1904 = false;
  await readWholeXml(await zip.read(main), {
    open: (name, attributes) => {
      if (name === 'workbookPr') from1904 = /^(1|true)$/.test(attributes['date1904'] ?? '');
      if (name !== 'sheet' || (attributes['state'] ?? 'visible') !== 'visible') return;
      const id = Object.entries(attributes).find(([key]) => /^(\w+:)?id$/.test(key))?.[1];
      const relation = relations.find((one) => one.id === id && one.kind === 'worksheet');
      if (relation && zip.has(relation.target)) sheets.push({ name: attributes['name'] ?? '', part: relation.target });
    },
    text: nothing,
    close: nothing,
  });
  if (sheets.length === 0) throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_A_TABLE' });
  const partOf = (kind: string): string | undefined => relations.find((relation) => relation.kind === kind)?.target;
  return {
    zip,
    sheets,
    from1904,
    dateStyles: await stylesOf(zip, partOf('styles')),
    sharedStrings: async () => sharedStringsOf(zip, partOf('sharedStrings')),
  };
}

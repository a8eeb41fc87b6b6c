import { Refusal } from '../../../../kernel/refusal.ts';
import type { Cell, TableRow } from '../rules/cell.ts';
import { dateOfSerial } from './date-styles.ts';
import { limits } from './limits.ts';
import { readXml } from './read-xml.ts';
import type { Sheet, Workbook } from './workbook.ts';

/** 0 for A, 27 for AB; the place after the last one when the cell does not say where it stands. */
function columnOf(reference: string | undefined, next: number): number {
  if (reference === undefined) return next;
  let column = 0;
  for (const sign of reference) {
    const letter = sign.charCodeAt(0) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
  }
  return column - 1;
}

/** The rows of a sheet that hold anything, as they are read. A cell knows its text; nobody asks what a formula came to. */
export async function* readSheet(workbook: Workbook, sheet: Sheet): AsyncGenerator<TableRow[]> {
  const strings = await workbook.sharedStrings();
  let rows: TableRow[] = [];
  let cells: (Cell | null)[] = [];
  let [rowNumber, column, kind, style, value, formula] = [0, -1, '', 0, '', null as string | null];
  let into: 'value' | 'formula' | null = null;

  const textOf = (): Cell | null => {
    if (formula !== null) return { text: `=${formula}`, kind: 'FORMULA' };
    if (kind === 's') return cell(strings.at(Number(value)), 'TEXT');
    if (kind === 'b') return cell(value, 'BOOLEAN');
    if (kind === 'e') return cell(value, 'ERROR');
    if (kind === 'd') return cell(value.slice(0, 10), 'DATE');
    if (kind !== '' && kind !== 'n') return cell(value, 'TEXT');
    if (value.trim() === '') return null;
    const number = Number(value);
    if (!Number.isFinite(number)) return cell(value, 'TEXT');
    const date = workbook.dateStyles[style] === true ? dateOfSerial(number, workbook.from1904) : null;
    // 54.299999999999997 is how Excel writes 54.3: the shortest text of the same number.
    return date === null ? cell(String(number), 'NUMBER') : cell(date, 'DATE');
  };

  const chunks = readXml(await workbook.zip.read(sheet.part), {
    open: (name, attributes) => {
      if (name === 'row') {
        rowNumber = attributes['r'] === undefined ? rowNumber + 1 : Number(attributes['r']);
        [cells, column] = [[], -1];
      } else if (name === 'c') {
        column = columnOf(attributes['r'], column + 1);
        [kind, style, value, formula] = [attributes['t'] ?? '', Number(attributes['s'] ?? 0), '', null];
      } else if (name === 'v' || name === 't') into = 'value';
      else if (name === 'f') [into, formula] = ['formula', ''];
      else if (name === 'rPh') into = null;
    },
    text: (text) => {
      if (into === 'value') value += text;
      else if (into === 'formula') formula = `${formula ?? ''}${text}`;
    },
    close: (name) => {
      if (name === 'v' || name === 't' || name === 'f') into = null;
      else if (name === 'c') {
        const known = textOf();
        if (known === null) return;
        if (column >= limits.columns) throw new Refusal('FILE_UNREADABLE', { reason: 'TOO_WIDE' });
        while (cells.length < column) cells.push(null);
        cells[column] = known;
      } else if (name === 'row' && cells.length > 0) rows.push({ number: rowNumber, cells });
    },
  });
  for await (const _chunk of chunks) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
  if (rows.length > 0) yield rows;
}

function cell(text: string, kind: Cell['kind']): Cell | null {
  const trimmed = text.trim();
  return trimmed === '' ? null : { text: trimmed, kind };
}

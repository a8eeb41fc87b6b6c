import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { Refusal } from '../../../../kernel/refusal.ts';
import type { Cell, TableRow } from '../rules/cell.ts';
import { detectDelimiter, type Delimiter } from '../rules/delimiter.ts';
import { unguardFormula } from '../rules/formula-guard.ts';
import { isUtf8, type Encoding } from './detect-encoding.ts';
import { limits } from './limits.ts';

export interface CsvShape {
  readonly encoding: Encoding;
  readonly delimiter: Delimiter;
}

function decoderOf(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding === 'UTF_8' ? 'utf-8' : 'windows-1251');
}

/** What was not said is found out from the file itself. */
export async function csvShape(
  path: string,
  encoding: Encoding | null,
  delimiter: Delimiter | null,
): Promise<CsvShape> {
  const utf8 = encoding === 'WINDOWS_1251' ? false : await isUtf8(path);
  if (encoding === 'UTF_8' && !utf8) throw new Refusal('FILE_UNREADABLE', { reason: 'NOT_UTF_8' });
  const chosen = utf8 ? 'UTF_8' : 'WINDOWS_1251';
  if (delimiter !== null) return { encoding: chosen, delimiter };
  const file = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(65_536), position: 0 });
    return { encoding: chosen, delimiter: detectDelimiter(decoderOf(chosen).decode(buffer.subarray(0, bytesRead))) };
  } finally {
    await file.close();
  }
}

async function* decoded(path: string, encoding: Encoding): AsyncGenerator<string> {
  const decoder = decoderOf(encoding);
  for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>)
    yield decoder.decode(chunk, { stream: true });
  yield decoder.decode();
}

function cellOf(written: string): Cell | null {
  const text = written.trim();
  if (text === '') return null;
  const plain = unguardFormula(text);
  return { text: plain, kind: plain === text && text.startsWith('=') ? 'FORMULA' : 'TEXT' };
}

/** The rows of a CSV file that hold anything, numbered as a spreadsheet numbers them. */
export async function* readCsv(path: string, shape: CsvShape): AsyncGenerator<TableRow[]> {
  const records = parse({
    delimiter: shape.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: limits.pieceSigns,
  });
  // A failure of the file reaches the loop below through the parser; a loop left early closes the file.
  pipeline(Readable.from(decoded(path, shape.encoding)), records, () => undefined);
  let [number, rows] = [0, [] as TableRow[]];
  try {
    for await (const record of records as AsyncIterable<string[]>) {
      number += 1;
      if (record.length > limits.columns) throw new Refusal('FILE_UNREADABLE', { reason: 'TOO_WIDE' });
      const cells = record.map(cellOf);
      while (cells.length > 0 && cells.at(-1) === null) cells.pop();
      if (cells.length > 0) rows.push({ number, cells });
      if (rows.length < 200) continue;
      yield rows;
      rows = [];
    }
  } catch (error) {
    if (error instanceof CsvError) throw new Refusal('FILE_UNREADABLE', { reason: 'BROKEN_LINE', row: number + 1 });
    throw error;
  }
  if (rows.length > 0) yield rows;
}

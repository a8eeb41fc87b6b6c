import type { PersonDetails } from '../../identity/index.ts';
import type { Secrets } from '../../../kernel/ports.ts';
import type { StagedError } from './import-row.entity.ts';
import type { RowError } from './rules/row-reader.ts';

/** SQL with `$1` parameters, inside a transaction or outside of any. */
export type Ask = <Row extends object>(sql: string, parameters?: readonly unknown[]) => Promise<Row[]>;

/** A row as it is put down between reading and judging; absent is null in the table. */
export interface StagedRow {
  readonly row_number: number;
  readonly verdict?: 'REFUSED';
  readonly errors?: readonly StagedError[];
  readonly values_sealed?: string | null;
  readonly place_key?: string | null;
  readonly person_key?: string | null;
  readonly parent_key?: string | null;
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly details_sealed?: string | null;
  readonly own_id?: string;
}

function rowContext(importId: string, rowNumber: number): string {
  return `import:${importId}:${rowNumber}`;
}

export function refusedRow(
  secrets: Secrets,
  importId: string,
  rowNumber: number,
  errors: readonly RowError[],
): StagedRow {
  const values = errors.map(({ value }) => value);
  const sealed = values.some((value) => value !== null)
    ? secrets.seal(JSON.stringify(values), rowContext(importId, rowNumber))
    : null;
  return {
    row_number: rowNumber,
    verdict: 'REFUSED',
    errors: errors.map(({ field, column, code, facts }) => ({ field, column, code, facts })),
    values_sealed: sealed?.toString('base64') ?? null,
  };
}

export function openValues(
  secrets: Secrets,
  importId: string,
  rowNumber: number,
  sealed: Uint8Array | null,
): (string | null)[] {
  return sealed
    ? (JSON.parse(secrets.open(Buffer.from(sealed), rowContext(importId, rowNumber))) as (string | null)[])
    : [];
}

const insert = `insert into import_row (import_id, row_number, verdict, errors, values_sealed, place_key, person_key, parent_key,
    fields, details_sealed, own_id)
  select $1, row_number, verdict, errors, decode(values_sealed, 'base64'), place_key, person_key, parent_key,
    fields, decode(details_sealed, 'base64'), own_id
  from jsonb_to_recordset($2::jsonb) as staged (row_number int, verdict text, errors jsonb, values_sealed text, place_key text,
    person_key text, parent_key text, fields jsonb, details_sealed text, own_id uuid)`;

/** One text parameter for the whole batch: cheaper here than an array for each column. */
export async function stage(ask: Ask, importId: string, rows: readonly StagedRow[]): Promise<void> {
  if (rows.length > 0) await ask(insert, [importId, JSON.stringify(rows)]);
}

/** What a person is reached by may be added to; nothing known is taken away. Null: there is nothing to add. */
export function addDetails(known: PersonDetails, added: PersonDetails): PersonDetails | null {
  const union = (one: readonly string[] = [], other: readonly string[] = []): readonly string[] =>
    [...new Set([...one, ...other])].slice(0, 10);
  const merged: PersonDetails = {
    snils: known.snils ?? added.snils ?? null,
    birthDate: known.birthDate ?? added.birthDate ?? null,
    phones: union(known.phones, added.phones),
    emails: union(known.emails, added.emails),
  };
  const isMore =
    merged.snils !== (known.snils ?? null) ||
    merged.birthDate !== (known.birthDate ?? null) ||
    merged.phones?.length !== (known.phones?.length ?? 0) ||
    merged.emails?.length !== (known.emails?.length ?? 0);
  return isMore ? merged : null;
}

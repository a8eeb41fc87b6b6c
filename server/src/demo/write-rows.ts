import type { Read } from '../kernel/database.ts';

/** Many rows of one table at once; `columns` gives each its type in SQL. */
export async function writeRows<Column extends string>(
  read: Read,
  table: string,
  columns: Readonly<Record<Column, string>>,
  rows: readonly Readonly<Record<Column, unknown>>[],
): Promise<void> {
  const names = Object.keys(columns) as Column[];
  const arrays = names.map((name, at) => `$${String(at + 1)}::${columns[name]}[]`);
  const values = names.map((name) => rows.map((row) => row[name]));
  await read(`insert into ${table} (${names.join(', ')}) select * from unnest(${arrays.join(', ')})`, values);
}

export interface JournalLine {
  readonly at: Date;
  readonly accountId: string | null;
  readonly command: string;
  readonly ids: Readonly<Record<string, string | readonly string[] | null>>;
  readonly changes?: Readonly<Record<string, unknown>>;
}

/** What a command would have written of itself. */
export async function writeJournal(read: Read, lines: readonly JournalLine[]): Promise<void> {
  await writeRows(
    read,
    'journal',
    { at: 'timestamptz', account_id: 'uuid', command: 'text', ids: 'jsonb', changes: 'jsonb' },
    lines.map(({ at, accountId, command, ids, changes }) => ({
      at,
      account_id: accountId,
      command,
      ids: JSON.stringify(ids),
      changes: changes === undefined ? null : JSON.stringify(changes),
    })),
  );
}

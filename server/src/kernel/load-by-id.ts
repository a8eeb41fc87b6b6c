import DataLoader from 'dataloader';
import type { Context } from './context.ts';
import type { Database } from './database.ts';
import { AskedTogether } from './together.ts';

const loaders = new WeakMap<Context, Map<string, DataLoader<string, unknown>>>();

/** One batched read per table and request, however many fields ask: no query per row. */
export async function loadById<Row extends { id: string }>(
  context: Context,
  table: string,
  id: string,
  read: (ids: readonly string[]) => Promise<readonly Row[]>,
): Promise<Row | null> {
  return loadBy(context, table, id, async (ids) => {
    const rows = new Map((await read(ids)).map((row) => [row.id, row]));
    return ids.map((wanted) => rows.get(wanted) ?? null);
  });
}

type Rows = ReadonlyMap<string, { readonly id: string }>;
const readers = new WeakMap<Database, Map<string, AskedTogether<readonly string[], Rows>>>();

/** What is there already comes as it is. */
export type MaybePromise<Value> = Promise<Value> | Value;

type Memory = Map<string, Map<string, { readonly id: string } | null>>;
const memories = new WeakMap<Context, Memory>();

/**
 * As loadById, for rows that are the same whoever asks: the caller has asked its policy. Requests of the same moment share
 * one read. `sql` takes the ids as `$1` and gives `id`. What the request has read already comes without a promise.
 */
export function loadRow<Row extends { id: string }>(
  context: Context,
  table: string,
  id: string,
  sql: string,
): MaybePromise<Row | null> {
  const known = memoryOf(context, table).get(id);
  if (known !== undefined) return known as Row | null;
  return loadBy(context, table, id, async (ids) => {
    await loadRows(context, table, ids, sql);
    return ids.map((wanted) => (memoryOf(context, table).get(wanted) ?? null) as Row | null);
  });
}

/** Reads rows that the fields of a page will ask for one by one. */
export async function loadRows(context: Context, table: string, ids: readonly string[], sql: string): Promise<void> {
  const memory = memoryOf(context, table);
  const missing = ids.filter((id) => !memory.has(id));
  if (missing.length === 0) return;
  const rows = await readerOf(context.database, table, sql).ask(missing);
  for (const id of missing) memory.set(id, rows.get(id) ?? null);
}

function memoryOf(context: Context, table: string): Map<string, { readonly id: string } | null> {
  let memory = memories.get(context);
  if (!memory) memories.set(context, (memory = new Map<string, Map<string, { readonly id: string } | null>>()));
  let rows = memory.get(table);
  if (!rows) memory.set(table, (rows = new Map<string, { readonly id: string } | null>()));
  return rows;
}

function readerOf(database: Database, table: string, sql: string): AskedTogether<readonly string[], Rows> {
  let known = readers.get(database);
  if (!known) readers.set(database, (known = new Map<string, AskedTogether<readonly string[], Rows>>()));
  const reader =
    known.get(table) ??
    new AskedTogether<readonly string[], Rows>(
      async (asked) => {
        const rows = await database.read<{ id: string }>(sql, [[...new Set(asked.flat())]], `rows-of-${table}`);
        const found = new Map(rows.map((row) => [row.id, row]));
        return asked.map(() => found);
      },
      { most: 50, lanes: 2 },
    );
  known.set(table, reader);
  return reader;
}

/** The same for anything looked up by a key; `read` answers in the order of the keys. */
export async function loadBy<Value>(
  context: Context,
  name: string,
  key: string,
  read: (keys: readonly string[]) => Promise<readonly Value[]>,
): Promise<Value> {
  let known = loaders.get(context);
  if (!known) loaders.set(context, (known = new Map<string, DataLoader<string, unknown>>()));
  let loader = known.get(name);
  if (!loader) known.set(name, (loader = new DataLoader<string, unknown>(read, { maxBatchSize: 1000 })));
  return (await loader.load(key)) as Value;
}

/** After a command nothing that was read before it stands: the next field of the same request reads anew. */
export function forgetLoaded(context: Context): void {
  loaders.delete(context);
  memories.delete(context);
}

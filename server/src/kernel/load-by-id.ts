import DataLoader from 'dataloader';
import type { Context } from './context.ts';

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
}

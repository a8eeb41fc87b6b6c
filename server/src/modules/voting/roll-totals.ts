import type { Context } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database.ts';
import { loadBy } from '../../kernel/load-by-id.ts';

const most = 10_000;
const remembered = new WeakMap<Database, Map<string, string>>();

/**
 * The area of all premises on the roll of an assembly, in hundredths of m². Remembered by the version of the roll: each
 * change of the roll makes a new version, so what is remembered can never be out of date.
 */
export async function rollTotalOf(context: Context, assemblyId: string, rollVersion: number): Promise<string | null> {
  const { database } = context;
  let known = remembered.get(database);
  if (!known) remembered.set(database, (known = new Map<string, string>()));
  const key = `${assemblyId}/${String(rollVersion)}`;
  const total = known.get(key) ?? (await totalAreaOf(context, assemblyId));
  if (total !== null) {
    if (known.size >= most) known.clear();
    known.set(key, total);
  }
  return total;
}

/** The same without a version at hand. */
export async function totalAreaOf(context: Context, assemblyId: string): Promise<string | null> {
  return loadBy<string | null>(context, 'roll-total', assemblyId, async (ids) => {
    const rows = await context.database.read<{ id: string; area: string }>(
      'select assembly_id as id, sum(area_hundredths)::text as area from roll_premises where assembly_id = any($1) group by 1',
      [ids],
      'roll-totals',
    );
    const totals = new Map(rows.map((row) => [row.id, row.area]));
    return ids.map((id) => totals.get(id) ?? null);
  });
}

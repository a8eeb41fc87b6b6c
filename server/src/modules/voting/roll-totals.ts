import type { Context } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import type { FlatsOfHouse } from './rules/shortfall-in-flats.ts';

const most = 10_000;

/**
 * Remembered by the version of the roll: each change of the roll makes a new version, so what is remembered can never be
 * out of date.
 */
export class OfRollVersion<Value> {
  readonly #remembered = new WeakMap<Database, Map<string, Value>>();

  async get(
    { database }: Context,
    assemblyId: string,
    rollVersion: number,
    read: () => Promise<Value | null>,
  ): Promise<Value | null> {
    let known = this.#remembered.get(database);
    if (!known) this.#remembered.set(database, (known = new Map<string, Value>()));
    const key = `${assemblyId}/${String(rollVersion)}`;
    const value = known.get(key) ?? (await read());
    if (value !== null) {
      if (known.size >= most) known.clear();
      known.set(key, value);
    }
    return value;
  }
}

const totals = new OfRollVersion<string>();
const flats = new OfRollVersion<FlatsOfHouse>();

/** The area of all premises on the roll of an assembly, in hundredths of m². */
export async function rollTotalOf(context: Context, assemblyId: string, rollVersion: number): Promise<string | null> {
  return totals.get(context, assemblyId, rollVersion, async () => totalAreaOf(context, assemblyId));
}

/** The flats on the roll of an assembly, by which a shortfall is made plain. */
export async function rollFlatsOf(context: Context, assemblyId: string, rollVersion: number): Promise<FlatsOfHouse> {
  const known = await flats.get(context, assemblyId, rollVersion, async () =>
    loadBy<FlatsOfHouse | null>(context, 'roll-flats', assemblyId, async (ids) => {
      const rows = await context.database.read<{ id: string; n: number; area: string }>(
        `select assembly_id as id, count(*)::int as n, sum(area_hundredths)::text as area from roll_premises
          where assembly_id = any($1) and kind = 'FLAT' group by 1`,
        [ids],
        'roll-flats',
      );
      const read = new Map(rows.map((row) => [row.id, { count: row.n, area: Fraction.of(BigInt(row.area), 100n) }]));
      return ids.map((id) => read.get(id) ?? null);
    }),
  );
  return known ?? { count: 0, area: Fraction.zero };
}

/** The same without a version at hand. */
export async function totalAreaOf(context: Context, assemblyId: string): Promise<string | null> {
  return loadBy<string | null>(context, 'roll-total', assemblyId, async (ids) => {
    const rows = await context.database.read<{ id: string; area: string }>(
      'select assembly_id as id, sum(area_hundredths)::text as area from roll_premises where assembly_id = any($1) group by 1',
      [ids],
      'roll-totals',
    );
    const areas = new Map(rows.map((row) => [row.id, row.area]));
    return ids.map((id) => areas.get(id) ?? null);
  });
}

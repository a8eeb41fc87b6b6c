import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import type { HouseTotals } from './house.type.ts';

interface AreaRow {
  readonly houseId: string;
  readonly premisesCount: number;
  readonly area: string;
  readonly residentialArea: string;
}

/** Parts of one denominator add up in SQL, different denominators only as fractions. */
interface KnownRow {
  readonly houseId: string;
  readonly denominator: string;
  readonly units: string;
}

async function readTotals(context: Context, houseIds: readonly string[]): Promise<HouseTotals[]> {
  const now = new Date(context.clock.now());
  const areas = await context.database.read<AreaRow>(
    `select p.house_id as "houseId", count(*)::int as "premisesCount", sum(p.area_hundredths)::text as area,
            coalesce(sum(p.area_hundredths) filter (where p.kind = 'FLAT'), 0)::text as "residentialArea"
       from premises p where p.house_id = any($1::uuid[]) and p.withdrawn_at is null group by p.house_id`,
    [houseIds],
  );
  const shares = await context.database.read<KnownRow>(
    `select p.house_id as "houseId", o.share_denominator::text as denominator,
            sum(p.area_hundredths::numeric * o.share_numerator)::text as units
       from premises p join ownership o on o.premises_id = p.id
      where p.house_id = any($1::uuid[]) and p.withdrawn_at is null and o.withdrawn_at is null
        and o.since <= $2 and (o.until is null or o.until > $2)
      group by p.house_id, o.share_denominator`,
    [houseIds, now],
  );
  const areaOf = new Map(areas.map((row) => [row.houseId, row]));
  const knownOf = new Map<string, Fraction>();
  for (const { houseId, units, denominator } of shares) {
    const part = Fraction.of(BigInt(units), BigInt(denominator) * 100n);
    knownOf.set(houseId, (knownOf.get(houseId) ?? Fraction.zero).plus(part));
  }
  return houseIds.map((houseId) => {
    const row = areaOf.get(houseId);
    const [area, residentialArea] = [BigInt(row?.area ?? 0), BigInt(row?.residentialArea ?? 0)];
    const known = knownOf.get(houseId) ?? Fraction.zero;
    return {
      premisesCount: row?.premisesCount ?? 0,
      area,
      residentialArea,
      nonResidentialArea: area - residentialArea,
      areaWithKnownOwners: known,
      areaWithKnownOwnersText: known.toDecimal(2),
      percentWithKnownOwners: area === 0n ? '0.00' : known.times(Fraction.of(10_000n, area)).toDecimal(2),
    };
  });
}

/** Two reads for however many houses are on the page. */
export async function totalsOf(context: Context, houseId: string): Promise<HouseTotals> {
  return loadBy(context, 'totals of a house', houseId, async (ids) => readTotals(context, ids));
}

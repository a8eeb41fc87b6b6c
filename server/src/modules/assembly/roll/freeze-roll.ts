import { Fraction } from '../../../kernel/fraction.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import type { Assembly as AssemblyRow } from '../assembly.entity.ts';

/**
 * Freezes the roll as the register was at the opening moment T0, whenever this runs: every premises with its area and
 * every ownership with its exact weight, an integer of 1/(100 × L) m², L being the least common multiple of the shares.
 */
export async function freezeRoll(unit: Unit, assembly: AssemblyRow): Promise<{ commonUnit: bigint; entries: number }> {
  const { id, houseId, opensAt } = assembly;
  await unit.sql(
    `insert into roll_premises (assembly_id, premises_id, kind, number, number_key, entrance, area_hundredths)
     select $1, p.id, p.kind, p.number, p.number_key, p.entrance,
            coalesce((select pa.area_hundredths from premises_area pa where pa.premises_id = p.id and pa.since <= $3
                       order by pa.since desc, pa.id desc limit 1), p.area_hundredths)
       from premises p
      where p.house_id = $2 and (p.withdrawn_at is null or p.withdrawn_at > $3)`,
    [id, houseId, opensAt],
  );
  const owned = `from ownership o join roll_premises rp on rp.assembly_id = $1 and rp.premises_id = o.premises_id
     where o.since <= $2 and (o.until is null or o.until > $2) and (o.withdrawn_at is null or o.withdrawn_at > $2)`;
  const shares = await unit.sql<{ d: string }>(`select distinct o.share_denominator::text as d ${owned}`, [
    id,
    opensAt,
  ]);
  const commonUnit = leastCommonMultiple(shares.map((share) => BigInt(share.d)));
  const entries = await unit.sql(
    `insert into roll_entry (id, assembly_id, premises_id, ownership_id, lineage_id, ancestor_lineage_ids, holder_ids,
                             entrance, share_numerator, share_denominator, units, since, until)
     select gen_random_uuid(), $1, o.premises_id, o.id, gen_random_uuid(), '{}',
            array(select oh.person_id from ownership_holder oh where oh.ownership_id = o.id order by oh.person_id),
            rp.entrance, o.share_numerator, o.share_denominator,
            rp.area_hundredths::numeric * o.share_numerator * div($3::numeric, o.share_denominator), $2, null
       ${owned} returning 1`,
    [id, opensAt, commonUnit.toString()],
  );
  return { commonUnit, entries: entries.length };
}

export function leastCommonMultiple(denominators: readonly bigint[]): bigint {
  // unit/d in lowest terms has below the line exactly what the unit still lacks
  return denominators.reduce((unit, denominator) => unit * Fraction.of(unit, denominator).denominator, 1n);
}

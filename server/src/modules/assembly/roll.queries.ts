import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { isStaffOf } from './assembly.policy.ts';
import type { AssemblyType } from './assembly.type.ts';
import { RollChange } from './roll.entity.ts';
import type { RollChangeType, RollEntryRow, RollEntryType } from './roll.type.ts';

/** Over `roll_entry e`, its assembly `a` and its premises on the roll `rp`. */
export const rollEntryColumns = `e.id, e.assembly_id, e.premises_id, e.holder_ids, e.share_numerator::text as numerator,
  e.share_denominator::text as denominator, e.units::text, a.common_unit::text, rp.area_hundredths::text as area,
  e.since, e.until`;
export const rollEntryFrom = `roll_entry e join assembly a on a.id = e.assembly_id
  join roll_premises rp on rp.assembly_id = e.assembly_id and rp.premises_id = e.premises_id`;

export function rollEntryType(row: RollEntryRow): RollEntryType {
  return {
    row,
    id: encodeId('RollEntry', row.id),
    share: Fraction.of(BigInt(row.numerator), BigInt(row.denominator)),
    area: BigInt(row.area),
    weight: Fraction.of(BigInt(row.units), BigInt(row.common_unit) * 100n),
    since: row.since,
    until: row.until,
  };
}

/** Who owns what in a house is for the staff of its assembly; owners see their own through their voting rights. */
function seesRoll(context: Context, { row }: AssemblyType): boolean {
  return isStaffOf(context.viewer, { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id });
}

export async function rollOf(
  context: Context,
  assembly: AssemblyType,
  args: PageArgs,
): Promise<Page<RollEntryType> | null> {
  if (!seesRoll(context, assembly)) return null;
  const parameters = new Parameters();
  return listPage<RollEntryRow, RollEntryType>({
    database: context.database,
    select: rollEntryColumns,
    from: rollEntryFrom,
    where: [`e.assembly_id = ${parameters.add(assembly.row.id)}`],
    parameters,
    sort: [
      { by: 'rp.number_key', type: 'text' },
      { by: 'e.id', type: 'uuid' },
    ],
    args,
    nodeOf: rollEntryType,
  });
}

/** The latest thousand, oldest first. */
export async function rollChangesOf(context: Context, assembly: AssemblyType): Promise<RollChangeType[] | null> {
  if (!seesRoll(context, assembly)) return null;
  const changes = await context.database
    .em()
    .find(RollChange, { assemblyId: assembly.row.id }, { orderBy: { at: 'desc', id: 'desc' }, limit: 1000 });
  const areaIn = (detail: Record<string, unknown>, name: string): bigint | null =>
    typeof detail[name] === 'string' ? BigInt(detail[name]) : null;
  return changes.toReversed().map(({ kind, at, effectiveAt, detail }) => ({
    kind,
    at,
    effectiveAt,
    premisesId: encodeId('Premises', String(detail['premises'])),
    areaBefore: areaIn(detail, 'before'),
    areaAfter: areaIn(detail, 'after'),
  }));
}

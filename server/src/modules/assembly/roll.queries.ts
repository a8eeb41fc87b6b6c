import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { byTime, type TimeOrder } from '../../kernel/time-order.ts';
import { searchedWords } from '../identity/index.ts';
import { isStaffOf } from './assembly.policy.ts';
import type { AssemblyType } from './assembly.type.ts';
import type { RollChangeKind } from './rules/roll-change-kinds.ts';
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

interface ChangeRow {
  readonly id: string;
  readonly kind: RollChangeKind;
  readonly at: Date;
  readonly effectiveAt: Date;
  readonly premises: string;
  readonly before: string | null;
  readonly after: string | null;
}

function rollChangeType({ id, kind, at, effectiveAt, premises, before, after }: ChangeRow): RollChangeType {
  return {
    id: encodeId('RollChange', id),
    kind,
    at,
    effectiveAt,
    premisesId: encodeId('Premises', premises),
    areaBefore: before === null ? null : BigInt(before),
    areaAfter: after === null ? null : BigInt(after),
  };
}

export async function rollChangesOf(
  context: Context,
  assembly: AssemblyType,
  args: PageArgs,
  filter: { readonly kinds: readonly RollChangeKind[] | null; readonly text: string },
  order: TimeOrder,
): Promise<Page<RollChangeType> | null> {
  if (!seesRoll(context, assembly)) return null;
  const parameters = new Parameters();
  const where = [`c.assembly_id = ${parameters.add(assembly.row.id)}`];
  if (filter.kinds !== null) where.push(`c.kind = any(${parameters.add(filter.kinds)})`);
  for (const word of searchedWords(filter.text)) where.push(`strpos(lower(rp.number), ${parameters.add(word)}) > 0`);
  return listPage<ChangeRow, RollChangeType>({
    database: context.database,
    select: `c.id, c.kind, c.at, c.effective_at as "effectiveAt", c.detail->>'premises' as premises,
      c.detail->>'before' as before, c.detail->>'after' as after`,
    from: `roll_change c left join roll_premises rp on rp.assembly_id = c.assembly_id
      and rp.premises_id = (c.detail->>'premises')::uuid`,
    where,
    parameters,
    sort: byTime(order, { by: 'c.at', type: 'timestamptz' }, { by: 'c.id', type: 'uuid' }),
    args,
    nodeOf: rollChangeType,
  });
}

import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import {
  isStaffOf,
  rollEntryColumns,
  rollEntryFrom,
  rollEntryType,
  type AssemblyType,
  type RollEntryRow,
  type RollEntryType,
} from '../assembly/index.ts';
import { isCalled, requireNames, searchedWords } from '../identity/index.ts';
import { requireStaff } from './ballot.queries.ts';
import { totalAreaOf } from './roll-totals.ts';
import { partOf } from './rules/printed-number.ts';
import { votesOf, type Votes } from './tally.type.ts';
import type { EntranceTurnoutType } from './turnout-curve.type.ts';

export const notYetVotedSorts = ['WEIGHT', 'WEIGHT_ASCENDING', 'ENTRANCE', 'ENTRANCE_DESCENDING'] as const;
export type NotYetVotedSort = (typeof notYetVotedSorts)[number];

const entry: SortKey = { by: 'e.id', type: 'uuid' };
const door = (descending: boolean): readonly SortKey[] => [
  { by: 'coalesce(e.entrance, 100000)', type: 'int', descending },
  { by: 'rp.number_key', type: 'text', descending },
  entry,
];
const sorts: Readonly<Record<NotYetVotedSort, readonly SortKey[]>> = {
  WEIGHT: [{ by: 'e.units', type: 'numeric', descending: true }, entry],
  WEIGHT_ASCENDING: [{ by: 'e.units', type: 'numeric' }, entry],
  ENTRANCE: door(false),
  ENTRANCE_DESCENDING: door(true),
};

/** A ballot counts for these square metres: for their lineage, or for one they were cut from. */
const voted = `(exists (select from ballot b where b.assembly_id = e.assembly_id and b.state = 'COUNTED'
      and b.lineage_id = e.lineage_id)
  or (e.ancestor_lineage_ids <> '{}' and exists (select from ballot b where b.assembly_id = e.assembly_id
      and b.state = 'COUNTED' and b.lineage_id = any(e.ancestor_lineage_ids))))`;

/** Whose votes are still out, for the staff of the assembly: the roll as it is now, less what has a ballot that counts. */
export async function listNotYetVoted(
  context: Context,
  assemblyGlobalId: string,
  args: PageArgs,
  sort: NotYetVotedSort,
  filter: { readonly entrance: number | null; readonly text: string },
): Promise<Page<RollEntryType>> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  await requireStaff(context, assemblyId);
  const parameters = new Parameters();
  const where = [`e.assembly_id = ${parameters.add(assemblyId)}`, 'e.until is null', `not ${voted}`];
  if (filter.entrance !== null) where.push(`e.entrance = ${parameters.add(filter.entrance)}`);
  const words = searchedWords(filter.text);
  if (words.length > 0) requireNames(context.viewer);
  for (const word of words) {
    const number = `strpos(lower(rp.number), ${parameters.add(word)}) > 0`;
    where.push(`(${number} or exists (select from unnest(e.holder_ids) as holder (id)
      where ${isCalled('holder.id', word, parameters)}))`);
  }
  return listPage<RollEntryRow, RollEntryType>({
    database: context.database,
    select: rollEntryColumns,
    from: rollEntryFrom,
    where,
    parameters,
    sort: sorts[sort],
    args,
    nodeOf: rollEntryType,
  });
}

/** A weight as it is printed, beside the exact one that the roll gives. */
export async function votesOfEntry(context: Context, { row, weight }: RollEntryType): Promise<Votes> {
  const total = await totalAreaOf(context, row.assembly_id);
  return votesOf(weight, Fraction.of(BigInt(total ?? '0'), 100n));
}

/** The turnout of each entrance, for the staff of the assembly. */
export async function turnoutByEntranceOf(
  context: Context,
  { row, state }: AssemblyType,
): Promise<EntranceTurnoutType[] | null> {
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  if (!isStaffOf(context.viewer, place) || state === 'DRAFT' || state === 'ANNOUNCED') return null;
  const rows = await context.database.read<{
    entrance: number | null;
    premises: number;
    voted: number;
    area: string;
    units: string;
    unit: string;
    house: string;
  }>(
    `select r.entrance, count(*)::int as premises, count(v.premises_id)::int as voted,
            sum(r.area_hundredths)::text as area, coalesce(sum(v.units), 0)::text as units, a.common_unit::text as unit,
            (sum(sum(r.area_hundredths)) over ())::text as house
       from roll_premises r join assembly a on a.id = r.assembly_id
       left join (select e.premises_id, sum(e.units) as units from ballot b join roll_entry e on e.id = b.roll_entry_id
                   where b.assembly_id = $1 and b.state = 'COUNTED' group by 1) v on v.premises_id = r.premises_id
      where r.assembly_id = $1 group by r.entrance, a.common_unit order by r.entrance nulls last`,
    [row.id],
    'turnout-by-entrance',
  );
  return rows.map(({ entrance, premises, voted: premisesVoted, area, units, unit, house }) => {
    const total = Fraction.of(BigInt(area), 100n);
    const participating = Fraction.of(BigInt(units), 100n * BigInt(unit));
    const all = Fraction.of(BigInt(house), 100n);
    return {
      entrance,
      premises,
      premisesVoted,
      total: votesOf(total, all),
      participating: votesOf(participating, all),
      percent: partOf(participating, total).times(Fraction.of(100)).toDecimal(2),
    };
  });
}

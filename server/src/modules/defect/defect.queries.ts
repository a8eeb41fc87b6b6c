import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { provideFileReader } from '../files/index.ts';
import { isCalled, requireNames, searchedWords } from '../identity/index.ts';
import {
  ballotOrders,
  ballotsInNameOf,
  ballotsOfStaff,
  pageOfBallots,
  requireStaff,
  type BallotSort,
  type BallotType,
} from '../voting/index.ts';
import { defectType, type DefectRow } from './defect-of-row.ts';
import type { DefectState, DefectType } from './defect.type.ts';
import { foundDefects, isOpen } from './found-defects.sql.ts';
import { defectKinds, type DefectKind } from './rules/defect-kinds.ts';

/** Whoever the ballot stands for, and the staff of its assembly; who handed it in under a proxy is none of them. */
const seen = (context: Context, parameters: Parameters): string =>
  `(${ballotsOfStaff(context.viewer, parameters)} or ${ballotsInNameOf(context, parameters)})`;

/** What is wanting on a ballot, in the order of the kinds; null where the viewer is neither of its staff nor whom it stands for. */
export async function defectsOf(context: Context, { row }: BallotType): Promise<DefectType[] | null> {
  if (row.channel !== 'PAPER') return [];
  return loadBy<DefectType[] | null>(context, 'defects-of-ballots', row.id, async (ids) => {
    const parameters = new Parameters();
    const wanted = parameters.add(ids);
    const order = parameters.add(defectKinds);
    const rows = await context.database.read<DefectRow & { ballot_id: string }>(
      `select v.id as ballot_id, f.kind, f.is_counted, f.mended_at, f.repair_id, f.sheet, f.pages, f.read_pages, f.printed_area,
          f.roll_area, f.is_share_printed, f.hand_over_by, f.entered_by, v.in_name, v.state, v.closes_at, v.assembly_id, v.house_id, v.organisation_id,
          dr.at as repaired_at, dr.way, dr.note, dr.signed_on::text as supplied_on, dr.repaired_by_id, dr.evidence_file_ids
         from (select b.id, ${ballotsInNameOf(context, parameters)} as in_name, a.state, a.closes_at, a.id as assembly_id, a.house_id, h.organisation_id
                 from ballot b left join roll_entry re on re.id = b.roll_entry_id
                 join assembly a on a.id = b.assembly_id join house h on h.id = a.house_id
                where b.id = any(${wanted}::uuid[]) and ${seen(context, parameters)}) v
         left join (${foundDefects(`b.id = any(${wanted}::uuid[])`)}) f on f.ballot_id = v.id
         left join defect_repair dr on dr.id = f.repair_id
        order by array_position(${order}::text[], f.kind)`,
      parameters.values,
    );
    const known = Map.groupBy(rows, (one) => one.ballot_id);
    return ids.map((id) => {
      const found = known.get(id);
      return found
        ? found.flatMap((one) => (one.kind === null ? [] : [defectType(context, { ...one, kind: one.kind })]))
        : null;
    });
  });
}

// What a repair rests on is read by whoever sees the defect.
provideFileReader(async (context, fileId) => {
  const parameters = new Parameters();
  const id = parameters.add(fileId);
  const rows = await context.database.read(
    `select 1 from defect_repair dr join ballot b on b.id = dr.ballot_id left join roll_entry re on re.id = b.roll_entry_id
        join assembly a on a.id = b.assembly_id join house h on h.id = a.house_id
      where ${id}::uuid = any(dr.evidence_file_ids) and ${seen(context, parameters)} limit 1`,
    parameters.values,
  );
  return rows.length > 0;
});

export interface DefectFilter {
  readonly kinds: readonly DefectKind[] | null;
  readonly states: readonly DefectState[] | null;
  readonly entrance: number | null;
  /** Words of the number of the premises or of the owner's name. */
  readonly text: string;
}

/** The ballots of an assembly that something is wanting on, for its staff. */
export async function listDefectiveBallots(
  context: Context,
  assemblyGlobalId: string,
  args: PageArgs,
  { kinds, states, entrance, text }: DefectFilter,
  sort: BallotSort,
): Promise<Page<BallotType>> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  await requireStaff(context, assemblyId);
  const parameters = new Parameters();
  const id = parameters.add(assemblyId);
  const open = states?.length === 1 ? (states[0] === 'OPEN' ? isOpen : `not (${isOpen})`) : 'true';
  const ofKind = kinds && kinds.length > 0 ? `f.kind = any(${parameters.add(kinds)}::text[])` : 'true';
  const where = [
    `b.assembly_id = ${id}::uuid`,
    `b.id in (select f.ballot_id from (${foundDefects(`b.assembly_id = ${id}::uuid`)}) f where ${open} and ${ofKind})`,
  ];
  if (entrance !== null) {
    const on = `rp.assembly_id = b.assembly_id and rp.premises_id = b.premises_id`;
    where.push(`exists (select from roll_premises rp where ${on} and rp.entrance = ${parameters.add(entrance)})`);
  }
  const words = searchedWords(text);
  if (words.length > 0) requireNames(context.viewer);
  for (const word of words) {
    const door = `exists (select from premises p where p.id = b.premises_id and strpos(lower(p.number), ${parameters.add(word)}) > 0)`;
    where.push(`(${door} or ${isCalled('b.owner_id', word, parameters)})`);
  }
  return pageOfBallots(context, args, where, parameters, ballotOrders[sort]);
}

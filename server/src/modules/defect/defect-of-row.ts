import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { decodeSheet } from '../voting/index.ts';
import type { DefectType } from './defect.type.ts';
import { mayConfirmBallot, mayRepairDefect } from './defect.policy.ts';
import type { FoundRow } from './found-defects.sql.ts';
import {
  foundRepair,
  isRepairedByOwner,
  repairableUntil,
  staffRepairs,
  type DefectKind,
  type RepairWay,
} from './rules/defect-kinds.ts';
import { explainDefect, explainRemedy, type DefectFacts } from './rules/defect-words.ts';
import { judgeRepair } from './rules/repair.ts';

/** A defect with the assembly of its ballot and with what repaired it; without a kind where a ballot has none. */
export interface DefectRow extends Omit<FoundRow, 'kind' | 'ballot_id' | 'submission_id' | 'handed_over_on'> {
  readonly kind: DefectKind | null;
  /** Of the viewer. */
  readonly in_name: boolean;
  readonly state: string;
  readonly closes_at: Date | null;
  readonly house_id: string;
  readonly organisation_id: string | null;
  readonly repaired_at: Date | null;
  readonly way: RepairWay | null;
  readonly note: string | null;
  readonly supplied_on: string | null;
  readonly repaired_by_id: string | null;
  readonly evidence_file_ids: readonly string[] | null;
}

const inSquareMetres = (hundredths: string | null): string | null =>
  hundredths === null ? null : Fraction.of(BigInt(hundredths), 100n).toDecimal(2);

function factsOf(row: DefectRow, kind: DefectKind): DefectFacts {
  const read = new Set(row.read_pages ?? []);
  return {
    kind,
    isCounted: row.is_counted,
    missingPages: Array.from({ length: row.pages ?? 0 }, (_none, at) => at + 1).filter((page) => !read.has(page)),
    printedArea: inSquareMetres(row.printed_area),
    rollArea: inSquareMetres(row.roll_area),
    doubleMarks: decodeSheet(row.sheet).flatMap((marks, at) => (marks.length > 1 ? [at + 1] : [])),
  };
}

export function defectType(context: Context, row: DefectRow & { readonly kind: DefectKind }): DefectType {
  const { kind } = row;
  const facts = factsOf(row, kind);
  const repairedAt = row.repaired_at ?? row.mended_at;
  const until = repairableUntil({ state: row.state, closesAt: row.closes_at?.getTime() ?? null }, context.receivedAt);
  return {
    kind,
    state: repairedAt === null ? 'OPEN' : 'REPAIRED',
    explanation: explainDefect(facts, context.locale),
    remedy: explainRemedy(facts, context.locale),
    until: until === null ? null : new Date(until),
    mayRepair: until !== null && mayRepairNow(context, row, kind),
    mayConfirm:
      until !== null &&
      repairedAt === null &&
      mayConfirmBallot(context.viewer, { isInViewersName: row.in_name }) &&
      isRepairedByOwner(kind, row.is_counted),
    way: row.way ?? (row.mended_at === null ? null : foundRepair(kind, row.is_counted)),
    repairedAt,
    note: row.note,
    signedOn: row.supplied_on,
    repairerKey: row.repaired_by_id,
    fileKeys: row.evidence_file_ids ?? [],
  };
}

function mayRepairNow({ viewer }: Context, row: DefectRow, kind: DefectKind): boolean {
  const place = { assemblyId: row.assembly_id, houseId: row.house_id, organisationId: row.organisation_id };
  if (viewer.kind !== 'SIGNED_IN' || !mayRepairDefect(viewer, place)) return false;
  return judgeRepair({
    kind,
    isFound: true,
    isRepaired: row.repaired_at !== null || row.mended_at !== null,
    isCounted: row.is_counted,
    personId: viewer.personId,
    enteredBy: kind === 'HAND_OVER_TYPED' ? row.hand_over_by : row.entered_by,
    // Which date and file are to come: any that may be.
    files: 1,
    signedOn: staffRepairs[kind] === 'DATE' ? '1000-01-01' : null,
    handedOverOn: '9999-12-31',
  }).ok;
}

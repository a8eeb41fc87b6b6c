/** A repair is a second look by somebody else, or something that was not there before; never a word about one's own entry. */
import { staffRepairs, type DefectKind, type RepairWay } from './defect-kinds.ts';

export interface RepairFacts {
  readonly kind: DefectKind;
  readonly isFound: boolean;
  readonly isRepaired: boolean;
  readonly isCounted: boolean;
  /** Who repairs it, and those whose entry it is. */
  readonly personId: string;
  readonly enteredBy: readonly string[];
  /** The date on the sheet, for a sheet without one; YYYY-MM-DD. */
  readonly signedOn: string | null;
  /** The day of the hand-over, where the house is. */
  readonly handedOverOn: string;
  /** How many files it rests on. */
  readonly files: number;
}

export type Repair =
  | { readonly ok: true; readonly way: RepairWay }
  | {
      readonly ok: false;
      readonly code: 'NO_SUCH_DEFECT' | 'DEFECT_REPAIRED' | 'REPAIRED_ONLY_ANEW' | 'ENTERED_BY_YOU' | 'INVALID_INPUT';
      readonly field: 'kind' | 'signedOn' | 'evidenceFileIds';
    };

const isDate = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

export function judgeRepair(facts: RepairFacts): Repair {
  if (!facts.isFound) return { ok: false, code: 'NO_SUCH_DEFECT', field: 'kind' };
  if (facts.isRepaired) return { ok: false, code: 'DEFECT_REPAIRED', field: 'kind' };
  const way = facts.isCounted ? staffRepairs[facts.kind] : null;
  if (way === null) return { ok: false, code: 'REPAIRED_ONLY_ANEW', field: 'kind' };
  if (way === 'SECOND_PERSON' && facts.enteredBy.includes(facts.personId))
    return { ok: false, code: 'ENTERED_BY_YOU', field: 'kind' };
  // The law asks for the document itself, and not for a word about it.
  if (way === 'DOCUMENT' && facts.files === 0) return { ok: false, code: 'INVALID_INPUT', field: 'evidenceFileIds' };
  if (way === 'DATE') {
    const { signedOn, handedOverOn } = facts;
    // Nobody signs after they have handed it over.
    if (signedOn === null || !isDate.test(signedOn) || signedOn > handedOverOn)
      return { ok: false, code: 'INVALID_INPUT', field: 'signedOn' };
  }
  return { ok: true, way };
}

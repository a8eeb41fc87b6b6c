import { describe, expect, it } from 'vitest';
import { defectKinds, isRepairedByOwner, repairableUntil } from './defect-kinds.ts';
import { judgeRepair, type RepairFacts } from './repair.ts';

const facts: RepairFacts = {
  kind: 'FOUR_EYES_OFF',
  isFound: true,
  isRepaired: false,
  isCounted: true,
  personId: 'olga',
  enteredBy: ['ivan'],
  signedOn: null,
  handedOverOn: '2027-03-10',
  files: 0,
};

describe('a repair', () => {
  it.each([
    ['by somebody else', {}, 'SECOND_PERSON'],
    ['by who entered it', { personId: 'ivan' }, 'ENTERED_BY_YOU'],
    ['of what is not wanting', { isFound: false }, 'NO_SUCH_DEFECT'],
    ['of what is repaired', { isRepaired: true }, 'DEFECT_REPAIRED'],
    ['of a missing page, also by who entered it', { kind: 'PAGE_MISSING', personId: 'ivan' }, 'PAGE'],
    ['of a missing date, with the day of the hand-over', { kind: 'NO_DATE', signedOn: '2027-03-10' }, 'DATE'],
    ['of a missing date, with a day after it', { kind: 'NO_DATE', signedOn: '2027-03-11' }, 'INVALID_INPUT'],
    ['of a missing date, without any', { kind: 'NO_DATE' }, 'INVALID_INPUT'],
    ['of a missing date, with no date', { kind: 'NO_DATE', signedOn: '2027-13-01' }, 'INVALID_INPUT'],
    ['of a missing signature', { kind: 'NOT_SIGNED', isCounted: false }, 'REPAIRED_ONLY_ANEW'],
    ['of a document that had expired, in words alone', { kind: 'AUTHORITY_EXPIRED' }, 'INVALID_INPUT'],
    ['of a document that had expired, by the one that had not', { kind: 'AUTHORITY_EXPIRED', files: 1 }, 'DOCUMENT'],
    [
      'of a missing authority, by any document',
      { kind: 'AUTHORITY_EXPIRED', files: 1, isCounted: false },
      'REPAIRED_ONLY_ANEW',
    ],
  ] as const)('%s', (_name, changed, outcome) => {
    const repair = judgeRepair({ ...facts, ...changed });
    expect(repair.ok ? repair.way : repair.code).toBe(outcome);
  });

  it('is entered before T1, and not any more then', () => {
    expect(repairableUntil({ state: 'VOTING', closesAt: 10 }, 9)).toBe(10);
    expect(repairableUntil({ state: 'VOTING', closesAt: 10 }, 10)).toBeNull();
    expect(repairableUntil({ state: 'CLOSED', closesAt: 10 }, 9)).toBeNull();
  });

  it('is in the word of the owner, who brings no page and revives no ballot', () => {
    expect(defectKinds.filter((kind) => !isRepairedByOwner(kind, true))).toEqual(['PAGE_MISSING']);
    expect(defectKinds.filter((kind) => isRepairedByOwner(kind, false))).toEqual([]);
  });
});

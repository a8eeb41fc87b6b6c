/** What a machine finds wanting on a paper ballot, and what mends it: courts strike paper down for these (art. 47.1 p. 7, art. 48 p. 4–6). */

export const defectKinds = [
  'PAGE_MISSING',
  'NO_DATE',
  'NOT_SIGNED',
  'REGISTER_DIFFERS',
  'AUTHORITY_EXPIRED',
  'DOUBLE_MARK',
  'OWNER_UNKNOWN',
  'HAND_OVER_TYPED',
  'FOUR_EYES_OFF',
] as const;
export type DefectKind = (typeof defectKinds)[number];

export const repairWays = ['NEW_BALLOT', 'PAGE', 'DATE', 'DOCUMENT', 'OWNERS_WORD', 'SECOND_PERSON'] as const;
export type RepairWay = (typeof repairWays)[number];

/** What staff may enter to repair it, and nothing where only what is found anew repairs it. */
export const staffRepairs: Readonly<Record<DefectKind, RepairWay | null>> = {
  PAGE_MISSING: 'PAGE',
  NO_DATE: 'DATE',
  NOT_SIGNED: null,
  REGISTER_DIFFERS: 'OWNERS_WORD',
  AUTHORITY_EXPIRED: 'DOCUMENT',
  DOUBLE_MARK: 'SECOND_PERSON',
  OWNER_UNKNOWN: null,
  HAND_OVER_TYPED: 'SECOND_PERSON',
  FOUR_EYES_OFF: 'SECOND_PERSON',
};

/** What is repaired without anybody's entry, by what is on record since: a page read, a document registered, another ballot. */
const foundRepairs: Readonly<Partial<Record<DefectKind, RepairWay>>> = {
  PAGE_MISSING: 'PAGE',
  NOT_SIGNED: 'NEW_BALLOT',
  AUTHORITY_EXPIRED: 'DOCUMENT',
  OWNER_UNKNOWN: 'NEW_BALLOT',
};

export function foundRepair(kind: DefectKind, isCounted: boolean): RepairWay {
  return isCounted ? (foundRepairs[kind] ?? 'DOCUMENT') : 'NEW_BALLOT';
}

/** The owner says that what is on record is theirs: that repairs what is doubtful about it, but brings no page and no signature. */
export function isRepairedByOwner(kind: DefectKind, isCounted: boolean): boolean {
  return isCounted && kind !== 'PAGE_MISSING';
}

/** Before T1, and not any more afterwards: the result stands on what was on record. */
export function repairableUntil(
  assembly: { readonly state: string; readonly closesAt: number | null },
  now: number,
): number | null {
  const { state, closesAt } = assembly;
  return (state === 'ANNOUNCED' || state === 'VOTING') && closesAt !== null && now < closesAt ? closesAt : null;
}

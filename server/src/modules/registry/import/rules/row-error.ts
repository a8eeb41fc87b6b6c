/** Why a row of a file is refused. The words a person reads are made from code and facts. */
export const rowErrorCodes = [
  // the cell itself
  'FORMULA',
  'CELL_ERROR',
  'CELL_IS_DATE',
  'CELL_TOO_LONG',
  // the row as a whole
  'HEADING_REPEATED',
  'TOTAL_ROW',
  // houses
  'SETTLEMENT_MISSING',
  'STREET_MISSING',
  'HOUSE_NUMBER_MISSING',
  'BLOCK_UNREADABLE',
  'FIAS_INVALID',
  'FIAS_TAKEN',
  'SAME_ADDRESS',
  'YEAR_INVALID',
  // numbers
  'NUMBER_INVALID',
  'MORE_THAN_HOUSE_HAS',
  'CADASTRAL_INVALID',
  // premises
  'PREMISES_NUMBER_MISSING',
  'PREMISES_KIND_UNKNOWN',
  'COMMON_PROPERTY',
  'AREA_MISSING',
  'AREA_UNREADABLE',
  'AREA_NOT_POSITIVE',
  'AREA_ABSURD',
  'AREA_TOO_FINE',
  'PREMISES_DIFFER',
  'SAME_PREMISES_TWICE',
  // owners
  'OWNER_MISSING',
  'OWNER_KIND_UNKNOWN',
  'OWNER_NAME_UNREADABLE',
  'OWNER_AMBIGUOUS',
  'SNILS_INVALID',
  'OGRN_INVALID',
  'OGRN_MISSING',
  'NUMBER_OF_OTHER_KIND',
  'ONE_SNILS_TWO_PEOPLE',
  'ONE_OGRN_TWO_NAMES',
  'PHONE_INVALID',
  'EMAIL_INVALID',
  'PARENT_UNKNOWN',
  'NOT_A_MINOR',
  // dates
  'DATE_UNREADABLE',
  'DATE_IN_FUTURE',
  'DATE_TOO_EARLY',
  // shares
  'SHARE_MISSING',
  'SHARE_UNREADABLE',
  'SHARE_INEXACT',
  'SHARE_INVALID',
  'SHARES_EXCEED_ONE',
  'JOINT_UNREADABLE',
  'JOINT_SHARES_DIFFER',
  'JOINT_GROUP_MISSING',
  'JOINT_OWNER_REFUSED',
  'SAME_OWNERSHIP_TWICE',
  // against the register
  'DIFFERS_FROM_REGISTER',
] as const;
export type RowErrorCode = (typeof rowErrorCodes)[number];

export type ErrorFacts = Readonly<Record<string, string | number>>;

export interface CellProblem {
  readonly ok: false;
  readonly code: RowErrorCode;
  readonly facts?: ErrorFacts;
}

/** What a cell says, or why it cannot be taken. */
export type Reading<Value> = { readonly ok: true; readonly value: Value } | CellProblem;

export function read<Value>(value: Value): Reading<Value> {
  return { ok: true, value };
}

export function refuse(code: RowErrorCode, facts?: ErrorFacts): CellProblem {
  return facts === undefined ? { ok: false, code } : { ok: false, code, facts };
}

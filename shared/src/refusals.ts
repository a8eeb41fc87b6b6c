/**
 * The closed list of expected refusals. A code appears in `userErrors[].code` of a mutation, or in
 * `extensions.code` of a query's or subscription's error. The words a person reads are made from code and facts.
 */
export const refusalCodes = [
  // access
  'NOT_SIGNED_IN',
  'NOT_ALLOWED',
  'NOT_FOUND',
  'SCOPE_MISSING',
  'TOO_MANY_ATTEMPTS',
  'WRONG_CREDENTIALS',
  'WEAK_PASSWORD',
  'INVITATION_INVALID',
  'ALREADY_ACTIVATED',
  'LAST_ADMINISTRATOR',
  // input
  'INVALID_INPUT',
  'STALE_VERSION',
  'KEY_REUSED',
  'DUPLICATE',
  'FILE_MISSING',
  'FILE_UNREADABLE',
  'FILE_TOO_LARGE',
  // register
  'SHARES_EXCEED_ONE',
  'SHARE_INVALID',
  'AREA_INVALID',
  'NOT_OWNER_THEN',
  'IN_THE_FUTURE',
  'IMPORT_STATE',
  'IMPORT_MAPPING',
  'IMPORT_HAS_REFUSED_ROWS',
  'IMPORT_STALE',
  'IMPORT_FAILED',
  'IMPORT_IN_USE',
  // assembly
  'WRONG_STATE',
  'NOTICE_TOO_LATE',
  'HANDED_TO_ADMINISTRATOR_TOO_LATE',
  'DURATION_TOO_SHORT',
  'DURATION_TOO_LONG',
  'PAPER_LIMIT_INVALID',
  'AGENDA_EMPTY',
  'AGENDA_CODE_UNKNOWN',
  'AGENDA_WORDING',
  'AGENDA_TARGET_MISSING',
  'FORM_NOT_OFFERED',
  'REGISTER_NOT_READY',
  'INITIATOR_NOT_ENTITLED',
  'PROXY_TERM_INVALID',
  'PROXY_HOLDER_INVALID',
  'ALREADY_REVOKED',
  // ballots, in the order of the checks
  'NOT_OPEN',
  'NOT_OWNER',
  'NO_AUTHORITY',
  'ALREADY_VOTED',
  'INCOMPLETE',
  'CLOSED',
  'NOT_COUNTED',
  'RESULTS_HIDDEN',
  // disputes
  'NOT_DISPUTED',
  'ALREADY_DISPUTED',
  'ALREADY_DECIDED',
  // chat
  'SLOW_MODE',
  'TOO_MANY_MESSAGES',
  'EDIT_TIME_OVER',
  'ALREADY_HIDDEN',
  'NOT_HIDDEN',
  // ballots to print
  'AGENDA_MAY_CHANGE',
  'NOTHING_TO_PRINT',
  // entry of paper
  'FOUR_EYES',
  'SHEET_UNKNOWN',
  'SHEET_NAMES_ANOTHER',
  'SHEET_HELD',
  'SAME_PERSON',
  // defects of paper
  'NO_SUCH_DEFECT',
  'DEFECT_REPAIRED',
  'REPAIRED_ONLY_ANEW',
  'ENTERED_BY_YOU',
  // documents
  'SIGNATURE_UNREADABLE',
  'SIGNATURE_NOT_DETACHED',
  'SIGNATURE_WRONG',
  'SIGNATURE_MISSING',
  'ALREADY_SIGNED',
  'DOCUMENTS_AWAITED',
  'PAGE_SETTLED',
] as const;

export type RefusalCode = (typeof refusalCodes)[number];

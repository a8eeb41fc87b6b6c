/** Which papers an assembly has, and when (art. 45 p. 3.1, p. 4; art. 46 p. 1; art. 47.1 p. 10). */

export const documentKinds = [
  'NOTICE',
  'MINUTES',
  'PUBLIC_MINUTES',
  'OWNERS_REGISTER',
  'ATTENDANCE_LIST',
  'NOTICE_PROOF',
] as const;
export type DocumentKind = (typeof documentKinds)[number];

export const documentFormats = ['PDF', 'XML'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export interface DocumentPlan {
  readonly kind: DocumentKind;
  readonly format: DocumentFormat;
}

const pdf = (kind: DocumentKind): DocumentPlan => ({ kind, format: 'PDF' });

/** Minutes first: they are waited for. Of voting with the system the law asks for XML too. */
const onceClosed: readonly DocumentPlan[] = [
  pdf('MINUTES'),
  { kind: 'MINUTES', format: 'XML' },
  pdf('PUBLIC_MINUTES'),
  pdf('NOTICE'),
  pdf('OWNERS_REGISTER'),
  pdf('ATTENDANCE_LIST'),
  pdf('NOTICE_PROOF'),
];

export function documentsOf(state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED'): readonly DocumentPlan[] {
  if (state === 'CLOSED') return onceClosed;
  return state === 'ANNOUNCED' || state === 'VOTING' ? [pdf('NOTICE')] : [];
}

/** Read by everybody who sees the assembly; the others name people. */
export function isOpenToOwners(kind: DocumentKind): boolean {
  return kind === 'NOTICE' || kind === 'PUBLIC_MINUTES';
}

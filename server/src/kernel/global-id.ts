import { Refusal } from './refusal.ts';

/** The kinds of things that have a global id, with the two letters that open it. */
const prefixes = {
  Account: 'AC',
  AccessToken: 'AT',
  AgendaItem: 'AI',
  Assembly: 'AS',
  AssemblyDocument: 'AD',
  Ballot: 'BA',
  ChatMessage: 'CM',
  DocumentSignature: 'DS',
  Dispute: 'DI',
  Guardianship: 'GU',
  House: 'HO',
  ImportJob: 'IM',
  Invitation: 'IN',
  JournalRow: 'JO',
  Material: 'MA',
  Message: 'ME',
  Organisation: 'OR',
  Ownership: 'OW',
  PaperSheet: 'PS',
  Person: 'PE',
  Premises: 'PR',
  PrintRun: 'PT',
  Proxy: 'PX',
  RoleGrant: 'RG',
  RollChange: 'RC',
  RollEntry: 'RE',
  SavedView: 'SV',
  Scan: 'SC',
  ScannedBallot: 'SB',
  ScanPage: 'SP',
  Session: 'SE',
  StoredFile: 'FI',
  Submission: 'SU',
} as const;

export type GlobalKind = keyof typeof prefixes;

const kinds = new Map<string, GlobalKind>(
  Object.entries(prefixes).map(([kind, prefix]) => [prefix, kind as GlobalKind]),
);

/** Opaque to clients: two letters of the kind and the 16 bytes of the UUID in base64url. */
export function encodeId(kind: GlobalKind, uuid: string): string {
  return `${prefixes[kind]}_${Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url')}`;
}

export function kindOfId(id: string): GlobalKind | null {
  return /^[A-Z]{2}_[\w-]{22}$/.test(id) ? (kinds.get(id.slice(0, 2)) ?? null) : null;
}

/** The UUID inside; anything that is no id of this kind is refused as not found. */
export function decodeId(kind: GlobalKind, id: string, field: readonly string[] | null = null): string {
  if (kindOfId(id) !== kind) throw new Refusal('NOT_FOUND', { kind, id: id.slice(0, 64) }, field);
  const hex = Buffer.from(id.slice(3), 'base64url').toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function decodeOptionalId(kind: GlobalKind, id: string | null | undefined): string | null {
  return id === null || id === undefined ? null : decodeId(kind, id);
}

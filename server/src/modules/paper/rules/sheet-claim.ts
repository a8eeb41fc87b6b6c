/** What the code on a page of a printed ballot says, as bytes: always the same number of them, so every code is as easy to read. */

/** ONE: the reference is the ownership itself; SEVERAL: it stands for the ownerships named with the print; BLANK: for one blank copy. */
export const sheetKinds = ['BLANK', 'ONE', 'SEVERAL'] as const;
export type SheetKind = (typeof sheetKinds)[number];

export interface SheetClaim {
  readonly kind: SheetKind;
  readonly assemblyId: string;
  /** null on a blank form. */
  readonly ownerId: string | null;
  readonly reference: string;
  readonly formVersion: number;
  /** From 1. */
  readonly page: number;
  readonly pages: number;
}

export const claimBytes = 53;
const layoutMark = 0x50;
const nobody = '00000000-0000-0000-0000-000000000000';

function uuidBytes(uuid: string): number[] {
  const hex = uuid.replaceAll('-', '');
  return Array.from({ length: 16 }, (_, at) => Number.parseInt(hex.slice(at * 2, at * 2 + 2), 16));
}

export function uuidOf(bytes: Uint8Array): string {
  const hex = Array.from(bytes.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

export function writeClaim(claim: SheetClaim): Uint8Array {
  return Uint8Array.from([
    layoutMark + sheetKinds.indexOf(claim.kind),
    ...uuidBytes(claim.assemblyId),
    ...uuidBytes(claim.ownerId ?? nobody),
    ...uuidBytes(claim.reference),
    claim.formVersion >> 8,
    claim.formVersion & 0xff,
    claim.page,
    claim.pages,
  ]);
}

export function readClaim(bytes: Uint8Array): SheetClaim | null {
  if (bytes.length !== claimBytes) return null;
  const kind = sheetKinds[(bytes[0] ?? 0) - layoutMark];
  if (kind === undefined) return null;
  const ownerId = uuidOf(bytes.subarray(17, 33));
  return {
    kind,
    assemblyId: uuidOf(bytes.subarray(1, 17)),
    ownerId: ownerId === nobody ? null : ownerId,
    reference: uuidOf(bytes.subarray(33, 49)),
    formVersion: (bytes[49] ?? 0) * 256 + (bytes[50] ?? 0),
    page: bytes[51] ?? 0,
    pages: bytes[52] ?? 0,
  };
}

import { createHash, timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../kernel/ports.ts';
import { readBase45, writeBase45 } from './rules/base45.ts';
import { claimBytes, readClaim, uuidOf, writeClaim, type SheetClaim } from './rules/sheet-claim.ts';

const signatureBytes = 12;

function signatureOf(secrets: Secrets, claim: Uint8Array): Buffer {
  return secrets.hash('sheet', Buffer.from(claim).toString('hex')).subarray(0, signatureBytes);
}

/** The text of the code on one page: what the page is, signed, so that it cannot be turned into another owner's. */
export function writeSheetToken(secrets: Secrets, claim: SheetClaim): string {
  const bytes = writeClaim(claim);
  return writeBase45(Buffer.concat([bytes, signatureOf(secrets, bytes)]));
}

/** What a page says it is; null when the text was altered, or was not written by this copy of Veche. */
export function readSheetToken(secrets: Secrets, text: string): SheetClaim | null {
  const bytes = readBase45(text);
  if (bytes?.length !== claimBytes + signatureBytes) return null;
  const claim = bytes.subarray(0, claimBytes);
  if (!timingSafeEqual(signatureOf(secrets, claim), bytes.subarray(claimBytes))) return null;
  return readClaim(claim);
}

/** One reference for these ownerships together: the same ones, in whatever order, are the same reference. */
export function referenceOf(names: readonly string[]): string {
  return uuidOf(createHash('sha256').update(names.toSorted().join(' ')).digest());
}

const letters = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** The number under the code, for whoever has to type it: no two letters of it look alike. */
export function sheetNumber(secrets: Secrets, claim: Pick<SheetClaim, 'assemblyId' | 'ownerId' | 'reference'>): string {
  const hash = secrets.hash('sheet', `number ${claim.assemblyId} ${claim.ownerId ?? ''} ${claim.reference}`);
  const signs = Array.from(hash.subarray(0, 8), (byte) => letters.charAt(byte % 32)).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4)}`;
}

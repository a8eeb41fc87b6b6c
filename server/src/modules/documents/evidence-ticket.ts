import { timingSafeEqual } from 'node:crypto';
import type { Secrets } from '../../kernel/ports.ts';

export interface EvidenceTicket {
  readonly assemblyId: string;
  readonly accountId: string;
  /** Epoch milliseconds. */
  readonly until: number;
}

const bodyLength = 38;
const sealLength = 16;

const bytesOfId = (id: string): Buffer => Buffer.from(id.replaceAll('-', ''), 'hex');
const idOf = (bytes: Buffer): string =>
  bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
const sealOf = (secrets: Secrets, body: Buffer): Buffer =>
  secrets.hash('document', `ticket ${body.toString('hex')}`).subarray(0, sealLength);

/** Goes into the address of a download: nobody else makes one, and only the account it was given to may use it. */
export function writeTicket(secrets: Secrets, { assemblyId, accountId, until }: EvidenceTicket): string {
  const body = Buffer.concat([bytesOfId(assemblyId), bytesOfId(accountId), Buffer.alloc(6)]);
  body.writeUIntBE(until, 32, 6);
  return Buffer.concat([body, sealOf(secrets, body)]).toString('base64url');
}

export function readTicket(secrets: Secrets, written: string): EvidenceTicket | null {
  const bytes = Buffer.from(written, 'base64url');
  if (bytes.length !== bodyLength + sealLength || bytes.toString('base64url') !== written) return null;
  const body = bytes.subarray(0, bodyLength);
  if (!timingSafeEqual(bytes.subarray(bodyLength), sealOf(secrets, body))) return null;
  const until = body.readUIntBE(32, 6);
  return { assemblyId: idOf(body.subarray(0, 16)), accountId: idOf(body.subarray(16, 32)), until };
}

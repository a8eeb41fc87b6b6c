import type { Secrets } from '../../kernel/ports.ts';

export interface SubmissionForm {
  readonly assemblyId: string;
  readonly submissionId: string;
  /** Epoch milliseconds. */
  readonly receivedAt: number;
  readonly ownerId: string;
  readonly sheet: string;
  readonly ballotIds: readonly string[];
}

/** The canonical form of a submission, fixed when it is recorded: what a receipt speaks for. */
function canonicalForm(form: SubmissionForm): string {
  return [
    'veche-submission-1',
    form.assemblyId,
    form.submissionId,
    form.receivedAt,
    form.ownerId,
    form.sheet,
    ...form.ballotIds.toSorted(),
  ].join('\n');
}

/** Crockford's base 32: no letter that looks like a digit, so it can be read out over the telephone. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 80 bits of a keyed hash over the canonical form, as `XXXX-XXXX-XXXX-XXXX`. It can be made again, but not guessed. */
export function receiptCode(secrets: Secrets, form: SubmissionForm): string {
  const hash = secrets.hash('receipt', canonicalForm(form));
  let bits = 0n;
  for (const byte of hash.subarray(0, 10)) bits = (bits << 8n) | BigInt(byte);
  let code = '';
  for (let at = 15n; at >= 0n; at -= 1n) code += alphabet[Number((bits >> (at * 5n)) & 31n)] ?? '';
  return code.match(/.{4}/g)?.join('-') ?? code;
}

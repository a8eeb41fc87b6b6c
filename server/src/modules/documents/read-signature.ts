import { ContentInfo, SignedData, type SignerInfo } from 'pkijs';
import { algorithmNames, digestsTaken, isCheckedHere } from './rules/signature-algorithms.ts';
import type { SignatureCheck } from './rules/signature-words.ts';

export interface ReadSignature {
  readonly check: SignatureCheck;
  readonly algorithm: string;
  readonly signer: string;
  readonly statedAt: Date | null;
  /** As it is stored: DER. */
  readonly der: Uint8Array;
}

export type SignatureProblem = 'UNREADABLE' | 'HOLDS_CONTENT' | 'WRONG';

const commonName = '2.5.4.3';
const organisationName = '2.5.4.10';
const signingTime = '1.2.840.113549.1.9.5';
const signedContent = '1.2.840.113549.1.7.2';
const mostBytes = 256 * 1024;

function bytesOf(written: string): Uint8Array | null {
  const bare = written.replaceAll(/-----(BEGIN|END) [A-Z0-9 #]+-----/g, '').replaceAll(/\s+/g, '');
  if (bare === '' || bare.length > mostBytes * 2 || !/^[A-Za-z0-9+/]+={0,2}$/.test(bare)) return null;
  return Uint8Array.from(Buffer.from(bare, 'base64'));
}

function parse(der: Uint8Array): SignedData | null {
  try {
    const content = ContentInfo.fromBER(der);
    if (content.contentType !== signedContent) return null;
    const signed = new SignedData({ schema: content.content as unknown });
    return signed.signerInfos.length > 0 ? signed : null;
  } catch {
    return null;
  }
}

function momentOf(signer: SignerInfo): Date | null {
  const found = signer.signedAttrs?.attributes.find(({ type }) => type === signingTime);
  const [value] = (found?.values ?? []) as readonly { toDate?: () => Date }[];
  const stated = value?.toDate?.() ?? null;
  return stated && !Number.isNaN(stated.getTime()) ? stated : null;
}

/** The names in the certificates that came along: the signers', unless they cannot be told from those of their issuers. */
function signersOf(signed: SignedData, signers: readonly SignerInfo[]): string {
  const serials = new Set(
    signers.map(({ sid }) => {
      const { serialNumber } = sid as { serialNumber?: { valueBlock: { toString(): string } } };
      return serialNumber?.valueBlock.toString();
    }),
  );
  const names = (signed.certificates ?? []).flatMap((certificate) => {
    if (!('subject' in certificate) || !('serialNumber' in certificate)) return [];
    if (!serials.has(undefined) && !serials.has(certificate.serialNumber.valueBlock.toString())) return [];
    const named = (type: string): string | undefined =>
      certificate.subject.typesAndValues.find((part) => part.type === type)?.value.valueBlock.value;
    return [[named(commonName), named(organisationName)].filter((part) => part !== undefined).join(', ')];
  });
  return [...new Set(names)].join('; ').slice(0, 500);
}

async function isMadeOver(signed: SignedData, at: number, content: Uint8Array): Promise<boolean> {
  try {
    const whole = Uint8Array.from(content).buffer;
    const verdict = await signed.verify({ signer: at, data: whole, checkChain: false, extendedMode: true });
    return verdict.signatureVerified === true;
  } catch {
    return false;
  }
}

/** What a detached CMS signature (RFC 5652) says, and whether it was made over this content: RSA and ECDSA are checked, others kept. */
export async function readSignature(
  written: string,
  content: Uint8Array,
): Promise<ReadSignature | { readonly problem: SignatureProblem }> {
  const der = bytesOf(written);
  const signed = der && parse(der);
  if (!der || !signed) return { problem: 'UNREADABLE' };
  // One that brings its own content would be checked against that, and not against the document.
  if (signed.encapContentInfo.eContent) return { problem: 'HOLDS_CONTENT' };
  const signers = signed.signerInfos;
  const known = signers.every(
    ({ signatureAlgorithm, digestAlgorithm }) =>
      isCheckedHere(signatureAlgorithm.algorithmId) && digestsTaken.has(digestAlgorithm.algorithmId),
  );
  const isChecked = known && (signed.certificates?.length ?? 0) > 0;
  if (isChecked) {
    for (const at of signers.keys()) if (!(await isMadeOver(signed, at, content))) return { problem: 'WRONG' };
  }
  const algorithms = signers.map(({ signatureAlgorithm, digestAlgorithm }) =>
    algorithmNames(signatureAlgorithm.algorithmId, digestAlgorithm.algorithmId),
  );
  return {
    check: isChecked ? 'VERIFIED' : 'NOT_VERIFIED_HERE',
    algorithm: [...new Set(algorithms)].join('; '),
    signer: signersOf(signed, signers),
    statedAt: signers.map(momentOf).find((moment) => moment !== null) ?? null,
    der,
  };
}

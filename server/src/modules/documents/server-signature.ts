import { createPrivateKey, createPublicKey, sign, type KeyObject } from 'node:crypto';
import type { Secrets } from '../../kernel/ports.ts';
import type { ReadSignature } from './read-signature.ts';

/** Of PKCS#8, before the 32 bytes of an Ed25519 key (RFC 8410). */
const pkcs8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Derived from the master key, so that every process and every restart has the same. */
function keyOf(secrets: Secrets): KeyObject {
  const key = Buffer.concat([pkcs8, secrets.hash('document', 'ed25519')]);
  return createPrivateKey({ key, format: 'der', type: 'pkcs8' });
}

/** The key of the server signs for a demonstration: the same document twice is the same signature. */
export function signByServer(secrets: Secrets, content: Uint8Array): ReadSignature {
  const key = keyOf(secrets);
  const publicKey = createPublicKey(key).export({ format: 'pem', type: 'spki' });
  const text = JSON.stringify({
    algorithm: 'Ed25519',
    publicKey,
    signature: sign(null, content, key).toString('base64'),
  });
  return {
    check: 'VERIFIED',
    algorithm: 'Ed25519',
    signer: 'Veche',
    statedAt: null,
    der: Buffer.from(`${text}\n`, 'utf8'),
  };
}

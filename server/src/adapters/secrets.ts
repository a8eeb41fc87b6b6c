import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import type { SecretPurpose, Secrets } from '../kernel/ports.ts';

/** All secrets of the process, derived from one master key (HKDF, RFC 5869), so that one purpose never opens another. */
export function deriveSecrets(master: string): Secrets {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', master, 'veche', purpose, 32));
  const keys = new Map<SecretPurpose, Buffer>();
  const sealing = derive('personal-data');
  return {
    hash(purpose, text) {
      let key = keys.get(purpose);
      if (!key) keys.set(purpose, (key = derive(purpose)));
      return createHmac('sha256', key).update(text).digest();
    },
    seal(text, context) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce);
      cipher.setAAD(Buffer.from(context));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(1), nonce, cipher.getAuthTag(), sealed]);
    },
    open(sealed, context) {
      if (sealed[0] !== 1) throw new Error('sealed by an unknown key version');
      const decipher = createDecipheriv('aes-256-gcm', sealing, sealed.subarray(1, 13));
      decipher.setAAD(Buffer.from(context));
      decipher.setAuthTag(sealed.subarray(13, 29));
      return Buffer.concat([decipher.update(sealed.subarray(29)), decipher.final()]).toString('utf8');
    },
  };
}

import { describe, expect, it } from 'vitest';
import { signatureText } from './signature-text.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('the text of a signature file', () => {
  it('is what PEM and base64 say, and base64 of anything else', () => {
    const pem = '-----BEGIN CMS-----\nMIIB\n-----END CMS-----\n';
    expect(signatureText(bytesOf(pem))).toBe(pem.trim());
    expect(signatureText(bytesOf('MIIB\nAAA=\n'))).toBe('MIIB\nAAA=');
    expect(signatureText(Uint8Array.of(0x30, 0x82, 0xff))).toBe('MIL/');
  });
});

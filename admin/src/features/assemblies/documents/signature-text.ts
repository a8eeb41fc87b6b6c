/** A signature file is PEM text or DER bytes; the API takes PEM or base64. */
export function signatureText(content: Uint8Array): string {
  // Byte by byte: a decoder of text would change some of them.
  const text = Array.from(content, (byte) => String.fromCodePoint(byte)).join('');
  return text.includes('-----BEGIN') || /^[A-Za-z0-9+/=\s]+$/.test(text) ? text.trim() : btoa(text);
}

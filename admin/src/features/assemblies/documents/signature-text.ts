/** A signature file is PEM text or DER bytes; the API takes PEM or base64. */
export function signatureText(content: Uint8Array): string {
  const text = new TextDecoder('latin1').decode(content);
  return text.includes('-----BEGIN') || /^[A-Za-z0-9+/=\s]+$/.test(text) ? text.trim() : btoa(text);
}

/** Base45 (RFC 9285): bytes in the 45 signs that a QR code packs tightest. One text stands for one row of bytes only. */
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

export function writeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) {
    const pair = at + 1 < bytes.length;
    const value = pair ? (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0) : (bytes[at] ?? 0);
    text += signs.charAt(value % 45) + signs.charAt(Math.floor(value / 45) % 45);
    if (pair) text += signs.charAt(Math.floor(value / 2025));
  }
  return text;
}

/** null for a text that no bytes are written as. */
export function readBase45(text: string): Uint8Array | null {
  if (text.length % 3 === 1) return null;
  const digits = Array.from(text, (sign) => signs.indexOf(sign));
  if (digits.includes(-1)) return null;
  const bytes: number[] = [];
  for (let at = 0; at < digits.length; at += 3) {
    const [low = 0, middle = 0, high] = digits.slice(at, at + 3);
    const value = low + middle * 45 + (high ?? 0) * 2025;
    if (value > (high === undefined ? 0xff : 0xffff)) return null;
    if (high !== undefined) bytes.push(value >> 8);
    bytes.push(value & 0xff);
  }
  return Uint8Array.from(bytes);
}

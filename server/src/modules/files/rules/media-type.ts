/** A file is what its bytes say, not what its name or its sender claims (OWASP, File Upload Cheat Sheet). */

export const mediaTypes = ['application/pdf', 'application/zip', 'image/jpeg', 'image/png', 'image/tiff'] as const;
export type BinaryMediaType = (typeof mediaTypes)[number];

const signatures: readonly (readonly [BinaryMediaType, readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['application/zip', [0x50, 0x4b, 0x03, 0x04]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
];

/** How many bytes the beginning must have to be judged, where the file has that many. */
export const headBytes = 512;

/** By the first bytes; null: none of the binary kinds that are taken. */
export function binaryMediaType(head: Uint8Array): BinaryMediaType | null {
  return signatures.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))?.[0] ?? null;
}

/** XLS and DOC, and a workbook with a password: worth a word of their own, since people will try. */
export function isOldOffice(head: Uint8Array): boolean {
  return [0xd0, 0xcf, 0x11, 0xe0].every((byte, at) => head[at] === byte);
}

/** Tab, line feed, form feed and carriage return. */
const spacing: ReadonlySet<number> = new Set([9, 10, 12, 13]);

/** Text has no control characters but tab, line breaks and form feed; of UTF-8 and Windows-1251 alike. */
export function isText(bytes: Uint8Array): boolean {
  for (const byte of bytes) if ((byte < 0x20 && !spacing.has(byte)) || byte === 0x7f) return false;
  return true;
}

/** HTML, SVG and XML are programs to a browser, so they are not taken for text. */
export function isMarkup(head: Uint8Array): boolean {
  const bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  return head.subarray(bom).find((byte) => byte > 0x20) === 0x3c;
}

/** A table when its first line has a delimiter. */
export function textMediaType(head: Uint8Array): 'text/csv' | 'text/plain' {
  const end = head.indexOf(10);
  const line = head.subarray(0, end < 0 ? head.length : end);
  return [0x3b, 0x2c, 0x09].some((delimiter) => line.includes(delimiter)) ? 'text/csv' : 'text/plain';
}

export type FileContent = 'PDF' | 'PICTURE';

const pictures = [
  [0xff, 0xd8, 0xff],
  [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a],
  [0x49, 0x49, 0x2a, 0x00],
  [0x4d, 0x4d, 0x00, 0x2a],
];
const pdf = [0x25, 0x50, 0x44, 0x46, 0x2d];

/** What a file is by its first bytes, whatever its name: null for anything but PDF, JPEG, PNG and TIFF. */
export function contentOf(bytes: Uint8Array): FileContent | null {
  const begins = (mark: readonly number[]): boolean => mark.every((byte, at) => bytes[at] === byte);
  if (begins(pdf)) return 'PDF';
  return pictures.some(begins) ? 'PICTURE' : null;
}

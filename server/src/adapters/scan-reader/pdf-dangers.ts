import { inflateSync } from 'node:zlib';

/** An object stream larger than this is not looked into: a scanner writes none. */
const mostInflated = 8 * 1024 * 1024;
const mostStreams = 2000;

/** Whether a PDF carries anything that would run when it is opened, or is locked. What lies inside pictures is not asked. */
export function pdfDanger(bytes: Buffer): 'SCRIPTS' | 'LOCKED' | null {
  let streams = 0;
  let [plain, at] = ['', 0];
  let isOpaque = false;
  while (at < bytes.length) {
    const begin = bytes.indexOf('stream', at, 'latin1');
    const end = begin === -1 ? -1 : bytes.indexOf('endstream', begin + 6, 'latin1');
    if (begin === -1 || end === -1) break;
    const dictionary = bytes.toString('latin1', at, begin);
    plain += dictionary;
    if (/\/ObjStm/.test(named(dictionary.slice(-2000)))) {
      streams += 1;
      const inflated: string | null = isOpaque || streams > mostStreams ? null : inflate(bytes, begin + 6, end);
      isOpaque ||= inflated === null;
      plain += inflated ?? '';
    }
    at = end + 9;
  }
  const text = named(plain + bytes.toString('latin1', at));
  // What is packed under a password cannot be unpacked; the dictionary that says so is not.
  if (/\/Encrypt(?![A-Za-z0-9])/.test(text)) return 'LOCKED';
  const runs = /\/(JavaScript|JS|Launch|RichMedia|XFA)(?![A-Za-z0-9])/.test(text);
  return isOpaque || runs ? 'SCRIPTS' : null;
}

/** null: it cannot be looked into, so it is not trusted. */
function inflate(bytes: Buffer, from: number, to: number): string | null {
  const start = bytes[from] === 13 ? from + 2 : from + 1;
  try {
    return inflateSync(bytes.subarray(start, to), { maxOutputLength: mostInflated }).toString('latin1');
  } catch {
    return null;
  }
}

/** Names may be written with #xx for any sign. */
function named(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

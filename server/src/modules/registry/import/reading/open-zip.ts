import { openPromise, type Entry, type ZipFile } from 'yauzl';
import { Refusal } from '../../../../kernel/refusal.ts';
import { limits } from './limits.ts';

export interface Zip {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The part unpacked; refused when it turns out larger than it claims to be. */
  read(name: string): Promise<AsyncIterable<Buffer>>;
  close(): void;
}

function bomb(): Refusal {
  return new Refusal('FILE_UNREADABLE', { reason: 'ZIP_BOMB' });
}

function checkSizes(entries: readonly Entry[]): void {
  let [packed, unpacked] = [0, 0];
  for (const entry of entries) {
    packed += entry.compressedSize;
    unpacked += entry.uncompressedSize;
    const large = entry.uncompressedSize > limits.packingFrom;
    if (large && entry.uncompressedSize > entry.compressedSize * limits.packing) throw bomb();
  }
  if (unpacked > limits.unpackedBytes || (unpacked > limits.packingFrom && unpacked > packed * limits.packing))
    throw bomb();
}

async function entriesOf(file: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  if (file.entryCount > limits.parts) throw bomb();
  for await (const entry of file.eachEntry()) {
    if (entry.isEncrypted()) throw new Refusal('FILE_UNREADABLE', { reason: 'ENCRYPTED' });
    if (entries.has(entry.fileName)) throw new Refusal('FILE_UNREADABLE', { reason: 'BROKEN' });
    entries.set(entry.fileName, entry);
    if (entries.size > limits.parts) throw bomb();
  }
  checkSizes([...entries.values()]);
  return entries;
}

/**
 * Opens by the central directory, so that the order of the parts does not matter and nothing outside of it is read. Sizes
 * are judged before anything is unpacked, and held to while it is (yauzl ends a part that grows beyond its claim).
 */
export async function openZip(path: string): Promise<Zip> {
  let file: ZipFile | null = null;
  try {
    file = await openPromise(path, { autoClose: false, lazyEntries: true, validateEntrySizes: true });
    const [opened, entries] = [file, await entriesOf(file)];
    return {
      names: [...entries.keys()],
      has: (name) => entries.has(name),
      read: async (name) => {
        const entry = entries.get(name);
        if (!entry) throw new Refusal('FILE_UNREADABLE', { reason: 'BROKEN' });
        return (await opened.openReadStreamPromise(entry)) as AsyncIterable<Buffer>;
      },
      close: () => {
        opened.close();
      },
    };
  } catch (error) {
    file?.close();
    throw error instanceof Refusal ? error : new Refusal('FILE_UNREADABLE', { reason: 'BROKEN' });
  }
}

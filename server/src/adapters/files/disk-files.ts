import { createHash, randomUUID } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { FileStore } from '../../kernel/ports.ts';
import { Refusal } from '../../kernel/refusal.ts';

/** Where a file lies under its folder. */
export function pathOfFile(folder: string, sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Refusal('FILE_MISSING');
  return join(folder, sha256.slice(0, 2), sha256);
}

/** Files on this machine's disk, under their SHA-256, outside of any web root. */
export async function openDiskFiles(folder: string): Promise<FileStore> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const known = (sha256: string): string => {
    const path = pathOfFile(folder, sha256);
    if (!existsSync(path)) throw new Refusal('FILE_MISSING');
    return path;
  };
  return {
    async put(content, limitBytes) {
      const temporary = join(folder, `${randomUUID()}.part`);
      const hash = createHash('sha256');
      let size = 0;
      const file = await open(temporary, 'wx', 0o600);
      try {
        for await (const chunk of content) {
          size += chunk.length;
          if (size > limitBytes) throw new Refusal('FILE_TOO_LARGE', { limitBytes });
          hash.update(chunk);
          await file.write(chunk);
        }
        await file.sync();
      } catch (error) {
        await file.close();
        await rm(temporary, { force: true });
        throw error;
      }
      await file.close();
      const sha256 = hash.digest('hex');
      await mkdir(join(folder, sha256.slice(0, 2)), { recursive: true, mode: 0o700 });
      await rename(temporary, pathOfFile(folder, sha256));
      return { sha256, size };
    },
    read: async (sha256) => createReadStream(known(sha256)),
    localPath: async (sha256) => known(sha256),
  };
}

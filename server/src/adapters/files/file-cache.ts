import { readdir, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';

interface Cached {
  readonly path: string;
  readonly size: number;
  readonly usedAt: number;
}

/** The copies on this disk of files that are kept elsewhere: those used last, as many as there is room for. */
export class FileCache {
  readonly #folder: string;
  readonly #limitBytes: number;
  #sweeping: Promise<void> | null = null;

  constructor(folder: string, limitBytes: number) {
    this.#folder = folder;
    this.#limitBytes = limitBytes;
  }

  async used(path: string): Promise<void> {
    const now = new Date();
    await utimes(path, now, now);
  }

  /** What was not used for longest goes first; who reads it right now reads it to its end. */
  async sweep(): Promise<void> {
    this.#sweeping ??= this.#sweep().finally(() => {
      this.#sweeping = null;
    });
    return this.#sweeping;
  }

  async #sweep(): Promise<void> {
    const files = (await this.#all()).toSorted((one, other) => one.usedAt - other.usedAt);
    let held = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size } of files) {
      if (held <= this.#limitBytes) return;
      await rm(path, { force: true });
      held -= size;
    }
  }

  async #all(): Promise<Cached[]> {
    const entries = await readdir(this.#folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => entry.isFile() && /^[0-9a-f]{64}$/.test(entry.name));
    const looked = await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const path = join(parentPath, name);
        const seen = await stat(path).catch(() => null);
        return seen && { path, size: seen.size, usedAt: seen.mtimeMs };
      }),
    );
    return looked.filter((each) => each !== null);
  }
}

import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openHome } from './home-folder.ts';

/** The secret of this one demo: random, made at its first start, readable by its owner only. */
export function demoSecret(home: string): string {
  openHome(home);
  const path = join(home, 'demo-secret');
  if (!existsSync(path)) {
    const unfinished = `${path}.${String(process.pid)}`;
    writeFileSync(unfinished, `${randomBytes(48).toString('base64url')}\n`, { mode: 0o600 });
    renameSync(unfinished, path);
  }
  return readFileSync(path, 'utf8').trim();
}

import { join } from 'node:path';
import { ensureBuilt } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { compileCache, root, runUntilStopped, serverFlags } from './programs.mjs';

/** Installs and builds what is missing, then is the server until somebody stops it. */
export async function start() {
  await ensureInstalled();
  await ensureBuilt();
  const program = [...serverFlags, join(root, 'server', 'dist', 'main.js')];
  return runUntilStopped(program, { environment: { NODE_COMPILE_CACHE: compileCache } });
}

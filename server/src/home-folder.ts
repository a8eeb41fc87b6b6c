import { closeSync, mkdirSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { StartProblem } from './kernel/start-problem.ts';

/** Makes sure that VECHE_HOME exists and takes files, before anything depends on it. */
export function openHome(home: string): void {
  const probe = join(home, `.writable-${String(process.pid)}`);
  try {
    // Started by root, PostgreSQL runs as another user, who has to pass through this folder to reach its own.
    mkdirSync(home, { recursive: true, mode: process.getuid?.() === 0 ? 0o711 : 0o700 });
    closeSync(openSync(probe, 'w'));
    rmSync(probe);
  } catch (problem) {
    const reason = problem instanceof Error && 'code' in problem ? String(problem.code) : 'unknown reason';
    throw new StartProblem(`The folder ${home} cannot be written (${reason}); name another one in VECHE_HOME.`);
  }
}

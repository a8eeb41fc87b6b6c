import { execFile } from 'node:child_process';
import { delimiter, join } from 'node:path';
import { repository } from './temporary-tree.ts';

/** Runs a tool of the repository in a folder; a tool that finds something ends with another code than zero, which is no failure here. */
export function runTool(
  script: string,
  args: readonly string[],
  folder: string,
): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }> {
  // The linter looks for its type checker beside the folder it runs in, or on the PATH.
  const path = [join(repository, 'node_modules/.bin'), process.env['PATH'] ?? ''].join(delimiter);
  return new Promise((resolve, reject) => {
    execFile(
      process.execPath,
      [join(repository, 'node_modules', script), ...args],
      { cwd: folder, env: { ...process.env, PATH: path }, maxBuffer: 64 * 1024 * 1024 },
      (error, stdout, stderr) => {
        const code = error === null ? 0 : error.code;
        if (typeof code === 'number') resolve({ code, stdout, stderr });
        else reject(error ?? new Error(`${script} was stopped`));
      },
    );
  });
}

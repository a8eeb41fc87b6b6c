import { accessSync, constants, existsSync } from 'node:fs';
import { pinnedNode, root, runTool, SetUpProblem } from './programs.mjs';
import { hashOf, isStamped, putStamp } from './stamps.mjs';

const pnpm = 'pnpm@12.20.0';
const stamp = 'node_modules/.veche-installed';
const inputs = [
  'pnpm-lock.yaml',
  'pnpm-workspace.yaml',
  ...['', 'server/', 'admin/', 'shared/'].map((folder) => `${folder}package.json`),
];

/** Exactly what pnpm-lock.yaml names, and only when it is not there yet. */
export async function ensureInstalled() {
  const hash = hashOf(inputs);
  if (isStamped(stamp, hash) && existsSync(pinnedNode)) return;
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new SetUpProblem(`The folder ${root} cannot be written, and Veche installs its packages there.`);
  }
  console.log(`Installing packages (${pnpm}) …`);
  const words = ['--yes', pnpm, 'install', '--frozen-lockfile', '--config.confirm-modules-purge=false'];
  const { code } = await runTool('npx', words).catch(() => {
    throw new SetUpProblem('npx, which comes with Node, cannot be started: is it on the PATH?');
  });
  if (code !== 0) throw new SetUpProblem('The packages were not installed: the reason stands above.');
  if (!existsSync(pinnedNode)) throw new SetUpProblem(`The pinned Node did not arrive at ${pinnedNode}.`);
  putStamp(stamp, hash);
}

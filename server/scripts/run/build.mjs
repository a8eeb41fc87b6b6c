import { packageProgram, pinnedNode, runTool, SetUpProblem } from './programs.mjs';
import { hashOf, isStamped, putStamp } from './stamps.mjs';

/** @typedef {{ name: string, folder: string, words: string[], inputs: string[], stamp: string }} Step */

/** @type {Step} */
const contract = {
  name: 'the contract',
  folder: 'shared',
  words: [packageProgram('shared', '@graphql-codegen/cli', 'esm/bin.js'), '--config', 'codegen.ts'],
  inputs: ['schema.graphql', 'shared/operations', 'shared/codegen.ts', 'shared/package.json'],
  stamp: 'shared/src/generated/.stamp',
};

/** @type {Step} */
const adminConsole = {
  name: 'the console',
  folder: 'admin',
  words: vite('admin'),
  inputs: ['admin', 'schema.graphql', 'shared/operations', 'shared/src'],
  stamp: 'admin/dist/.stamp',
};

/** @type {Step} */
const server = {
  name: 'the server',
  folder: 'server',
  words: vite('server'),
  inputs: ['server/src', 'server/migrations', 'server/vite.config.ts', 'server/tsconfig.json', 'shared/src'],
  stamp: 'server/dist/.stamp',
};

/** Typed documents for the screens and the stories. */
export async function ensureContract() {
  await ensure(contract);
}

/** Everything `npm start` serves; a step whose inputs have not changed is not done again. */
export async function ensureBuilt() {
  await ensureContract();
  // Both are waited for, so that a failure of one does not leave the other half-done.
  const done = await Promise.allSettled([ensure(adminConsole), ensure(server)]);
  for (const each of done) if (each.status === 'rejected') throw each.reason;
}

/** @param {Step} step */
async function ensure({ name, folder, words, inputs, stamp }) {
  const hash = hashOf([...inputs, 'pnpm-lock.yaml', 'tsconfig.base.json', 'server/scripts/run/build.mjs']);
  if (isStamped(stamp, hash)) return;
  console.log(`Building ${name} …`);
  const { code, printed } = await runTool(pinnedNode, words, { folder, quiet: true });
  if (code !== 0) throw new SetUpProblem(`${printed.trim()}\n\nBuilding ${name} failed: see above.`);
  putStamp(stamp, hash);
}

/** @param {string} folder */
function vite(folder) {
  return [packageProgram(folder, 'vite', 'bin/vite.js'), 'build', '--logLevel', 'warn'];
}

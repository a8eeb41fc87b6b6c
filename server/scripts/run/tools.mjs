import { resolve } from 'node:path';
import { ensureBuilt, ensureContract } from './build.mjs';
import { ensureInstalled } from './install.mjs';
import { pinnedNode, runTool, runUntilStopped, typescript } from './programs.mjs';

/** TypeScript is run from the server's folder, where its settings are. */
const folder = 'server';

/** Paths are meant from where the person stands, not from where npm runs us. */
const from = process.env['INIT_CWD'] ?? process.cwd();

export async function dev() {
  return tool('scripts/dev.ts', []);
}

export async function contract() {
  await ensureInstalled();
  for (const script of ['emit-schema', 'emit-environment']) {
    const { code } = await runTool(pinnedNode, [...typescript, `scripts/${script}.ts`], { folder });
    if (code !== 0) return code;
  }
  await ensureContract();
  return 0;
}

/** @param {readonly string[]} folders */
export async function scenarios(folders) {
  const words = folders.map((word) => (word.startsWith('-') ? word : resolve(from, word)));
  return tool('scripts/scenarios.ts', words);
}

/** @param {readonly string[]} words */
export async function rehearse(words) {
  const file = words.indexOf('--voters') + 1;
  return tool('scripts/rehearse.ts', file === 0 ? words : words.with(file, resolve(from, words[file] ?? '')));
}

/** @param {readonly string[]} names */
export async function pictures(names) {
  await ensureInstalled();
  await ensureBuilt();
  return tool('scripts/pictures.ts', names);
}

/** @param {readonly string[]} words */
export async function bench(words) {
  const file = words.indexOf('--json') + 1;
  return tool('bench/main.ts', file === 0 ? words : words.with(file, resolve(from, words[file] ?? '')));
}

/**
 * @param {string} script
 * @param {readonly string[]} words
 */
async function tool(script, words) {
  await ensureInstalled();
  await ensureContract();
  return runUntilStopped([...typescript, script, ...words], { folder });
}

import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { packageProgram, root, typescript } from './programs.mjs';

/** @typedef {{ name: string, folder?: string, words: string[] }} Check */
/** @typedef {{ name: string, folder: string, report: string, words: string[] }} Suite */

const tsc = [packageProgram('', 'typescript', 'bin/tsc'), '--project'];

/**
 * What is looked at without running the product; each counts as one test.
 * @type {readonly Check[]}
 */
export const checks = [
  { name: 'types: shared', words: [...tsc, 'shared'] },
  { name: 'types: server', words: [...tsc, 'server'] },
  { name: 'types: launcher', words: [...tsc, 'server/scripts/run'] },
  {
    name: 'types: admin',
    folder: 'admin',
    words: [packageProgram('admin', 'vue-tsc', 'bin/vue-tsc.js'), '--noEmit'],
  },
  { name: 'lint (oxlint)', words: [packageProgram('', 'oxlint', 'bin/oxlint'), '--type-aware'] },
  { name: 'format (oxfmt)', words: [packageProgram('', 'oxfmt', 'bin/oxfmt'), '--check', '.'] },
  { name: 'templates (eslint)', words: [packageProgram('', 'eslint', 'bin/eslint.js'), 'admin/src'] },
  {
    name: 'walls (dependency-cruiser)',
    words: [
      packageProgram('', 'dependency-cruiser', 'bin/dependency-cruiser.mjs'),
      '--config',
      '.dependency-cruiser.mjs',
      'server/src',
      'admin/src',
      'shared/src',
    ],
  },
  { name: 'nothing unused (knip)', words: [packageProgram('', 'knip', 'bin/knip.js')] },
  {
    name: 'schema.graphql is what the code says',
    folder: 'server',
    words: [...typescript, 'scripts/emit-schema.ts', '--check'],
  },
  {
    name: 'docs/environment.md is what the code says',
    folder: 'server',
    words: [...typescript, 'scripts/emit-environment.ts', '--check'],
  },
];

/** What runs the product, by vitest; every test counts. */
export const suites = {
  unit: vitest('unit and property tests: server', 'server', 'unit'),
  console: vitest('unit tests: admin', 'admin'),
  stories: vitest('stories, commands, contract on PostgreSQL', 'server', 'stories'),
  start: vitest('start and stop', 'server', 'start'),
  browser: vitest('browser', 'server', 'browser'),
};

/**
 * @param {string} name
 * @param {string} folder
 * @param {string} [project]
 * @returns {Suite}
 */
function vitest(name, folder, project) {
  const report = join(root, 'node_modules', '.cache', 'veche-tests', `${folder}-${project ?? 'all'}.json`);
  const chosen = project === undefined ? [] : ['--project', project];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  return {
    name,
    folder,
    report,
    words: [packageProgram(folder, 'vitest', 'vitest.mjs'), 'run', ...chosen, ...reporters],
  };
}

/**
 * An old report must not speak for a run that wrote none.
 * @param {Suite} suite
 */
export function clearReport({ report }) {
  mkdirSync(dirname(report), { recursive: true });
  rmSync(report, { force: true });
}

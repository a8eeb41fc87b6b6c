import { ensureBuilt, ensureContract } from './build.mjs';
import { checks, clearReport, suites } from './checks.mjs';
import { countOf, heading, summary, tally } from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { complain, pinnedNode, runTool } from './programs.mjs';

/** `npm test`: its own set-up, then everything; a failure does not hide what comes after it. */
export async function everything() {
  await ensureInstalled();
  return report([await built(ensureBuilt), ...(await runChecks()), ...(await runSuites(Object.values(suites)))]);
}

/** `npm run check`: what needs no database. */
export async function withoutDatabase() {
  await ensureInstalled();
  return report([
    await built(ensureContract),
    ...(await runChecks()),
    ...(await runSuites([suites.unit, suites.console])),
  ]);
}

/** The stories alone, for another PostgreSQL named in TEST_DATABASE_URL. */
export async function storiesOnly() {
  await ensureInstalled();
  await ensureContract();
  return report(await runSuites([suites.stories]));
}

/** @param {() => Promise<void>} build */
async function built(build) {
  heading('build');
  const started = Date.now();
  try {
    await build();
    return tally('build', { passed: 1, failed: 0 }, started);
  } catch (problem) {
    complain(problem);
    return tally('build', { passed: 0, failed: 1 }, started);
  }
}

async function runChecks() {
  const tallies = [];
  for (const { name, words, folder = '' } of checks) {
    heading(name);
    const started = Date.now();
    const { code } = await runTool(pinnedNode, words, { folder });
    tallies.push(tally(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, started));
  }
  return tallies;
}

/** @param {readonly import('./checks.mjs').Suite[]} chosen */
async function runSuites(chosen) {
  const tallies = [];
  for (const suite of chosen) {
    heading(suite.name);
    const started = Date.now();
    clearReport(suite);
    const { code } = await runTool(pinnedNode, suite.words, { folder: suite.folder });
    tallies.push(tally(suite.name, countOf(suite.report, code), started));
  }
  return tallies;
}

/** @param {readonly import('./counts.mjs').Tally[]} tallies */
function report(tallies) {
  heading('summary');
  return summary(tallies);
}

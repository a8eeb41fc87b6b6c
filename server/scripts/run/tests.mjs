import { ensureBuilt, ensureContract } from './build.mjs';
import { checks, clearReport, suites } from './checks.mjs';
import { countOf, heading, summary, tally } from './counts.mjs';
import { ensureInstalled } from './install.mjs';
import { complain, pinnedNode, runTool } from './programs.mjs';

/** `npm test`: its own set-up, then everything; a failure does not hide what comes after it. */
export async function everything() {
  return afterSetUp(ensureBuilt, true, Object.values(suites));
}

/** `npm run check`: what needs no database. */
export async function withoutDatabase() {
  return afterSetUp(ensureContract, true, [suites.unit, suites.console]);
}

/** The stories alone, for another PostgreSQL named in TEST_DATABASE_URL. */
export async function storiesOnly() {
  return afterSetUp(ensureContract, false, [suites.stories]);
}

/**
 * Without packages nothing can run; a build that fails is one failure among others.
 * @param {() => Promise<void>} build
 * @param {boolean} withChecks
 * @param {readonly import('./checks.mjs').Suite[]} chosen
 */
async function afterSetUp(build, withChecks, chosen) {
  const tallies = [await setUp('packages', ensureInstalled)];
  if (tallies[0]?.failed === 0) {
    tallies.push(await setUp('build', build));
    if (withChecks) tallies.push(...(await runChecks()));
    tallies.push(...(await runSuites(chosen)));
  }
  heading('summary');
  return summary(tallies);
}

/**
 * @param {string} name
 * @param {() => Promise<void>} work
 */
async function setUp(name, work) {
  heading(name);
  const started = Date.now();
  try {
    await work();
    return tally(name, { passed: 1, failed: 0 }, started);
  } catch (problem) {
    complain(problem);
    return tally(name, { passed: 0, failed: 1 }, started);
  }
}

/** Two at a time, each on a core of its own; what each printed is shown in one piece. */
async function runChecks() {
  const waiting = [...checks.entries()];
  /** @type {ReturnType<typeof tally>[]} */
  const tallies = [];
  const takeNext = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, { name, words, folder = '' }] = next;
      const started = Date.now();
      const { code, printed } = await runTool(pinnedNode, words, { folder, quiet: true });
      heading(name);
      console.log(printed.trimEnd());
      tallies[at] = tally(name, code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }, started);
    }
  };
  await Promise.all([takeNext(), takeNext()]);
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

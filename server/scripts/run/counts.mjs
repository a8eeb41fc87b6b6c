import { existsSync, readFileSync } from 'node:fs';

/**
 * The part of vitest's report that is read here.
 * @typedef {{
 *   numTotalTests: number,
 *   numPassedTests: number,
 *   numFailedTests: number,
 *   testResults: { name: string, status: string, assertionResults: Assertion[] }[],
 * }} Report
 * @typedef {{ status: string, fullName: string, failureMessages?: string[] }} Assertion
 */

/** @typedef {{ name: string, passed: number, failed: number, seconds: string, complaints: readonly string[] }} Tally */

/**
 * How many tests of one check passed and failed, and how long it took.
 * @param {string} name
 * @param {{ passed: number, failed: number, complaints?: readonly string[] }} counts
 * @param {number} started
 * @returns {Tally}
 */
export function tally(name, { passed, failed, complaints = [] }, started) {
  return { name, passed, failed, seconds: ((Date.now() - started) / 1000).toFixed(1), complaints };
}

/** @param {string} name */
export function heading(name) {
  console.log(`\n━━━ ${name} ${'━'.repeat(Math.max(3, 74 - name.length))}`);
}

/**
 * What failed is named here once more: a long run is read from its end. The plain last line counts everything.
 * @param {readonly Tally[]} tallies
 */
export function summary(tallies) {
  let [allPassed, allFailed] = [0, 0];
  for (const { name, passed, failed, seconds, complaints } of tallies) {
    const mark = failed === 0 ? 'ok    ' : 'FAILED';
    const counts = `${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed`;
    console.log(`${mark}  ${name.padEnd(48)} ${counts} ${seconds.padStart(7)} s`);
    for (const complaint of complaints) console.log(`        ${complaint}`);
    allPassed += passed;
    allFailed += failed;
  }
  console.log(`\n${String(allPassed)} passed, ${String(allFailed)} failed`);
  return allFailed === 0 ? 0 : 1;
}

/**
 * What vitest wrote into its report. A run that found no test, wrote no report, or failed outside of every test (a file
 * that does not load, an error nobody caught) has failed, whatever the tests it counted say.
 * @param {string} file
 * @param {number} code
 */
export function countOf(file, code) {
  if (!existsSync(file)) {
    console.error('The run wrote no report.');
    return { passed: 0, failed: 1 };
  }
  const report = /** @type {Report} */ (JSON.parse(readFileSync(file, 'utf8')));
  const unloaded = report.testResults.filter((each) => each.status === 'failed' && each.assertionResults.length === 0);
  const failed = report.numFailedTests + unloaded.length;
  if (report.numTotalTests === 0) console.error('The run found no tests, and that counts as a failure.');
  const brokenOutside = failed === 0 && (code !== 0 || report.numTotalTests === 0);
  return { passed: report.numPassedTests, failed: brokenOutside ? 1 : failed, complaints: complaintsOf(report) };
}

/** @param {Report} report */
function complaintsOf({ testResults }) {
  return testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((each) => each.status === 'failed');
    if (status === 'failed' && assertionResults.length === 0) return [`${name} does not load`];
    return failed.flatMap(({ fullName, failureMessages = [] }) => [
      fullName,
      ...failureMessages.flatMap((message) => message.split('\n', 3).map((line) => `  ${line.trim()}`)),
    ]);
  });
}

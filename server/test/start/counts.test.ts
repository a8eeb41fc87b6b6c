import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { repositoryFolder } from '../../src/config.ts';

interface Counts {
  readonly countOf: (file: string, code: number) => Count;
}

interface Count {
  readonly passed: number;
  readonly failed: number;
  readonly complaints?: readonly string[];
}

// The launcher is plain JavaScript, which this folder's settings do not read.
const { countOf } = (await import(join(repositoryFolder, 'server/scripts/run/counts.mjs'))) as Counts;

function counted(report: object | undefined, code: number): Count {
  const folder = mkdtempSync(join(tmpdir(), 'veche-report-'));
  const silence = vi.spyOn(console, 'error').mockReturnValue(undefined);
  onTestFinished(() => {
    silence.mockRestore();
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'report.json');
  if (report !== undefined) writeFileSync(file, JSON.stringify(report));
  return countOf(file, code);
}

const passedOnce = { status: 'passed', assertionResults: [{ status: 'passed' }] };
const failedOnce = {
  status: 'failed',
  assertionResults: [{ status: 'failed', fullName: 'the count adds up', failureMessages: ['expected 1\n  to be 2'] }],
};
const doesNotLoad = { name: 'a.test.ts', status: 'failed', assertionResults: [] };

test.each([
  ['every test passes', { total: 2, passed: 2, failed: 0, files: [passedOnce] }, 0, { passed: 2, failed: 0 }],
  [
    'a test fails',
    { total: 2, passed: 1, failed: 1, files: [passedOnce, failedOnce] },
    1,
    { passed: 1, failed: 1, complaints: ['the count adds up', '  expected 1', '  to be 2'] },
  ],
  [
    'a file does not load',
    { total: 1, passed: 1, failed: 0, files: [passedOnce, doesNotLoad] },
    1,
    { passed: 1, failed: 1, complaints: ['a.test.ts does not load'] },
  ],
  [
    'an error is caught by nobody',
    { total: 2, passed: 2, failed: 0, files: [passedOnce] },
    1,
    { passed: 2, failed: 1 },
  ],
  ['no test is found', { total: 0, passed: 0, failed: 0, files: [] }, 0, { passed: 0, failed: 1 }],
])('counts a run in which %s', (_, { total, passed, failed, files }, code, expected) => {
  const report = { numTotalTests: total, numPassedTests: passed, numFailedTests: failed, testResults: files };
  expect(counted(report, code)).toEqual({ complaints: [], ...expected });
});

test('counts a run that wrote no report as a failure', () => {
  expect(counted(undefined, 0)).toEqual({ passed: 0, failed: 1 });
});

import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, onTestFinished, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartProblem } from './kernel/start-problem.ts';

let home = '';

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'veche-config-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  home = folder;
});

const secret = 'oa1Nn/mZ8dKf0qj3pVtYxWc5rBhGuLsE';

function problemsOf(environment: Record<string, string>): string[] {
  try {
    readConfig({ VECHE_HOME: home, ...environment });
  } catch (problem) {
    if (problem instanceof StartProblem) return problem.message.split('\n');
    throw problem;
  }
  return [];
}

test('starts the demo with no variable set, on a secret made for it and kept for its owner only', () => {
  const config = readConfig({ VECHE_HOME: home });
  expect(config).toMatchObject({ port: 4000, host: 'localhost', demo: true, legalMode: 'PAPER_BACKED', demoPulse: 6 });
  expect(config.publicUrl).toBe('http://localhost:4000');
  expect(config.secret).toBe(readFileSync(join(home, 'demo-secret'), 'utf8').trim());
  expect(statSync(join(home, 'demo-secret')).mode & 0o777).toBe(0o600);
  expect(readConfig({ VECHE_HOME: home }).secret).toBe(config.secret);
});

test('two demos have different secrets', () => {
  const other = join(home, 'other');
  expect(readConfig({ VECHE_HOME: other }).secret).not.toBe(readConfig({ VECHE_HOME: home }).secret);
});

test('production is not a demo, and does not start without a secret', () => {
  expect(problemsOf({ NODE_ENV: 'production' })).toEqual([expect.stringContaining('VECHE_SECRET is missing')]);
  expect(problemsOf({ NODE_ENV: 'production', VECHE_DEMO: 'on' })).toHaveLength(1);
  expect(readConfig({ NODE_ENV: 'production', VECHE_SECRET: secret, VECHE_HOME: home })).toMatchObject({
    demo: false,
    demoPulse: 0,
    secret,
  });
});

test('outside the demo there is no secret to fall back to', () => {
  expect(problemsOf({ VECHE_DEMO: 'off' })).toEqual([expect.stringContaining('VECHE_SECRET is missing')]);
});

test('a bucket for files needs both of its keys', () => {
  const bucket = { S3_BUCKET: 'veche', S3_ACCESS_KEY_ID: 'veche' };
  expect(problemsOf(bucket)).toEqual(['S3_BUCKET is set, but S3_ACCESS_KEY_ID or S3_SECRET_ACCESS_KEY is missing.']);
  expect(readConfig({ VECHE_HOME: home, ...bucket, S3_SECRET_ACCESS_KEY: 'hidden' })).toMatchObject({
    s3Bucket: 'veche',
    s3Endpoint: null,
    s3CacheMegabytes: 10_240,
  });
  expect(readConfig({ VECHE_HOME: home }).s3Bucket).toBeNull();
});

test('names every problem at once', () => {
  const problems = problemsOf({ NODE_ENV: 'production', PORT: '99999', TRUST_PROXY: 'everybody', DATABASE_URL: 'x' });
  expect(problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'TRUST_PROXY',
    'DATABASE_URL',
    'VECHE_SECRET',
  ]);
});

test('reads a secret from the file it is told, but not from two places', () => {
  const file = join(home, 'secret');
  writeFileSync(file, `${secret}\n`);
  expect(readConfig({ VECHE_HOME: home, VECHE_SECRET_FILE: file }).secret).toBe(secret);
  expect(problemsOf({ VECHE_SECRET_FILE: file, VECHE_SECRET: secret })).toEqual([expect.stringContaining('keep one')]);
  expect(problemsOf({ VECHE_SECRET_FILE: `${file}-nowhere` })).toEqual([expect.stringContaining('cannot be read')]);
});

test.each([
  ['VECHE_SECRET', 'short'],
  ['VECHE_SECRET', 'a'.repeat(64)],
  ['PORT', '-1'],
  ['PORT', '4000x'],
  ['VECHE_DEMO', 'maybe'],
  ['VECHE_LEGAL_MODE', 'BINDING'],
  ['LOG_LEVEL', 'loud'],
  ['NODE_ENV', 'prod'],
  ['PUBLIC_URL', 'veche.example.org'],
  ['PUBLIC_URL', 'https://veche.example.org/some/path'],
  ['DATABASE_URL', 'postgres://127.0.0.1'],
  ['DATABASE_APP_URL', 'mysql://127.0.0.1/veche'],
  ['TRUST_PROXY', 'on'],
])('refuses %s=%s', (name, value) => {
  expect(problemsOf({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} `))]);
});

test.each([
  ['TRUST_PROXY', 'off', { trustProxy: false }],
  ['TRUST_PROXY', '2', { trustProxy: 2 }],
  ['TRUST_PROXY', '10.0.0.1, fd00::/8', { trustProxy: '10.0.0.1, fd00::/8' }],
  ['PUBLIC_URL', 'https://veche.example.org/', { publicUrl: 'https://veche.example.org' }],
  ['PORT', '0', { port: 0 }],
  ['PORT', '', { port: 4000 }],
])('reads %s=%s', (name, value, expected) => {
  expect(readConfig({ VECHE_HOME: home, [name]: value })).toMatchObject(expected);
});

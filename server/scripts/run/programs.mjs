import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

/** What a person can put right: printed as it is, without a stack. */
export class SetUpProblem extends Error {
  /** @override */
  name = 'SetUpProblem';
}

/** @param {unknown} problem */
export function complain(problem) {
  console.error(problem instanceof SetUpProblem ? problem.message : problem);
}

const windows = process.platform === 'win32';

/** The pinned Node of the repository: everything but this launcher runs on it. */
export const pinnedNode = join(root, 'node_modules', 'node', 'bin', windows ? 'node.exe' : 'node');

/**
 * How the server is run. A request leaves much behind that dies young: with room for it, it is swept away seldom. What
 * an import of 100 000 rows leaves, the import itself sweeps away (`--expose-gc`) before the heap grows by it.
 * @type {string[]}
 */
export const serverFlags = JSON.parse(readFileSync(new URL('server-flags.json', import.meta.url), 'utf8'));

/** Runs TypeScript as it is. */
export const typescript = ['--import', '@oxc-node/core/register'];

/**
 * The file behind a command of an installed package, to be run by the pinned Node: no shell, no shims.
 * @param {string} folder
 * @param {string} name
 * @param {string} file
 */
export function packageProgram(folder, name, file) {
  return join(root, folder, 'node_modules', name, file);
}

const ofTheServer = /^(NODE_ENV|HOST|PORT|PUBLIC_URL|TRUST_PROXY|LOG_LEVEL|(DATABASE|VECHE|S3)_.*)$/;

export const compileCache = join(root, 'node_modules', '.cache', 'compiled');

/** Tools and tests do not depend on how the server is configured: NODE_ENV=production would leave out what they need. */
function toolEnvironment() {
  const kept = Object.entries(process.env).filter(([name]) => !ofTheServer.test(name));
  const path = [join(root, 'node_modules', '.bin'), process.env['PATH'] ?? process.env['Path']].join(delimiter);
  return { ...Object.fromEntries(kept), PATH: path, NODE_COMPILE_CACHE: compileCache };
}

/**
 * Runs a tool to its end. `quiet` keeps what it prints, and gives it back.
 * @param {string} program
 * @param {readonly string[]} words
 * @param {{ folder?: string, quiet?: boolean }} [options]
 * @returns {Promise<{ code: number, printed: string }>}
 */
export function runTool(program, words, { folder = '', quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, words, {
      cwd: join(root, folder),
      env: toolEnvironment(),
      // Only npx needs a shell, and only on Windows, where it is a batch file.
      shell: windows && program === 'npx',
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
    });
    let printed = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on('data', (chunk) => {
        printed += String(chunk);
      });
    }
    child.on('error', reject);
    child.on('close', (code) => {
      resolve({ code: code ?? 1, printed });
    });
  });
}

/**
 * Runs a program that outlives signals: they are passed on, and its own way of ending is ours.
 * @param {readonly string[]} words what the pinned Node is to run
 * @param {{ folder?: string, environment?: Record<string, string> }} [options]
 * @returns {Promise<number>}
 */
export function runUntilStopped(words, { folder = '', environment = {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(pinnedNode, words, {
      cwd: join(root, folder),
      env: { ...process.env, ...environment },
      stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    const startedBy = ancestry();
    const look = setInterval(() => {
      if (ancestry() !== startedBy) child.kill('SIGTERM');
    }, 500);
    child.on('error', reject);
    child.on('exit', (code, signal) => {
      clearInterval(look);
      if (signal !== null) console.error(`It was ended from outside (${signal}).`);
      resolve(code ?? 1);
    });
  });
}

/**
 * Who runs this launcher: npm, directly or through `sh -c`. Killed without a word, npm leaves nobody to press Ctrl-C, and
 * what it started would hold the port and the data: so that then ends by itself.
 */
function ancestry() {
  if (process.env['npm_lifecycle_event'] === undefined) return '';
  try {
    const shell = readFileSync(`/proc/${String(process.ppid)}/cmdline`, 'utf8').split('\0')[1] === '-c';
    const above = /^PPid:\s*(\d+)/m.exec(readFileSync(`/proc/${String(process.ppid)}/status`, 'utf8'))?.[1];
    return `${String(process.ppid)} ${shell ? String(above) : ''}`;
  } catch {
    return String(process.ppid);
  }
}

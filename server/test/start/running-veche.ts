import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { onTestFinished } from 'vitest';
import { accessUrl, readAccess } from '../../src/adapters/database/cluster-access.ts';
import { leftOverIn } from '../../src/adapters/database/left-over-postgres.ts';
import { repositoryFolder } from '../../src/config.ts';

export interface Ended {
  readonly code: number | null;
  readonly printed: string;
  readonly complaint: string;
}

/** `npm start`, as a process of its own: exactly what a person runs, with a folder and a port of the test. */
export interface RunningVeche {
  readonly pid: number;
  /** Resolves with the address; rejects with what was printed when it ends before that. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  send(signal: NodeJS.Signals): void;
  /** Ctrl-C in a terminal: the signal goes to every process of the group. */
  pressCtrlC(): void;
}

export function testHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'вече '));
  onTestFinished(() => {
    const left = leftOverIn(join(home, 'postgres', 'data'));
    if (left?.isRunning === true) process.kill(left.pid, 'SIGQUIT');
    rmSync(home, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
  });
  return home;
}

const launcher = [process.execPath, join(repositoryFolder, 'server/scripts/run.mjs'), 'start'] as const;

export function startVeche(
  home: string,
  environment: Record<string, string> = {},
  [program, ...words]: readonly [string, ...string[]] = launcher,
): RunningVeche {
  const child = spawn(program, words, {
    cwd: repositoryFolder,
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      HOST: '127.0.0.1',
      PORT: '0',
      VECHE_HOME: home,
      VECHE_DEMO: 'off',
      VECHE_SECRET: 'a secret of the tests, at least thirty-two bytes long',
      ...environment,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const pid = child.pid ?? 0;
  let printed = '';
  let complaint = '';
  const ready = Promise.withResolvers<string>();
  ready.promise.catch(() => undefined);
  child.stdout.on('data', (chunk: Buffer) => {
    printed += chunk.toString();
    const address = /ready .*(http:\/\/\S+)\n/.exec(printed)?.[1];
    if (address !== undefined) ready.resolve(address);
  });
  child.stderr.on('data', (chunk: Buffer) => {
    complaint += chunk.toString();
  });
  const ended = new Promise<Ended>((resolve) => {
    child.on('close', (code) => {
      ready.reject(new Error(`it ended with ${String(code)}:\n${printed}${complaint}`));
      resolve({ code, printed, complaint });
    });
  });
  onTestFinished(async () => {
    child.kill('SIGTERM');
    await ended;
  });
  return {
    pid,
    ready: ready.promise,
    ended,
    send: (signal) => {
      child.kill(signal);
    },
    pressCtrlC: () => {
      process.kill(-pid, 'SIGINT');
    },
  };
}

export function serverPid(home: string): number {
  return Number(readFileSync(join(home, 'running.pid'), 'utf8'));
}

export function postgresPid(home: string): number {
  return leftOverIn(join(home, 'postgres', 'data'))?.pid ?? 0;
}

/** Asks the embedded PostgreSQL of a folder directly, as the role that owns the schema. */
export async function askDatabase<Row extends pg.QueryResultRow>(home: string, sql: string): Promise<Row[]> {
  const { ownerPassword, port } = readAccess(join(home, 'postgres'));
  return askUrl<Row>(accessUrl('veche_owner', ownerPassword, port, 'veche'), sql);
}

export async function askUrl<Row extends pg.QueryResultRow>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  // PostgreSQL may be killed while the connection is being closed.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

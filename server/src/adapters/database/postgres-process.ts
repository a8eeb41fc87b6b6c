import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { accessUrl, freePort, keepAccess, readAccess } from './cluster-access.ts';
import type { ClusterPlace } from './cluster-place.ts';
import { disownPid, leftOverIn } from './left-over-postgres.ts';
import { runAs } from './postgres-account.ts';
import { answerOf } from './postgres-answer.ts';
import { postgresSettings } from './postgres-settings.ts';
import { StartProblem } from '../../kernel/start-problem.ts';

const patience = 60_000;

/** Makes PostgreSQL run in this place, and says on which port: adopts one that outlived a killed server, or starts one. */
export async function ensureRunning(place: ClusterPlace): Promise<number> {
  return (await adopted(place)) ?? (await started(place));
}

/** Waits until sessions are closed and everything is on the disk. */
export async function stopPostgres(place: ClusterPlace, mode: 'fast' | 'immediate' = 'fast'): Promise<void> {
  const left = leftOverIn(place.data);
  if (left?.isRunning !== true) return;
  const stopped = await pgCtl(place, 'stop', '-m', mode, '-w', '-t', '60');
  if (stopped.code === 0 || leftOverIn(place.data)?.isRunning !== true) return;
  if (mode === 'fast') return stopPostgres(place, 'immediate');
  throw new StartProblem(
    `The embedded PostgreSQL (process ${String(left.pid)}) neither answers nor stops; see ${place.log}.`,
  );
}

async function adopted(place: ClusterPlace): Promise<number | undefined> {
  const { superuserPassword } = readAccess(place.folder);
  const deadline = Date.now() + patience;
  for (;;) {
    const left = leftOverIn(place.data);
    if (left === undefined) return undefined;
    if (!left.isRunning) {
      disownPid(place.data);
      return undefined;
    }
    const answer = await answerOf(accessUrl('postgres', superuserPassword, left.port, 'postgres'), place.data);
    if (answer === 'ready') return left.port;
    if (answer === 'refused' || Date.now() > deadline) {
      await stopPostgres(place, 'immediate');
      return undefined;
    }
    // It is recovering or shutting down: both end by themselves, and the next look tells which.
    await pause(100);
  }
}

async function started(place: ClusterPlace): Promise<number> {
  const access = readAccess(place.folder);
  const deadline = Date.now() + patience;
  let port = access.port;
  for (;;) {
    keepAccess(place.folder, { ...access, port });
    writeFileSync(join(place.folder, 'veche.conf'), postgresSettings(port, place.durable));
    const logged = sizeAfterRotation(place.log);
    const start = await pgCtl(place, 'start', '-w', '-t', '300', '-s', '-l', place.log);
    if (start.code === 0) return port;
    const said = existsSync(place.log) ? readFileSync(place.log).subarray(logged).toString() : start.output;
    if (/could not (create|bind|listen)/.test(said)) port = await freePort();
    // Back ends of a killed PostgreSQL still hold its memory; they leave as soon as they notice.
    else if (!said.includes('shared memory block')) throw neverStarted(place, said || start.output);
    if (Date.now() > deadline) throw neverStarted(place, said);
  }
}

function pgCtl(place: ClusterPlace, verb: string, ...options: string[]): ReturnType<typeof runAs> {
  return runAs(place.account, [place.binaries.pgCtl, verb, '-D', place.data, ...options], place.folder);
}

function neverStarted(place: ClusterPlace, said: string): StartProblem {
  const reason = /(?:FATAL|PANIC|error): +(.*)/.exec(said)?.[1] ?? said.trim().split('\n').at(-1) ?? '';
  return new StartProblem(`The embedded PostgreSQL does not start: ${reason} (see ${place.log}).`);
}

function sizeAfterRotation(log: string): number {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size < 10_000_000) return size;
  renameSync(log, `${log}.old`);
  return 0;
}

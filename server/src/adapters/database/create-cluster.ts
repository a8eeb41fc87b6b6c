import { appendFileSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClusterPlace } from './cluster-place.ts';
import { keepAccess, newAccess } from './cluster-access.ts';
import { runAs } from './postgres-account.ts';
import { StartProblem } from '../../kernel/start-problem.ts';

/**
 * UTF-8 with a character type that knows Cyrillic, whatever the environment says: under LC_ALL=C the cluster would be
 * SQL_ASCII, and trigrams of Russian names empty. The later names are for systems without C.UTF-8.
 */
const locales = ['C.UTF-8', 'en_US.UTF-8', 'UTF-8'];

export function isCreated(place: ClusterPlace): boolean {
  return existsSync(join(place.data, 'PG_VERSION'));
}

/** A half-made cluster never stands at the final path, so that a start killed here just begins again. */
export async function createCluster(place: ClusterPlace): Promise<void> {
  const access = await newAccess();
  keepAccess(place.folder, access);
  const unfinished = join(place.folder, 'data.unfinished');
  const passwordFile = join(place.folder, 'superuser-password');
  let said = '';
  for (const locale of locales) {
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(unfinished, { mode: 0o700 });
    writeFileSync(passwordFile, access.superuserPassword, { mode: 0o600 });
    if (place.account.owner !== undefined) {
      for (const path of [unfinished, passwordFile]) chownSync(path, place.account.owner.uid, place.account.owner.gid);
    }
    const done = await runAs(place.account, initdb(place, unfinished, passwordFile, locale), place.folder);
    rmSync(passwordFile, { force: true });
    if (done.code === 0) {
      appendFileSync(join(unfinished, 'postgresql.conf'), "\ninclude '../veche.conf'\n");
      renameSync(unfinished, place.data);
      return;
    }
    said = done.output.trim();
    if (!/locale/.test(said)) break;
  }
  throw new StartProblem(`The embedded PostgreSQL cannot be created in ${place.folder}: ${lastLine(said)}`);
}

function initdb(place: ClusterPlace, data: string, passwordFile: string, locale: string): [string, ...string[]] {
  return [
    place.binaries.initdb,
    `--pgdata=${data}`,
    '--username=postgres',
    `--pwfile=${passwordFile}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale-provider=libc',
    `--locale=${locale}`,
    '--lc-messages=C',
    ...(place.durable ? [] : ['--no-sync']),
  ];
}

function lastLine(text: string): string {
  return text.split('\n').findLast((line) => line.includes('error')) ?? text;
}

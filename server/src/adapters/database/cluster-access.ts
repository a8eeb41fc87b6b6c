import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { StartProblem } from '../../kernel/start-problem.ts';

/** The port of our own PostgreSQL and the passwords of its three roles; kept beside the data, for its owner only. */
export interface ClusterAccess {
  readonly port: number;
  readonly superuserPassword: string;
  readonly ownerPassword: string;
  readonly appPassword: string;
}

export async function newAccess(): Promise<ClusterAccess> {
  const password = (): string => randomBytes(24).toString('base64url');
  return {
    port: await freePort(),
    superuserPassword: password(),
    ownerPassword: password(),
    appPassword: password(),
  };
}

export function readAccess(folder: string): ClusterAccess {
  const path = accessFile(folder);
  if (!existsSync(path)) {
    throw new StartProblem(`The passwords of the embedded PostgreSQL are lost: ${path} is missing beside its data.`);
  }
  return JSON.parse(readFileSync(path, 'utf8')) as ClusterAccess;
}

export function keepAccess(folder: string, access: ClusterAccess): void {
  const unfinished = `${accessFile(folder)}.new`;
  writeFileSync(unfinished, `${JSON.stringify(access, null, 2)}\n`, { mode: 0o600 });
  renameSync(unfinished, accessFile(folder));
}

export function accessUrl(role: string, password: string, port: number, database: string): string {
  return `postgres://${role}:${password}@127.0.0.1:${String(port)}/${database}`;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => {
        resolve(port);
      });
    });
  });
}

function accessFile(folder: string): string {
  return join(folder, 'access.json');
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrations } from '../migrations/index.ts';
import type { DatabaseAddress } from '../src/adapters/database/address.ts';
import { openCluster, type Cluster } from '../src/adapters/database/cluster.ts';
import { migrate } from '../src/adapters/database/migrate.ts';
import { embeddedBinaries } from '../src/adapters/database/postgres-binaries.ts';
import { provision } from '../src/adapters/database/provision.ts';
import { entities } from '../src/modules.ts';
import { progress } from './progress.ts';

/** What every contestant has in common: nothing that makes a commit last may be off. */
const kept = ['fsync', 'synchronous_commit', 'full_page_writes'] as const;

/** A PostgreSQL of the product's own making, thrown away at the end. */
export class BenchPostgres {
  readonly #cluster: Cluster;
  readonly #folder: string;
  readonly #address: DatabaseAddress;

  private constructor(cluster: Cluster, folder: string, address: DatabaseAddress) {
    this.#cluster = cluster;
    this.#folder = folder;
    this.#address = address;
  }

  static async open(): Promise<BenchPostgres> {
    const folder = mkdtempSync(join(tmpdir(), 'veche-bench-'));
    const cluster = await openCluster(folder, await embeddedBinaries(), { durable: true, progress });
    const postgres = new BenchPostgres(cluster, folder, await provision(cluster));
    await postgres.ask('postgres', async (client) => {
      for (const name of kept) {
        const { rows } = await client.query<Record<string, string>>(`show ${name}`);
        if (rows[0]?.[name] !== 'on') throw new Error(`${name} is off: this would measure nothing`);
      }
    });
    return postgres;
  }

  /** The addresses of a database for the two roles of the product. */
  addressOf(database: string): DatabaseAddress {
    const on = (url: string): string => Object.assign(new URL(url), { pathname: `/${database}` }).href;
    return { ownerUrl: on(this.#address.ownerUrl), appUrl: on(this.#address.appUrl) };
  }

  /** Works as the superuser, whom no guard of the product stops: set-up only. */
  async ask<Answer>(database: string, work: (client: pg.Client) => Promise<Answer>): Promise<Answer> {
    const client = new pg.Client({ connectionString: this.#cluster.superuserUrl(database) });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  }

  async create(database: string, template?: string): Promise<void> {
    await this.ask('postgres', async (client) => {
      const copied = template === undefined ? '' : ` template ${template} strategy file_copy`;
      await client.query(`create database ${database} owner veche_owner${copied}`);
      await client.query(`grant connect on database ${database} to veche_app`);
    });
  }

  /** A database with the schema of this build. */
  async createMigrated(database: string): Promise<void> {
    await this.create(database);
    await migrate(this.addressOf(database).ownerUrl, entities, migrations);
  }

  /** So that nobody's turn pays for what another one left to be written. */
  async settle(): Promise<void> {
    await this.ask('postgres', async (client) => client.query('checkpoint'));
  }

  async stop(): Promise<void> {
    await this.#cluster.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

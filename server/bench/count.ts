import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { startApp } from '../src/app.ts';
import { readConfig } from '../src/config.ts';
import { clockworkContext } from '../src/kernel/clockwork-context.ts';
import { closeVoting } from '../src/modules.ts';
import { BenchPostgres } from './bench-postgres.ts';
import { openedWorld } from './opened-world.ts';
import { progress } from './progress.ts';
import type { BenchReport } from './report.ts';
import { benchSecret, buildServer } from './veche-server.ts';

const database = 'count';
const world = { assemblies: 5, votersEach: 5000, items: 20, staff: 0 };

/** The closing of an assembly: locks, counts every ballot exactly, stores the result with its hash, journals, commits. */
export async function benchCount(): Promise<BenchReport> {
  await buildServer();
  const postgres = await BenchPostgres.open();
  try {
    await openedWorld(postgres, database, world);
    const assemblies = await postgres.ask(database, vote);
    const address = postgres.addressOf(database);
    const home = mkdtempSync(join(tmpdir(), 'veche-bench-home-'));
    const config = readConfig({
      HOST: '127.0.0.1',
      PORT: '0',
      VECHE_HOME: home,
      VECHE_SECRET: benchSecret,
      VECHE_DEMO: 'off',
      NODE_ENV: 'test',
    });
    const app = await startApp(config, address, progress, { migrated: true });
    await app.clockwork.stop();
    const closings: number[] = [];
    const bare: number[] = [];
    for (const id of assemblies) {
      await postgres.ask(database, async (client) => {
        await client.query(`update assembly set closes_at = now() - interval '11 seconds' where id = $1`, [id]);
        bare.push(await timed(async () => client.query(bareCount, [id])));
      });
      await postgres.settle();
      closings.push(await timed(async () => closeVoting(clockworkContext(app.world), id)));
    }
    const stored = await postgres.ask(database, async (client) => {
      const { rows } = await client.query<{ ballots: number }>('select sum(ballots)::int as ballots from result');
      return rows[0]?.ballots ?? 0;
    });
    await app.stop();
    rmSync(home, { recursive: true, force: true });
    if (stored !== world.assemblies * world.votersEach) throw new Error(`counted ${String(stored)} ballots`);
    const seconds = median(closings) / 1000;
    return {
      name: 'count',
      results: [
        { what: 'closing 5 000 ballots × 20 items, median of 5', value: seconds, unit: 's' },
        { what: 'the slowest of them', value: Math.max(...closings) / 1000, unit: 's' },
        { what: 'a bare SQL sum of every item and answer', value: median(bare) / 1000, unit: 's' },
      ],
      ratios: [
        { to: '1 s ÷ closing', value: 1 / seconds, goal: 1 },
        { to: 'bare SQL sum ÷ closing', value: median(bare) / median(closings), goal: 0.1 },
      ],
    };
  } finally {
    await postgres.stop();
  }
}

/** Every owner votes, each item at random; the assemblies by id. */
async function vote(client: Client): Promise<string[]> {
  await client.query(
    `insert into ballot (id, assembly_id, submission_id, channel, premises_id, roll_entry_id, lineage_id, owner_id,
        acted_by_id, authority, sheet, received_at, state, conflict)
     select gen_random_uuid(), e.assembly_id, gen_random_uuid(), 'ELECTRONIC', e.premises_id, e.id, e.lineage_id,
            e.holder_ids[1], e.holder_ids[1], 'OWNER',
            (select string_agg(substr('124', 1 + floor(random() * 3)::int, 1), '')
               from generate_series(1, ${String(world.items)}) i where e.id is not null),
            now(), 'COUNTED', false
       from roll_entry e`,
  );
  await client.query('vacuum analyze');
  const { rows } = await client.query<{ id: string }>('select id from assembly order by id');
  return rows.map((row) => row.id);
}

const bareCount = `select i, substr(b.sheet, i, 1) as answer, sum(e.units)
    from ballot b join roll_entry e on e.id = b.roll_entry_id, generate_series(1, ${String(world.items)}) i
   where b.assembly_id = $1 and b.state = 'COUNTED' group by 1, 2`;

async function timed(work: () => Promise<unknown>): Promise<number> {
  const before = performance.now();
  await work();
  return performance.now() - before;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

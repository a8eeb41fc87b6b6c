import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Client } from 'pg';
import { deriveSecrets } from '../src/adapters/secrets.ts';
import { encodeId } from '../src/kernel/global-id.ts';
import type { BareCopyOrder } from './bare-copy.ts';
import { BenchPostgres } from './bench-postgres.ts';
import { importThroughApi, type ImportTimes } from './import-client.ts';
import { writeCsv, writeWorkbook } from './import-table.ts';
import { startLoader } from './load.ts';
import { progress } from './progress.ts';
import type { BenchReport, Measured } from './report.ts';
import { benchSecret, buildServer, startServer } from './veche-server.ts';
import { tokenOf } from './voting-world.ts';

const rows = 100_000;
const megabyte = 2 ** 20;
const token = tokenOf(1);

/** An administrator of the platform with a token, and the house whose register comes in; its id. */
async function prepareHouse(client: Client): Promise<string> {
  const { rows: built } = await client.query<{ id: string }>(
    `with p as (insert into person (id, kind, family_name, given_name, created_at)
        values (uuidv7(), 'PERSON', 'Ведущая', 'Мария', now()) returning id),
      a as (insert into account (id, person_id, login, created_at) select uuidv7(), id, 'bench', now() from p returning id),
      g as (insert into role_grant (id, account_id, role, since)
        select uuidv7(), id, 'PLATFORM_ADMINISTRATOR', now() - interval '1 day' from a),
      t as (insert into access_token (id, account_id, token_name, secret_hash, scopes, created_at, expires_at, last_used_at)
        select uuidv7(), id, 'bench', decode($1, 'hex'), '{houses:read,houses:write,people:read,people:write}', now(),
               now() + interval '30 days', now() from a)
      insert into house (id, settlement, street, number, address_key, entrances, created_at)
        values (uuidv7(), 'Москва', 'улица Замерная', '1', 'москва улица замерная 1', 20, now()) returning id`,
    [deriveSecrets(benchSecret).hash('access-token', token).toString('hex')],
  );
  return built[0]?.id ?? '';
}

/** What the import left in the register, in the order in which foreign keys allow it. */
const registerTables = [
  ['person', 'where import_id is not null'],
  ['premises', ''],
  ['premises_area', ''],
  ['ownership', ''],
  ['ownership_holder', ''],
] as const;

/** The rows as the import left them, one file for each table: what the bare program is to copy. */
async function takeOut(client: Client, folder: string): Promise<BareCopyOrder['tables']> {
  const tables: BareCopyOrder['tables'][number][] = [];
  for (const [table, where] of registerTables) {
    const { rows: columns } = await client.query<{ names: string }>(
      `select string_agg(quote_ident(attname), ', ' order by attnum) as names from pg_attribute
        where attrelid = $1::regclass and attnum > 0 and not attisdropped and attgenerated = '' and attname <> 'import_id'`,
      [table],
    );
    const names = columns[0]?.names ?? '';
    const file = join(folder, table);
    await client.query(`copy (select ${names} from ${table} ${where}) to '${file}'`);
    tables.push({ into: `${table} (${names})`, file });
  }
  return tables;
}

interface Imported extends ImportTimes {
  readonly peak: number;
  readonly atRest: number;
}

function figuresOf(name: string, { prepared, rehearsed, committed, peak, atRest }: Imported): Measured[] {
  return [
    { what: `Veche, ${name}`, value: rows / committed, unit: 'rows/s' },
    { what: `Veche, ${name}: upload, preparation and mapping`, value: prepared, unit: 's' },
    { what: `Veche, ${name}: rehearsal`, value: rehearsed - prepared, unit: 's' },
    { what: `Veche, ${name}: commit`, value: committed - rehearsed, unit: 's' },
    { what: `Veche, ${name}: peak memory of the server`, value: peak / megabyte, unit: 'MB' },
    { what: `Veche, ${name}: the same before the import`, value: atRest / megabyte, unit: 'MB' },
  ];
}

export async function benchImport(profiles?: string): Promise<BenchReport> {
  await buildServer();
  await using stack = new AsyncDisposableStack();
  const postgres = stack.adopt(await BenchPostgres.open(), async (each) => each.stop());
  const folder = stack.adopt(mkdtempSync(join(tmpdir(), 'veche-bench-tables-')), (each) =>
    rmSync(each, { recursive: true, force: true }),
  );
  // PostgreSQL writes the rows of the bare program here, under whatever account it runs.
  chmodSync(folder, 0o777);
  progress(`Writing tables of ${String(rows)} rows`);
  const files = { XLSX: join(folder, 'register.xlsx'), CSV: join(folder, 'register.csv') } as const;
  await writeWorkbook(files.XLSX, rows);
  writeCsv(files.CSV, rows);
  await postgres.createMigrated('world');
  const houseId = encodeId('House', await postgres.ask('world', prepareHouse));
  for (const copy of ['import_xlsx', 'import_csv', 'import_bare']) await postgres.create(copy, 'world');

  const imported = async (format: keyof typeof files): Promise<Imported> => {
    const server = await startServer(postgres.addressOf(`import_${format.toLowerCase()}`), profiles);
    try {
      await postgres.settle();
      const atRest = server.peakMemory();
      progress(`Importing the ${format}`);
      const times = await importThroughApi(server.port, token, { file: files[format], houseId, rows });
      return { ...times, atRest, peak: server.peakMemory() };
    } finally {
      await server.stop();
    }
  };
  const [workbook, csv] = [await imported('XLSX'), await imported('CSV')];

  const tables = await postgres.ask('import_xlsx', async (client) => takeOut(client, folder));
  const bare = stack.adopt(startLoader<BareCopyOrder>('bare-copy.ts'), async (each) => each.stop());
  await postgres.settle();
  progress('Copying the same rows');
  const { seconds } = await bare.run({ url: postgres.addressOf('import_bare').ownerUrl, tables });
  return {
    name: 'import',
    results: [
      ...figuresOf('XLSX', workbook),
      ...figuresOf('CSV', csv),
      { what: 'bare COPY of what the import left in five tables', value: rows / seconds, unit: 'rows/s' },
      { what: 'the same', value: seconds, unit: 's' },
    ],
    ratios: [
      { to: 'bare COPY of the same rows, XLSX', value: seconds / workbook.committed, goal: 0.1 },
      { to: 'bare COPY of the same rows, CSV', value: seconds / csv.committed, goal: 0.1 },
      { to: 'MB of the server, XLSX', value: workbook.peak / megabyte, goal: 300, atMost: true },
      { to: 'MB of the server, CSV', value: csv.peak / megabyte, goal: 300, atMost: true },
      { to: 'seconds, XLSX', value: workbook.committed, goal: 60, atMost: true },
      { to: 'seconds, CSV', value: csv.committed, goal: 60, atMost: true },
    ],
  };
}

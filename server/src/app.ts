// TypeGraphQL asks that it is there before the first decorator, whichever file brings that one.
import 'reflect-metadata';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { pino } from 'pino';
import { migrations } from '../migrations/index.ts';
import { systemClock } from './adapters/clock.ts';
import { addressReader } from './adapters/client-address.ts';
import type { DatabaseAddress } from './adapters/database/address.ts';
import { migrate } from './adapters/database/migrate.ts';
import { openDatabase } from './adapters/database/pool.ts';
import { openFiles } from './open-files.ts';
import { CostBuckets } from './adapters/graphql-limits.ts';
import { makeHttp } from './adapters/http.ts';
import { LiveHub } from './adapters/live/live-hub.ts';
import { doorLimits, type DoorLimits } from './adapters/live/socket-door.ts';
import { makeMetrics } from './adapters/metrics.ts';
import { deriveSecrets } from './adapters/secrets.ts';
import { ScanPool } from './adapters/scan-reader/scan-pool.ts';
import { TypstTypesetter } from './adapters/typesetter/typst-typesetter.ts';
import { PostgresSignals } from './adapters/pubsub/postgres-signals.ts';
import { serveSockets } from './adapters/websocket.ts';
import { repositoryFolder, type Config } from './config.ts';
import type { World } from './kernel/context.ts';
import { EventBus } from './kernel/events.ts';
import type { Clock } from './kernel/ports.ts';
import { demoSignIns, seedDemo, type DemoSignIn } from './demo/seed-demo.ts';
import { DemoPulse } from './demo/demo-pulse.ts';
import { Clockwork } from './jobs/clockwork.ts';
import { makeImporter } from './jobs/importer.ts';
import { makeBallotPress } from './jobs/ballot-press.ts';
import { makeScribe } from './jobs/scribe.ts';
import { makeScanDesk } from './jobs/scan-desk.ts';
import { clockworkContext } from './kernel/clockwork-context.ts';
import { entities, foundPlatform, listen, routes, ViewerFinder } from './modules.ts';
import { makeSchema } from './schema.ts';
import { StartProblem } from './kernel/start-problem.ts';

export type { DemoSignIn };

export interface RunningApp {
  readonly url: string;
  readonly demoSignIns: readonly DemoSignIn[];
  /** Link of the invitation for the first administrator, on a platform that has no account yet. */
  readonly firstInvitation: string | null;
  readonly world: World;
  readonly clockwork: Clockwork;
  stop(): Promise<void>;
}

export interface AppOptions {
  /** Tests, cases of the law and rehearsals bring a clock of their own. */
  readonly clock?: Clock;
  readonly poolSize?: number;
  /** The template of a test database is migrated already. */
  readonly migrated?: boolean;
  /** Tests of other things have no papers written behind their backs. */
  readonly scribe?: 'IDLE';
  /** Live streams in tests and benches: another pace, other limits. */
  readonly live?: {
    readonly gapMs?: number;
    readonly signalGapMs?: number;
    readonly heartbeatMs?: number;
    readonly limits?: Partial<DoorLimits>;
  };
}

/** A stack of a thousand pages is several files; a page larger than A3 at 600 dpi is none. */
const scanLimits = { bytes: 200 * 1024 * 1024, pages: 500, pixels: 100_000_000, millisecondsPerPage: 60_000 };

/** The composition root: the only place that knows adapters and modules. */
export async function startApp(
  config: Config,
  database: DatabaseAddress,
  progress: (sentence: string) => void,
  options: AppOptions = {},
): Promise<RunningApp> {
  const log = pino({ level: config.logLevel });
  if (options.migrated !== true) {
    progress('Bringing the database up to date');
    await migrate(database.ownerUrl, entities, migrations);
  }
  const open = await openDatabase(database.appUrl, entities, migrations, options.poolSize);
  const signals = new PostgresSignals(open, database.appUrl, log, options.live?.signalGapMs);
  const typesetter = new TypstTypesetter(
    join(repositoryFolder, 'server', 'src', 'adapters', 'typesetter', 'typeset-worker.ts'),
  );
  const scanReader = new ScanPool({
    entry: pathToFileURL(join(repositoryFolder, 'server', 'src', 'adapters', 'scan-reader', 'scan-worker.ts')),
    workers: 2,
    limits: scanLimits,
  });
  const world: World = {
    database: open,
    clock: options.clock ?? systemClock,
    secrets: deriveSecrets(config.secret),
    files: await openFiles(config),
    typesetter,
    scanReader,
    events: new EventBus(),
    signals,
    log,
    settings: {
      legalMode: config.legalMode,
      publicUrl: config.publicUrl,
      production: config.nodeEnv === 'production',
    },
  };
  listen(world.events);
  const schema = await makeSchema();
  const viewers = new ViewerFinder(world);
  const buckets = new CostBuckets();
  let url = '';
  const { http, apollo } = await makeHttp({
    world,
    schema,
    viewers,
    metrics: makeMetrics(),
    buckets,
    routes,
    consoleFolder: join(repositoryFolder, 'admin', 'dist'),
    secureCookies: config.publicUrl.startsWith('https:'),
    trustProxy: config.trustProxy,
    notReady: async () => databaseAnswers(open),
  });
  const { gapMs = 250, heartbeatMs = 15_000, limits } = options.live ?? {};
  const hub = new LiveHub(world, schema, { gapMs, lookMs: heartbeatMs });
  const sockets = serveSockets(http, {
    world,
    schema,
    viewers,
    hub,
    buckets,
    heartbeatMs,
    limits: { ...doorLimits, ...limits },
    addressOf: addressReader(config.trustProxy),
    allowedOrigins: () => [config.publicUrl.replace(/\/$/, ''), url],
    parseCookies: (header) => http.parseCookie(header),
  });
  if (config.demo) await seedDemo(world, schema, listen, progress);
  try {
    await http.listen({ host: config.host, port: config.port });
  } catch (error) {
    await open.close();
    if ((error as { code?: string }).code === 'EADDRINUSE') {
      throw new StartProblem(`Port ${config.port} is taken: stop what listens there, or set PORT to another one.`);
    }
    throw error;
  }
  await signals.start();
  hub.start();
  const clockwork = new Clockwork(world);
  clockwork.start();
  const importer = makeImporter(world);
  importer.start();
  const press = makeBallotPress(world);
  press.start();
  const scribe = makeScribe(world);
  if (options.scribe !== 'IDLE') scribe.start();
  const desk = makeScanDesk(world);
  desk.start();
  const pulse = new DemoPulse(world, schema, viewers, config.demo ? config.demoPulse : 0);
  pulse.start();
  const address = http.addresses()[0];
  url = `http://localhost:${typeof address === 'object' ? address.port : config.port}`;
  const founded = config.demo ? null : await foundPlatform(clockworkContext(world), { login: 'admin' });
  return {
    url,
    demoSignIns: config.demo ? demoSignIns(world) : [],
    firstInvitation: founded?.link ?? null,
    world,
    clockwork,
    stop: async () => {
      await pulse.stop();
      await press.stop();
      await scribe.stop();
      await Promise.all([desk.stop(), scanReader.stop()]);
      await typesetter.stop();
      await importer.stop();
      await clockwork.stop();
      await sockets.close();
      await signals.stop();
      await http.close();
      await apollo.stop();
      await open.close();
    },
  };
}

async function databaseAnswers(database: World['database']): Promise<string | null> {
  try {
    await database.read('select 1');
    return null;
  } catch {
    return 'the database does not answer';
  }
}

import { backgroundContext } from '../../../kernel/clockwork-context.ts';
import type { Context, World } from '../../../kernel/context.ts';
import { ifUnclaimed } from '../../../kernel/if-unclaimed.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { moscowToday } from '../../identity/index.ts';
import { breathe, Interrupted, type Background } from './background.ts';
import { applyImport } from './commands/apply-import.ts';
import { failCommit } from './commands/fail-commit.ts';
import { finishRehearsal } from './commands/finish-rehearsal.ts';
import type { ImportOptions } from './import-job.entity.ts';
import { judgeHouses } from './judge-houses.ts';
import { judgeRegister } from './judge-register.ts';
import { openImport, type TableOfImport } from './open-import.ts';
import { registerDigest } from './register-digest.ts';
import type { ImportKind, MappedColumn } from './rules/import-field.ts';
import { columnsByField } from './rules/row-reader.ts';
import type { ImportState } from './rules/import-lifecycle.ts';
import { stage, type Ask } from './staged-row.ts';
import { stageHouse, stageRegisterRow, type Reading } from './stage-rows.ts';

interface RunningJob extends TableOfImport {
  readonly id: string;
  readonly kind: ImportKind;
  readonly state: ImportState;
  readonly houseId: string | null;
  readonly hasHeader: boolean;
  readonly columns: readonly MappedColumn[];
  readonly options: ImportOptions;
  readonly startedBy: string;
  readonly entrances: number | null;
  readonly storeys: number | null;
}

const jobSql = `select i.id, i.kind, i.state, i.house_id as "houseId", i.has_header as "hasHeader", i.columns, i.options,
    i.started_by as "startedBy", f.sha256, i.sheet, i.encoding, i.delimiter, h.entrances, h.storeys
  from import_job i join stored_file f on f.id = i.file_id left join house h on h.id = i.house_id where i.id = $1`;

const batch = 500;
/** Every word of progress is a commit of its own: nobody reads more than a few a second. */
const progressEveryMs = 300;

async function readTable(context: Context, ask: Ask, job: RunningJob, background: Background): Promise<void> {
  await ask('delete from import_row where import_id = $1', [job.id]);
  const reading: Reading = {
    importId: job.id,
    columns: columnsByField(job.columns),
    options: job.options,
    today: moscowToday(context),
    house: job.houseId === null ? null : { entrances: job.entrances, storeys: job.storeys },
  };
  const stageOne = job.kind === 'HOUSES' ? stageHouse : stageRegisterRow;
  const table = await openImport(context, job);
  try {
    let [done, isFirst, waiting] = [0, true, [] as ReturnType<typeof stageOne>[]];
    const flush = async (): Promise<void> => {
      await stage(ask, job.id, waiting);
      done += waiting.length;
      waiting = [];
      await background.progress(done);
      await breathe(background);
    };
    for await (const rows of table.rows()) {
      for (const row of rows) {
        if (!(isFirst && job.hasHeader)) waiting.push(stageOne(context, reading, row));
        isFirst = false;
        if (waiting.length >= batch) await flush();
      }
    }
    await flush();
  } finally {
    table.close();
  }
}

async function rehearse(context: Context, ask: Ask, job: RunningJob, background: Background): Promise<void> {
  await readTable(context, ask, job, background);
  const { id: importId, houseId, columns, options } = job;
  // Taken before anything is judged: a change during the judging is found at the commit, too.
  const digest = await registerDigest(ask, importId, houseId);
  await ask('update import_job set register_digest = $2 where id = $1', [importId, digest]);
  if (houseId === null) await judgeHouses(ask, importId, columns, background);
  else await judgeRegister(context, ask, { importId, houseId, columns, ownedSince: options.ownedSince }, background);
}

/** Takes the import one step on, if no other process is at it: the rehearsal or the commit that its state asks for. */
export async function runImport(world: World, importId: string, signal: AbortSignal): Promise<void> {
  await ifUnclaimed(world, importId, async () => advance(world, importId, signal));
}

async function advance(world: World, importId: string, signal: AbortSignal): Promise<void> {
  const ask: Ask = async (sql, parameters) => world.database.read(sql, parameters);
  const [job] = await ask<RunningJob>(jobSql, [importId]);
  if (job?.state !== 'REHEARSING' && job?.state !== 'COMMITTING') return;
  const context = backgroundContext(world, job.startedBy);
  let toldAt = 0;
  const background: Background = {
    signal,
    progress: async (rowsDone) => {
      if (performance.now() - toldAt < progressEveryMs) return;
      toldAt = performance.now();
      await ask('update import_job set rows_done = $2 where id = $1', [importId, rowsDone]);
    },
  };
  const isRehearsal = job.state === 'REHEARSING';
  try {
    if (isRehearsal) {
      await rehearse(context, ask, job, background);
      await finishRehearsal(context, importId, null);
    } else await applyImport(context, importId, background);
  } catch (error) {
    if (error instanceof Interrupted || signal.aborted) return;
    if (!(error instanceof Refusal)) world.log.error({ err: error, importId }, 'an import failed');
    const failure = error instanceof Refusal ? error : new Refusal('IMPORT_FAILED');
    await (isRehearsal ? finishRehearsal(context, importId, failure) : failCommit(context, importId, failure));
  }
}

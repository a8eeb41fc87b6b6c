import { readFile } from 'node:fs/promises';
import { backgroundContext } from '../../kernel/clockwork-context.ts';
import type { Context, World } from '../../kernel/context.ts';
import { ifUnclaimed } from '../../kernel/if-unclaimed.ts';
import { once } from '../../kernel/once.ts';
import { finishPrint } from './commands/finish-print.ts';
import { printFailure, storeFailure } from './print-failure.ts';
import { ballotsPerPart, type PrintState } from './rules/print-lifecycle.ts';
import { setBallots, type BallotOnRecord, type FormOfRun } from './set-ballots.ts';
import { storedZip, type ZipPart } from './stored-zip.ts';

interface RunningPrint extends FormOfRun {
  readonly id: string;
  readonly state: PrintState;
  readonly total: number;
  readonly requestedBy: string;
}

interface PartFile {
  readonly part: number;
  readonly sha256: string;
  readonly size: number;
}

const runSql = `select r.id, r.state, r.assembly_id as "assemblyId", r.total, r.requested_by as "requestedBy",
    f.form_version as "formVersion", jsonb_array_length(f.pages) as "formPages", f.created_at as "formAt", f.wording
  from print_run r join paper_form f on f.id = r.form_id where r.id = $1`;
const partsSql = 'select part, sha256, size from print_part where run_id = $1 order by part';
const mostBytes = 1024 * 1024 * 1024;

async function setPart(context: Context, run: RunningPrint, part: number): Promise<void> {
  const { read } = context.database;
  const ballots = await read<BallotOnRecord>(
    `select position, owner_id as "ownerId", ownership_ids as "ownershipIds", reference, printed_number as "printedNumber"
       from printed_ballot where run_id = $1 and position > $2 and position <= $3 order by position`,
    [run.id, part * ballotsPerPart, (part + 1) * ballotsPerPart],
  );
  const pdf = await setBallots(context, run, ballots).catch(async (error: unknown) =>
    findCulprit(context, run, ballots, error),
  );
  const { sha256, size } = await context.files.put(once(pdf), mostBytes).catch(storeFailure);
  await read(
    `with one as (insert into print_part (run_id, part, sha256, size) values ($1, $2, $3, $4))
     update print_run set done = least(total, $5::int) where id = $1`,
    [run.id, part, sha256, size, (part + 1) * ballotsPerPart],
  );
}

/** Ballots are set together; if they cannot be, one by one, to say whose it is. */
async function findCulprit(
  context: Context,
  run: RunningPrint,
  ballots: readonly BallotOnRecord[],
  error: unknown,
): Promise<never> {
  if (printFailure(error).fault === 'CANNOT_BE_SET' && ballots.length > 1)
    for (const ballot of ballots) await setBallots(context, run, [ballot]);
  throw error;
}

async function* zipParts(world: World, parts: readonly PartFile[], total: number): AsyncGenerator<ZipPart> {
  const digits = (position: number): string => String(position).padStart(4, '0');
  for (const { part, sha256 } of parts) {
    const [first, last] = [part * ballotsPerPart + 1, Math.min(total, (part + 1) * ballotsPerPart)];
    const content = await readFile(await world.files.localPath(sha256));
    yield { name: `ballots-${digits(first)}-${digits(last)}.pdf`, content };
  }
}

/** One part is the file; several are put into a ZIP, in the order of the flats. */
async function bind(
  world: World,
  parts: readonly PartFile[],
  total: number,
): Promise<{ sha256: string; size: number }> {
  const [only] = parts;
  if (only && parts.length === 1) return { sha256: only.sha256, size: only.size };
  return world.files.put(storedZip(zipParts(world, parts, total)), mostBytes).catch(storeFailure);
}

async function advance(world: World, printRunId: string, signal: AbortSignal): Promise<void> {
  const { read } = world.database;
  const [run] = await read<RunningPrint>(runSql, [printRunId]);
  if (run?.state !== 'PRINTING') return;
  const context = backgroundContext(world, run.requestedBy);
  try {
    const done = new Set((await read<PartFile>(partsSql, [run.id])).map(({ part }) => part));
    for (let part = 0; part * ballotsPerPart < run.total; part += 1) {
      if (signal.aborted) return;
      if (!done.has(part)) await setPart(context, run, part);
    }
    await finishPrint(context, run.id, await bind(world, await read<PartFile>(partsSql, [run.id]), run.total));
  } catch (error) {
    if (signal.aborted) return;
    world.log.error({ err: error, printRunId }, 'a print run failed');
    await finishPrint(context, run.id, printFailure(error));
  }
}

/** Sets what is left of a run, if no other process is at it. */
export async function runPrint(world: World, printRunId: string, signal: AbortSignal): Promise<void> {
  await ifUnclaimed(world, printRunId, async () => advance(world, printRunId, signal));
}

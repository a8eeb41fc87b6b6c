import type { Database } from '../../kernel/database.ts';
import { AskedTogether } from '../../kernel/together.ts';
import { isUniqueViolation } from '../../kernel/sql-state.ts';

export interface RecordedBallot {
  readonly id: string;
  readonly entryId: string;
  readonly lineageId: string;
  readonly premisesId: string;
}

/** One submission as it is stored, with its journal row. */
export interface CastRecord {
  readonly assemblyId: string;
  /** The roll it was judged by. */
  readonly rollVersion: number;
  readonly submissionId: string;
  readonly ballots: readonly RecordedBallot[];
  readonly ownerId: string;
  readonly actorId: string;
  readonly authority: string | null;
  readonly proxyId: string | null;
  readonly sheet: string;
  readonly receivedAt: Date;
  readonly recordedAt: Date;
  readonly accountId: string | null;
  readonly tokenId: string | null;
  readonly idempotencyKey: string;
  readonly fingerprint: Buffer;
  readonly requestId: string;
}

/**
 * BUSY: the assembly is locked by its closing or a change of the roll. STALE: the roll or the state is no longer what it was
 * judged by. TAKEN: somebody was quicker with the same square metres or the same key.
 */
type Outcome = 'RECORDED' | 'BUSY' | 'STALE' | 'TAKEN';

const recorders = new WeakMap<Database, AskedTogether<CastRecord, Outcome>>();

/**
 * Stores a submission whole or not at all; true when it is on the disk. Submissions of a crowd share a transaction, each
 * with its own journal row: one flush of the disk serves them all. What stands in the way of one is sorted out alone.
 */
export async function recordCast(database: Database, cast: CastRecord): Promise<boolean> {
  let recorder = recorders.get(database);
  if (!recorder) {
    recorder = new AskedTogether(async (casts) => recordTogether(database, casts), { most: 100, lanes: 2 });
    recorders.set(database, recorder);
  }
  const outcome = await recorder.ask(cast);
  return (outcome === 'BUSY' ? await recordAlone(database, cast) : outcome) === 'RECORDED';
}

async function recordTogether(database: Database, casts: readonly CastRecord[]): Promise<readonly Outcome[]> {
  try {
    return await record(database, casts, false);
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    // Nothing of the crowd was stored: each tries for itself.
    return Promise.all(casts.map(async (cast) => recordAlone(database, cast)));
  }
}

async function recordAlone(database: Database, cast: CastRecord): Promise<Outcome> {
  try {
    const [outcome] = await record(database, [cast], true);
    return outcome ?? 'STALE';
  } catch (error) {
    if (isUniqueViolation(error)) return 'TAKEN';
    throw error;
  }
}

const places = Array.from({ length: 23 }, (_, at) => `$${String(at + 1)}`).join();
const sql = `select n, outcome from record_casts(${places})`;

async function record(database: Database, casts: readonly CastRecord[], wait: boolean): Promise<readonly Outcome[]> {
  const ballots = casts.flatMap((cast, n) => cast.ballots.map((ballot) => ({ n, ...ballot })));
  const rows = await database.read<{ n: number; outcome: Outcome }>(
    sql,
    [
      wait,
      casts.map((_, n) => n),
      casts.map(({ assemblyId }) => assemblyId),
      casts.map(({ rollVersion }) => rollVersion),
      casts.map(({ submissionId }) => submissionId),
      casts.map(({ ownerId }) => ownerId),
      casts.map(({ actorId }) => actorId),
      casts.map(({ authority }) => authority),
      casts.map(({ proxyId }) => proxyId),
      casts.map(({ sheet }) => sheet),
      casts.map(({ receivedAt }) => receivedAt),
      casts.map(({ recordedAt }) => recordedAt),
      casts.map(({ accountId }) => accountId),
      casts.map(({ tokenId }) => tokenId),
      casts.map(idsOf),
      casts.map(({ idempotencyKey }) => idempotencyKey),
      casts.map(({ fingerprint }) => fingerprint),
      casts.map(({ requestId }) => requestId),
      ballots.map(({ n }) => n),
      ballots.map(({ id }) => id),
      ballots.map(({ entryId }) => entryId),
      ballots.map(({ lineageId }) => lineageId),
      ballots.map(({ premisesId }) => premisesId),
    ],
    'record-casts',
  );
  const outcomes = new Map(rows.map(({ n, outcome }) => [n, outcome]));
  return casts.map((_, n) => outcomes.get(n) ?? 'STALE');
}

function idsOf({ assemblyId, submissionId, ballots }: CastRecord): string {
  return JSON.stringify({ assembly: assemblyId, submission: submissionId, ballots: ballots.map(({ id }) => id) });
}

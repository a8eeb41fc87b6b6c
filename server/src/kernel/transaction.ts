import { createHash } from 'node:crypto';
import type { EntityManager } from '@mikro-orm/postgresql';
import { CompiledQuery, type ControlledTransaction } from 'kysely';
import type { Context } from './context.ts';
import type { Read } from './database.ts';
import type { DomainEvent } from './events.ts';
import { forgetLoaded } from './load-by-id.ts';
import { Refusal } from './refusal.ts';
import { isUniqueViolation, sqlState } from './sql-state.ts';

export type JournalIds = Readonly<Record<string, string | readonly string[] | null>>;

/** One command's transaction. */
export interface Unit {
  readonly em: EntityManager;
  /** The same moment for the whole command. */
  readonly now: Date;
  /** SQL inside the transaction with `$1` parameters; times come as text (give them to `new Date`). */
  readonly sql: Read;
  /** Waits for the lock of an assembly (or any id); held until the transaction ends. */
  lock(id: string, mode: 'shared' | 'exclusive'): Promise<void>;
  /** The journal row of this command: exactly one per command. */
  record(ids: JournalIds, changes?: Readonly<Record<string, unknown>>): void;
  /** An event: heard within the transaction at its end, and published after the commit. */
  tell(event: DomainEvent): void;
}

export interface CommandName<Result> {
  readonly command: string;
  /** A repeat under the same key returns the first answer; other arguments under it are refused. */
  readonly idempotency?: {
    readonly key: string;
    readonly input: unknown;
    readonly replay: (ids: JournalIds, unit: Unit) => Promise<Result>;
  };
}

const retriable = new Set(['40001', '40P01']);

/** SHA-256 of the arguments, independent of the order of their keys. */
export function fingerprintOf(input: unknown): Buffer {
  const canonical = JSON.stringify(input, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date)
      ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
  return createHash('sha256').update(canonical).digest();
}

/**
 * Runs one command in one transaction with one journal row. On a serialization failure or a deadlock it starts over
 * from a new transaction, at most three times. Events are published only after the commit.
 */
export async function inTransaction<Result>(
  context: Context,
  name: CommandName<Result>,
  work: (unit: Unit) => Promise<Result>,
): Promise<Result> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await once(context, name, work);
    } catch (error) {
      const clash =
        retriable.has(sqlState(error) ?? '') ||
        (name.idempotency !== undefined && isUniqueViolation(error, 'journal_idempotency'));
      if (!clash || attempt >= 3) throw error;
    }
  }
}

/** For work that writes its own journal row only when something came of it: the clockwork's look at what is due. */
export async function inTransactionWithoutJournal<Result>(
  context: Context,
  command: string,
  work: (unit: Unit) => Promise<Result>,
): Promise<Result> {
  return once(context, { command }, work, false);
}

async function once<Result>(
  context: Context,
  name: CommandName<Result>,
  work: (unit: Unit) => Promise<Result>,
  journaled = true,
): Promise<Result> {
  const events: DomainEvent[] = [];
  const result = await context.database.em().transactional(async (em) => {
    const transaction = em.getTransactionContext<ControlledTransaction<unknown>>();
    if (!transaction) throw new Error('no transaction');
    let recorded: { ids: JournalIds; changes: Readonly<Record<string, unknown>> | null } | null = null;
    const unit: Unit = {
      em,
      now: new Date(context.clock.now()),
      sql: async <Row extends object>(text: string, parameters: readonly unknown[] = []) =>
        (await transaction.executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))).rows,
      lock: async (id, mode) => {
        await unit.sql(`select pg_advisory_xact_lock${mode === 'shared' ? '_shared' : ''}(hashtextextended($1, 0))`, [
          id,
        ]);
      },
      record: (ids, changes) => {
        if (recorded) throw new Error(`${name.command} recorded itself twice`);
        recorded = { ids, changes: changes ?? null };
      },
      tell: (event) => {
        events.push(event);
      },
    };
    if (name.idempotency) {
      const first = await firstAnswer(context, unit, name.idempotency.key);
      if (first) {
        if (first.command !== name.command || !first.fingerprint.equals(fingerprintOf(name.idempotency.input))) {
          throw new Refusal('KEY_REUSED', { key: name.idempotency.key });
        }
        return name.idempotency.replay(first.ids, unit);
      }
    }
    const answer = await work(unit);
    await em.flush();
    // A listener may tell again; the list grows while it is walked.
    for (const event of events) await context.events.runWithin(context, unit, event);
    await em.flush();
    const row = recorded as { ids: JournalIds; changes: Readonly<Record<string, unknown>> | null } | null;
    if (row) await writeJournal(context, unit, name, row);
    else if (journaled) throw new Error(`${name.command} left no journal row`);
    return answer;
  });
  forgetLoaded(context);
  for (const event of events) context.events.publish(context, event);
  return result;
}

async function firstAnswer(
  context: Context,
  unit: Unit,
  key: string,
): Promise<{ command: string; ids: JournalIds; fingerprint: Buffer } | undefined> {
  const accountId = context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null;
  const rows = await unit.sql<{ command: string; ids: JournalIds; fingerprint: Buffer }>(
    'select command, ids, fingerprint from journal where account_id = $1 and idempotency_key = $2',
    [accountId, key],
  );
  return rows[0];
}

async function writeJournal<Result>(
  context: Context,
  unit: Unit,
  name: CommandName<Result>,
  row: { ids: JournalIds; changes: Readonly<Record<string, unknown>> | null },
): Promise<void> {
  const viewer = context.viewer.kind === 'SIGNED_IN' ? context.viewer : null;
  await unit.sql(
    `insert into journal (at, account_id, token_id, command, ids, changes, idempotency_key, fingerprint, request_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [
      unit.now,
      viewer?.accountId ?? null,
      viewer?.tokenId ?? null,
      name.command,
      JSON.stringify(row.ids),
      row.changes === null ? null : JSON.stringify(row.changes),
      name.idempotency?.key ?? null,
      name.idempotency ? fingerprintOf(name.idempotency.input) : null,
      context.requestId,
    ],
  );
}

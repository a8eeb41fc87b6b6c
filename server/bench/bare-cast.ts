import { connected } from './bare-clients.ts';
import { answerOrders, Turn, type Load } from './load.ts';

/** One ballot as it is stored, with its journal row. */
export interface BareBallot {
  readonly ballot: readonly unknown[];
  readonly journal: readonly unknown[];
}

export interface BareCastOrder {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly rows: readonly BareBallot[];
  /** Both rows in a transaction of four prepared statements, or in a single statement that is its own transaction. */
  readonly as: 'TRANSACTION' | 'STATEMENT';
}

const ballotColumns = `id, assembly_id, submission_id, channel, premises_id, roll_entry_id, lineage_id, owner_id, acted_by_id,
  authority, sheet, received_at, state, conflict`;
const ballotValues = `$1, $2, $3, 'ELECTRONIC', $4, $5, $6, $7, $8, 'OWNER', $9, $10, 'COUNTED', false`;
const journalColumns = 'at, account_id, token_id, command, ids, idempotency_key, fingerprint, request_id';
const insertBallot = `insert into ballot (${ballotColumns}) values (${ballotValues})`;
const insertJournal = `insert into journal (${journalColumns}) values ($1, $2, $3, 'castBallot', $4, $5, $6, $7)`;
const insertBoth = `with b as (${insertBallot})
  insert into journal (${journalColumns}) values ($11, $12, $13, 'castBallot', $14, $15, $16, $17)`;

/** The least that a program can do to store the same rows: no HTTP, no rules, no rights. */
async function run(order: BareCastOrder): Promise<Load> {
  const clients = await connected(order.url, order.connections);
  const turn = new Turn(order.seconds);
  let next = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (!turn.isOver()) {
        const row = order.rows[next];
        next += 1;
        if (!row) break;
        const since = performance.now();
        const { ballot, journal } = row;
        if (order.as === 'STATEMENT') {
          await client.query({ name: 'both', text: insertBoth, values: [...ballot, ...journal] });
        } else {
          await client.query({ name: 'begin', text: 'begin' });
          await client.query({ name: 'ballot', text: insertBallot, values: [...ballot] });
          await client.query({ name: 'journal', text: insertJournal, values: [...journal] });
          await client.query({ name: 'commit', text: 'commit' });
        }
        turn.accept(since);
      }
    }),
  );
  return turn.end();
}

answerOrders(run);

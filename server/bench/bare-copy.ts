import { readFileSync } from 'node:fs';
import { connected } from './bare-clients.ts';
import { copyIn } from './copy-in.ts';
import { answerOrders, Turn, type Load } from './load.ts';

export interface BareCopyOrder {
  readonly url: string;
  /** In the order in which foreign keys allow it. */
  readonly tables: readonly { readonly into: string; readonly file: string }[];
}

/** The rows of each table by COPY, all in one transaction; the files were read before. */
async function run({ url, tables }: BareCopyOrder): Promise<Load> {
  const [client] = await connected(url, 1);
  if (!client) throw new Error('no connection');
  const ready = tables.map(({ into, file }) => ({ into, rows: readFileSync(file) }));
  const turn = new Turn(0);
  const since = performance.now();
  await client.query('begin');
  for (const { into, rows } of ready) await copyIn(client, into, rows);
  await client.query('commit');
  turn.accept(since);
  return turn.end();
}

answerOrders(run);

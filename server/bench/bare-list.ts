import { connected } from './bare-clients.ts';
import { answerOrders, Turn, type Load } from './load.ts';

export interface BareListOrder {
  readonly url: string;
  readonly connections: number;
  readonly seconds: number;
  readonly assemblyId: string;
}

const list = `select b.id, b.state, b.received_at, e.units, p.family_name, p.given_name, p.patronymic, p.body_name, r.number
  from ballot b left join roll_entry e on e.id = b.roll_entry_id join person p on p.id = b.owner_id
    join premises r on r.id = b.premises_id
 where b.assembly_id = $1 and b.state = 'COUNTED' order by b.received_at desc, b.id desc limit 50`;

/** One prepared statement that joins what is wanted: no rights, no words, no JSON. */
async function run({ url, connections, seconds, assemblyId }: BareListOrder): Promise<Load> {
  const clients = await connected(url, connections);
  const turn = new Turn(seconds);
  await Promise.all(
    clients.map(async (client) => {
      while (!turn.isOver()) {
        const since = performance.now();
        const { rows } = await client.query({ name: 'list', text: list, values: [assemblyId] });
        if (rows.length === 50) turn.accept(since);
        else turn.fail(`${String(rows.length)} rows`);
      }
    }),
  );
  return turn.end();
}

answerOrders(run);

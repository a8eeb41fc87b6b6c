import { once } from 'node:events';
import { WebSocket } from 'ws';
import { tokenOf } from './voting-world.ts';
import { obey } from './worker.ts';

export type ReadersOrder =
  | {
      readonly open: number;
      readonly port: number;
      /** null: a bare socket that is only spoken to. */
      readonly reads: { readonly query: string; readonly assemblyId: string; readonly firstVoter: number } | null;
    }
  /** Forget what was counted. */
  | { readonly zero: true }
  | { readonly tell: 'COUNT' | 'ARRIVALS' | 'FRAME' }
  | { readonly close: true };

/** When an event that told of so many ballots came to each socket, in milliseconds since 1970. */
export interface Arrivals {
  readonly ballots: number;
  readonly at: Float64Array;
}

let sockets: WebSocket[] = [];
let received = 0;
let frame = '';
let arrivals = new Map<number, number[]>();
const told = Buffer.from('"ballots":');

/** The number after "ballots", without reading the rest: what a screen does with it is not measured. */
function note(message: Buffer): void {
  received += 1;
  const at = message.indexOf(told);
  if (at === -1) return;
  const ballots = Number.parseInt(message.toString('latin1', at + told.length, at + told.length + 9), 10);
  let seen = arrivals.get(ballots);
  if (!seen) arrivals.set(ballots, (seen = []));
  seen.push(performance.timeOrigin + performance.now());
}

async function open({ port, reads }: Extract<ReadersOrder, { open: number }>, n: number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${String(port)}/graphql`, 'graphql-transport-ws', {
    perMessageDeflate: false,
  });
  sockets.push(socket);
  await once(socket, 'open');
  if (reads) {
    socket.send(
      JSON.stringify({
        type: 'connection_init',
        payload: { authorization: `Bearer ${tokenOf(reads.firstVoter + n)}` },
      }),
    );
    await once(socket, 'message');
    const first = once(socket, 'message');
    const { query, assemblyId } = reads;
    socket.send(
      JSON.stringify({ id: `reader-${String(n)}`, type: 'subscribe', payload: { query, variables: { assemblyId } } }),
    );
    const [message] = (await first) as [Buffer];
    frame = message.toString();
    if (!frame.includes('"ballots":')) throw new Error(`no count: ${frame}`);
  }
  socket.on('message', note);
}

obey(async (order: ReadersOrder) => {
  if ('open' in order) {
    for (let from = 0; from < order.open; from += 50) {
      const some = Array.from({ length: Math.min(50, order.open - from) }, (_, at) => from + at);
      await Promise.all(some.map(async (n) => open(order, n)));
    }
    return null;
  }
  if ('zero' in order) {
    received = 0;
    arrivals = new Map();
    return null;
  }
  if ('close' in order) {
    for (const socket of sockets) socket.terminate();
    sockets = [];
    return null;
  }
  if (order.tell === 'COUNT') return received;
  if (order.tell === 'FRAME') return frame;
  return [...arrivals].map(([ballots, at]): Arrivals => ({ ballots, at: Float64Array.from(at) }));
});

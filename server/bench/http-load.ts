import { connect, type Socket } from 'node:net';
import { answerOrders, Turn, type Load } from './load.ts';

export interface HttpOrder {
  readonly port: number;
  readonly connections: number;
  /** No request begins later than this. */
  readonly seconds: number;
  /** Whole requests as bytes. */
  readonly requests: readonly Uint8Array[];
  /** Begin again from the first request when all are sent. */
  readonly again: boolean;
  /** What an accepted answer contains. */
  readonly accepted: string;
  /** A pattern of what is kept of each accepted answer. */
  readonly keep?: string;
}

/**
 * So many keep-alive connections, each with one request under way. It speaks HTTP/1.1 over plain sockets, because on a
 * small machine every cycle it takes is taken from whoever is measured.
 */
async function run(order: HttpOrder): Promise<Load> {
  const { port, connections, requests, again } = order;
  const sockets = await Promise.all(Array.from({ length: connections }, async () => open(port)));
  const accepted = Buffer.from(order.accepted);
  const keep = order.keep === undefined ? null : new RegExp(order.keep);
  const turn = new Turn(order.seconds);
  let next = 0;
  await Promise.all(
    sockets.map(async (socket) => {
      while (!turn.isOver() && (again || next < requests.length)) {
        const request = requests[next % requests.length];
        next += 1;
        if (request === undefined) break;
        const since = performance.now();
        const answer = await exchange(socket, request);
        if (answer.toString('latin1', 9, 12) === '200' && answer.includes(accepted)) {
          turn.accept(since, keep?.exec(answer.toString('latin1'))?.[0]);
        } else turn.fail(answer.toString());
      }
    }),
  );
  const load = turn.end();
  for (const socket of sockets) socket.destroy();
  return load;
}

async function open(port: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', noDelay: true }, () => resolve(socket));
    socket.on('error', reject);
  });
}

/** One answer; its Content-Length says when it is whole. */
async function exchange(socket: Socket, request: Uint8Array): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    let got: Buffer | null = null;
    let whole = -1;
    const take = (chunk: Buffer): void => {
      got = got === null ? chunk : Buffer.concat([got, chunk]);
      const head = whole === -1 ? got.indexOf('\r\n\r\n') : -1;
      if (head !== -1) {
        const length = /content-length: (\d+)/i.exec(got.toString('latin1', 0, head))?.[1];
        if (length === undefined) broken(`an answer without its length:\n${got.toString()}`);
        whole = head + 4 + Number(length);
      }
      if (whole === -1 || got.length < whole) return;
      done();
      resolve(got);
    };
    const broken = (reason: unknown): void => {
      done();
      reject(new Error(typeof reason === 'string' ? reason : 'the connection was closed'));
    };
    const done = (): void => {
      socket.off('data', take);
      socket.off('close', broken);
    };
    socket.on('data', take);
    socket.on('close', broken);
    socket.write(request);
  });
}

answerOrders(run);

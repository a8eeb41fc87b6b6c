import { once } from 'node:events';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import { textFrame } from './text-frame.ts';

let server: WebSocketServer;
let client: WebSocket;
let request: IncomingMessage;
beforeAll(async () => {
  server = new WebSocketServer({ host: '127.0.0.1', port: 0 });
  await once(server, 'listening');
  const arrival = once(server, 'connection');
  client = new WebSocket(`ws://127.0.0.1:${String((server.address() as AddressInfo).port)}`);
  [, request] = (await arrival) as [WebSocket, IncomingMessage];
});
afterAll(() => {
  client.terminate();
  server.close();
});

it.each([0, 1, 125, 126, 65_535, 65_536, 200_000])('is read by a client: %i bytes', async (length) => {
  const content = Buffer.alloc(length, 'veche');
  const read = once(client, 'message');
  request.socket.write(textFrame(content.subarray(0, 1), content.subarray(1)));
  const [message, isBinary] = (await read) as [Buffer, boolean];
  expect(isBinary).toBe(false);
  expect(message.equals(content)).toBe(true);
});

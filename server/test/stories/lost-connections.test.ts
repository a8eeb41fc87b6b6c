import { afterAll, beforeAll, expect, it } from 'vitest';
import { clockworkContext } from '../../src/kernel/clockwork-context.ts';
import { inTransaction } from '../../src/kernel/transaction.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(async () => {
  await app.stop();
});

const more = Array.from({ length: 12 }, (_, at) => at);

it('more connections than the pool has are lost in the middle of commands, and the next command still gets one', async () => {
  for (const _ of more) {
    const lost = inTransaction(clockworkContext(app.world), { command: 'lost' }, async (unit) => {
      await unit.sql('select pg_terminate_backend(pg_backend_pid())');
    });
    await expect(lost).rejects.toThrow(/terminat/);
  }
  const one = await inTransaction(clockworkContext(app.world), { command: 'found' }, async (unit) => {
    unit.record({});
    return unit.sql<{ one: number }>('select 1 as one');
  });
  expect(one).toEqual([{ one: 1 }]);
});

it('a connection that nobody is asking anything, but somebody holds, is lost without harm', async () => {
  for (const _ of more) {
    const held = await app.world.database.pool.connect();
    const { rows } = await held.query<{ pid: number }>('select pg_backend_pid() as pid');
    const { promise: lost, resolve } = Promise.withResolvers<void>();
    held.once('end', () => resolve());
    await app.world.database.read('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await lost;
  }
  expect(await app.world.database.read('select 1 as one')).toEqual([{ one: 1 }]);
});

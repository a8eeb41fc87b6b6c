import { pino } from 'pino';
import { expect, it } from 'vitest';
import { BackgroundQueue } from './background-queue.ts';

/** A queue whose every task ends when it is told to. */
function queueOf(left: readonly string[], lanes: number) {
  const begun: string[] = [];
  const endings = new Map<string, () => void>();
  let enqueue: (id: string) => void = () => undefined;
  const queue = new BackgroundQueue(
    { log: pino({ level: 'silent' }) },
    {
      hear: (heard) => {
        enqueue = heard;
        return [];
      },
      left: async () => Promise.resolve(left.map((id) => ({ id }))),
      run: async (id) => {
        begun.push(id);
        await new Promise<void>((resolve) => endings.set(id, resolve));
      },
      lanes,
      everyMs: 3_600_000,
      words: { id: 'id', notFound: 'not found', notDone: 'not done' },
    },
  );
  queue.start();
  const end = async (id: string, next: number): Promise<void> => {
    endings.get(id)?.();
    await expect.poll(() => begun).toHaveLength(next);
  };
  return { begun, queue, end, hear: (id: string) => enqueue(id) };
}

it('does what is heard of before what was left, and again what is heard of while it runs', async () => {
  const { begun, queue, end, hear } = queueOf(['a', 'b', 'c'], 1);
  await expect.poll(() => begun).toEqual(['a']);
  hear('new');
  hear('a');
  hear('c');
  await end('a', 2);
  await end('new', 3);
  await end('a', 4);
  await end('c', 5);
  expect(begun).toEqual(['a', 'new', 'a', 'c', 'b']);
  const stopped = queue.stop();
  await end('b', 5);
  await stopped;
});

it('does no more at a time than it has lanes, and stops when those under way have ended', async () => {
  const { begun, queue, end, hear } = queueOf(['a', 'b', 'c'], 2);
  await expect.poll(() => begun).toEqual(['a', 'b']);
  await end('b', 3);
  hear('late');
  const stopped = queue.stop();
  await end('a', 3);
  await end('c', 3);
  await stopped;
  expect(begun).toEqual(['a', 'b', 'c']);
});

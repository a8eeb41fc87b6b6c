import { describe, expect, it } from 'vitest';
import { AskedTogether } from './together.ts';

/** Answers with the double, when told to. */
function doubles(limits: { most: number; lanes: number }) {
  const batches: { inquiries: readonly number[]; answer: () => void; fail: () => void }[] = [];
  const together = new AskedTogether<number, number>(
    async (inquiries) =>
      new Promise((resolve, reject) => {
        batches.push({
          inquiries,
          answer: () => resolve(inquiries.map((inquiry) => inquiry * 2)),
          fail: () => reject(new Error('lost')),
        });
      }),
    limits,
  );
  return { batches, together };
}

const turn = async (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('inquiries that come together', () => {
  it('share one round trip, each with its own answer', async () => {
    const { batches, together } = doubles({ most: 10, lanes: 1 });
    const answers = Promise.all([1, 2, 3].map(async (n) => together.ask(n)));
    await turn();
    expect(batches.map(({ inquiries }) => inquiries)).toEqual([[1, 2, 3]]);
    batches[0]?.answer();
    expect(await answers).toEqual([2, 4, 6]);
  });

  it('wait while the lanes are taken, and then go together', async () => {
    const { batches, together } = doubles({ most: 10, lanes: 1 });
    const first = together.ask(1);
    await turn();
    const later = Promise.all([together.ask(2), together.ask(3)]);
    await turn();
    expect(batches).toHaveLength(1);
    batches[0]?.answer();
    expect(await first).toBe(2);
    await turn();
    expect(batches[1]?.inquiries).toEqual([2, 3]);
    batches[1]?.answer();
    expect(await later).toEqual([4, 6]);
  });

  it('never go as more than the most, and use every lane', async () => {
    const { batches, together } = doubles({ most: 2, lanes: 2 });
    const answers = Promise.all([1, 2, 3, 4, 5].map(async (n) => together.ask(n)));
    await turn();
    await turn();
    expect(batches.map(({ inquiries }) => inquiries)).toEqual([
      [1, 2],
      [3, 4],
    ]);
    for (const { answer } of batches) answer();
    await turn();
    await turn();
    batches[2]?.answer();
    expect(await answers).toEqual([2, 4, 6, 8, 10]);
  });

  it('fail together, and those after them are asked all the same', async () => {
    const { batches, together } = doubles({ most: 2, lanes: 1 });
    const outcome = Promise.allSettled([1, 2, 3].map(async (n) => together.ask(n)));
    await turn();
    batches[0]?.fail();
    await turn();
    await turn();
    batches[1]?.answer();
    expect((await outcome).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled']);
  });
});

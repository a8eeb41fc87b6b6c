import { afterAll, beforeAll, expect, test } from 'vitest';
import { heldBy, readMetrics } from '../../scripts/rehearse/held.ts';
import { ownStage } from '../../scripts/rehearse/own-stage.ts';
import { play } from '../../scripts/rehearse/play.ts';
import { compare, reconcile } from '../../scripts/rehearse/reconcile.ts';
import { requireAdvisory } from '../../scripts/rehearse/stage.ts';
import { scopes } from '../../src/kernel/access.ts';
import { administratorOf, tokenOf } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ start: Date.now() });
});
afterAll(async () => app.stop());

/** The assembly opens when the clock of the server has come so far. */
async function opened(): Promise<void> {
  const state = async (): Promise<unknown> => {
    app.clock.set(Math.max(app.clock.now(), Date.now()));
    return app.world.database.read('select state from assembly');
  };
  await expect.poll(state, { timeout: 30_000 }).toEqual([{ state: 'VOTING' }]);
}

test('a platform administrator rehearses anywhere, in a house made for it, with owners made for it', async () => {
  const administrator = await administratorOf(app);
  const scope = (name: string): string => name.toUpperCase().replace(':', '_');
  const { secret } = await tokenOf(app, administrator, scopes.map(scope));
  const made = ownStage(app.url, secret, { owners: 12, seconds: 5, progress: () => undefined });
  await opened();
  const stage = await made;
  expect(stage.voters).toHaveLength(12);
  const pace = { rate: 20, chat: 5, seconds: 40 };
  const played = await play(stage, pace, { ended: () => false, progress: () => undefined });
  expect(played).toMatchObject({ ballots: 12, everybodyVoted: true });
  expect(await reconcile(stage, played)).toMatchObject({
    accepted: 12,
    stored: 12,
    counted: 12,
    turnout: 12,
    agrees: true,
  });
  const forms = await app.world.database.read('select form, state from assembly');
  expect(forms).toEqual([{ form: 'ADVISORY', state: 'VOTING' }]);

  const held = await heldBy(app.url);
  expect(held?.memoryMegabytes).toBeGreaterThan(50);
  expect(held?.operations['mutation ok']).toBeGreaterThan(12);
});

test('takes given voters into an advisory poll only, since their answers are made up', () => {
  expect(() => requireAdvisory({ title: 'Кровля', form: 'SYSTEM' })).toThrow('«Кровля» decides for real');
  requireAdvisory({ title: 'Репетиция', form: 'ADVISORY' });
});

const ballot = (submissionId: string, exact: string, state = 'COUNTED') => ({ submissionId, state, weight: { exact } });
const said = (ballots: number, exact: string) => ({ ballots, participating: { exact, display: '' } });

test.each([
  [
    'nothing is missing',
    ['a', 'b'],
    [ballot('a', '1/3'), ballot('b', '2/3'), ballot('other', '9')],
    said(3, '10'),
    true,
  ],
  ['an accepted one is not stored', ['a', 'b'], [ballot('a', '1')], said(1, '1'), false],
  ['an accepted one does not count', ['a'], [ballot('a', '1', 'REJECTED')], said(0, '0'), false],
  ['one was accepted twice under one id', ['a', 'a'], [ballot('a', '1')], said(1, '1'), false],
  ['the turnout counts one more than is stored', ['a'], [ballot('a', '1')], said(2, '1'), false],
  ['the turnout weighs a hundredth more than is stored', ['a'], [ballot('a', '1')], said(1, '101/100'), false],
])('the reconciliation sees it when %s', (_, accepted, ballots, turnout, agrees) => {
  expect(compare({ accepted }, ballots, turnout).agrees).toBe(agrees);
});

test('reads what the server holds out of its metrics', () => {
  const text = [
    'process_resident_memory_bytes 2e+08',
    'nodejs_heap_size_used_bytes 50000000',
    'veche_graphql_operation_seconds_count{kind="mutation",outcome="ok"} 17',
  ].join('\n');
  expect(readMetrics(text)).toEqual({
    memoryMegabytes: 200,
    heapMegabytes: 50,
    operations: { 'mutation ok': 17 },
  });
});

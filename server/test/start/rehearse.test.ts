import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repositoryFolder } from '../../src/config.ts';
import { startVeche, testHome } from './running-veche.ts';

const secret = 'a secret of the rehearsal, at least thirty-two bytes long';

test('npm run rehearse needs to be told nothing to make the board of the demo move', { timeout: 180_000 }, async () => {
  const home = testHome();
  const veche = startVeche(home, { VECHE_DEMO: 'on', VECHE_SECRET: secret });
  const { port } = new URL(await veche.ready);
  const words = [join(repositoryFolder, 'server/scripts/run.mjs'), 'rehearse', '--seconds', '4'];
  const rehearsal = spawn(process.execPath, words, {
    env: { ...process.env, NODE_ENV: 'development', PORT: port, VECHE_HOME: home, VECHE_SECRET: secret },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [rehearsal.stdout, rehearsal.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      printed += chunk.toString();
    });
  }
  const [code] = (await once(rehearsal, 'close')) as [number | null];
  expect({ code, printed }).toEqual({ code: 0, printed: expect.stringContaining('they agree') as string });
  const accepted = Number(/accepted (\d+) = stored \1 = counted \1:/.exec(printed)?.[1]);
  expect(accepted).toBeGreaterThan(10);
  expect(printed).toMatch(/the server holds \d+ MB/);
});

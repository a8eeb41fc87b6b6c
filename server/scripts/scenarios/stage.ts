import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SetClock } from '../../src/adapters/clock.ts';
import { startApp, type RunningApp } from '../../src/app.ts';
import { readConfig } from '../../src/config.ts';
import { freshDatabase } from '../../test/fresh-database.ts';

/** A running Veche of one's own: real HTTP, a fresh database, and a clock that stands still until it is set. */
export interface Stage extends Pick<RunningApp, 'url' | 'firstInvitation' | 'clockwork' | 'stop'> {
  readonly clock: SetClock;
}

export async function openStage(superuserUrl: string, start: number): Promise<Stage> {
  const database = await freshDatabase(superuserUrl);
  const home = mkdtempSync(join(tmpdir(), 'veche-scenario-'));
  const remove = async (): Promise<void> => {
    await database.drop();
    rmSync(home, { recursive: true, force: true });
  };
  const clock = new SetClock(start);
  const config = readConfig({
    HOST: '127.0.0.1',
    PORT: '0',
    VECHE_HOME: home,
    VECHE_SECRET: 'a secret of the scenarios, at least thirty-two bytes long',
    VECHE_DEMO: 'off',
    LOG_LEVEL: 'error',
    NODE_ENV: 'test',
  });
  try {
    const app = await startApp(config, { ownerUrl: database.url, appUrl: database.appUrl }, () => undefined, {
      clock,
      poolSize: 4,
      migrated: true,
    });
    return {
      url: app.url,
      firstInvitation: app.firstInvitation,
      clockwork: app.clockwork,
      clock,
      stop: async () => {
        await app.stop();
        await remove();
      },
    };
  } catch (error) {
    await remove();
    throw error;
  }
}

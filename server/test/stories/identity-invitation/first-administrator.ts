import { describe, expect, it } from 'vitest';
import { clockworkContext } from '../../../src/kernel/clockwork-context.ts';
import { foundPlatform } from '../../../src/modules.ts';
import { atOnce } from '../../at-once.ts';
import { administratorOf, ConsoleOf, password } from '../../console.ts';
import { startTestApp, type TestApp } from '../../harness.ts';
import type { Inviting } from './inviting.ts';

export function firstAdministrator(scene: Inviting): void {
  describe('the first administrator', () => {
    const again = async (of: TestApp) => foundPlatform(clockworkContext(of.world), { login: 'admin' });

    it('is invited when there is no account, and only then', async () => {
      const own = await startTestApp();
      try {
        expect(own.firstInvitation).toMatch(/^http:\/\/localhost:\d+\/invitation#[\w-]{43}$/);
        const administratorThere = await administratorOf(own);
        expect(await administratorThere.ask('{ viewer { roles { role organisationId } } }')).toEqual({
          viewer: { roles: [{ role: 'PLATFORM_ADMINISTRATOR', organisationId: null }] },
        });
        own.clock.set(own.clock.now() + 15 * 86_400_000);
        expect(await again(own)).toBeNull();
        expect(await own.world.database.read('select 1 from account')).toHaveLength(1);
      } finally {
        await own.stop();
      }
    });

    it('is invited anew at every start until somebody came, and only the last link counts', async () => {
      const own = await startTestApp();
      try {
        const lost = (own.firstInvitation ?? '').split('#')[1];
        const renewed = await atOnce(own, 'invitation', 2, async () => again(own));
        const secrets = [lost, ...renewed.map((letter) => letter?.secret)];
        const accepted: unknown[] = [];
        for (const secret of secrets) {
          const { userErrors } = await new ConsoleOf(own).call('acceptInvitation', { secret, password });
          if (userErrors.length === 0) accepted.push(secret);
        }
        expect(accepted).toHaveLength(1);
        expect(accepted).not.toContain(lost);
        expect(await again(own)).toBeNull();
        expect(await own.world.database.read('select 1 from account')).toHaveLength(1);
      } finally {
        await own.stop();
      }
    });

    it('is nobody’s to make but the process’s', async () => {
      const context = { ...clockworkContext(scene.app.world), viewer: { kind: 'ANONYMOUS' } as const };
      await expect(foundPlatform(context, { login: 'admin' })).rejects.toMatchObject({ code: 'NOT_ALLOWED' });
    });
  });
}

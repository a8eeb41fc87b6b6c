import { describe, expect, it } from 'vitest';
import { enrol } from '../../console.ts';
import type { Inviting } from './inviting.ts';

export function aBlockedAccount(scene: Inviting): void {
  describe('a blocked account', () => {
    it('has no way in, and unblocking revives no session and no token', async () => {
      const guest = await enrol(scene.app, scene.administrator);
      const blocked = await scene.administrator.call<{ account: { blockedAt: string } }>(
        'blockAccount',
        { accountId: guest.accountId },
        'account { blockedAt }',
      );
      expect(blocked).toMatchObject({
        account: { blockedAt: new Date(scene.app.clock.now()).toISOString() },
        userErrors: [],
      });
      const inside = async () => guest.console.ask('{ viewer { accountId } }');
      expect(await inside()).toEqual({ viewer: null });
      expect(await scene.signIn(guest.login)).toBe('WRONG_CREDENTIALS');
      const unblocked = await scene.administrator.call(
        'unblockAccount',
        { accountId: guest.accountId },
        'account { blockedAt }',
      );
      expect(unblocked).toMatchObject({ account: { blockedAt: null }, userErrors: [] });
      expect(await inside()).toEqual({ viewer: null });
      expect(await scene.signIn(guest.login)).toBeNull();
    });

    it('cannot accept an invitation that was open before', async () => {
      const { account, invitation } = await scene.invite(await scene.register(), 'blocked@example.ru');
      await scene.administrator.call('blockAccount', { accountId: account?.id });
      expect(await scene.accept(invitation?.secret)).toBe('INVITATION_INVALID');
    });

    it('is never the last administrator’s', async () => {
      const { viewer } = await scene.administrator.ask<{ viewer: { accountId: string } }>('{ viewer { accountId } }');
      const { userErrors } = await scene.administrator.call('blockAccount', { accountId: viewer.accountId });
      expect(userErrors).toMatchObject([{ code: 'LAST_ADMINISTRATOR' }]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { atOnce } from '../../at-once.ts';
import { ConsoleOf, password } from '../../console.ts';
import { startTestApp } from '../../harness.ts';
import type { Inviting } from './inviting.ts';

export function anInvitation(scene: Inviting): void {
  describe('an invitation', () => {
    it('is a link handed over by hand; accepting it activates the account and signs in', async () => {
      const { account, invitation, userErrors } = await scene.invite(await scene.register(), ' Guest1@Example.ru ');
      expect(userErrors).toEqual([]);
      expect(account).toMatchObject({ login: 'guest1@example.ru', isActive: false });
      expect(invitation?.link).toBe(`https://veche.example/invitation#${invitation?.secret ?? ''}`);
      expect(invitation?.expiresAt).toBe(new Date(scene.app.clock.now() + 14 * 86_400_000).toISOString());
      expect(await scene.signIn('guest1@example.ru')).toBe('WRONG_CREDENTIALS');

      const guest = new ConsoleOf(scene.app);
      expect(await guest.call('acceptInvitation', { secret: invitation?.secret, password }, 'login')).toMatchObject({
        login: 'guest1@example.ru',
        userErrors: [],
      });
      expect(await guest.ask('{ viewer { accountId } }')).toEqual({ viewer: { accountId: account?.id } });
      expect(await scene.signIn('guest1@example.ru')).toBeNull();
    });

    it('is used once, also when two browsers try at the same moment', async () => {
      const { invitation } = await scene.invite(await scene.register(), 'guest2@example.ru');
      const codes = await atOnce(scene.app, 'session', 2, async () => scene.accept(invitation?.secret));
      expect(new Set(codes)).toEqual(new Set(['INVITATION_INVALID', null]));
      expect(await scene.accept(invitation?.secret)).toBe('INVITATION_INVALID');
    });

    it('survives a weak password', async () => {
      const { invitation } = await scene.invite(await scene.register(), 'guest3@example.ru');
      for (const weak of ['short', 'qwerty12345', 'guest3-guest3'])
        expect(await scene.accept(invitation?.secret, weak)).toBe('WEAK_PASSWORD');
      expect(await scene.accept(invitation?.secret)).toBeNull();
    });

    it('is revoked by a newer one, which may come with another login', async () => {
      const personId = await scene.register();
      const first = await scene.invite(personId, 'guest4@example.ru');
      const second = await scene.invite(personId, 'guest4-new@example.ru');
      expect(second.account?.id).toBe(first.account?.id);
      expect(await scene.accept(first.invitation?.secret)).toBe('INVITATION_INVALID');
      expect(await scene.accept(second.invitation?.secret)).toBeNull();
      expect(await scene.signIn('guest4@example.ru')).toBe('WRONG_CREDENTIALS');
      expect(await scene.signIn('guest4-new@example.ru')).toBeNull();
    });

    it('is listed while it is open, and withdrawn: the link dies at once, and another may be sent', async () => {
      const personId = await scene.register();
      const { account, invitation } = await scene.invite(personId, 'guest6@example.ru');
      const listed = async (state: string): Promise<boolean> => {
        const { accounts } = await scene.administrator.ask<{
          accounts: { nodes: { id: string; invitedUntil: string }[] };
        }>(
          'query ($states: [AccountState!]) { accounts(first: 50, filter: { states: $states }) { totalCount nodes { id invitedUntil } } }',
          { states: [state] },
        );
        return accounts.nodes.some(({ id }) => id === account?.id);
      };
      const withdraw = async (rehearse = false) =>
        scene.administrator.call<{ account: { invitedUntil: string | null } }>(
          'withdrawInvitation',
          { accountId: account?.id, rehearse },
          'account { invitedUntil }',
        );
      expect([await listed('INVITED'), await listed('LAPSED')]).toEqual([true, false]);
      expect((await withdraw(true)).account.invitedUntil).toBe(invitation?.expiresAt);
      expect(await withdraw()).toMatchObject({ account: { invitedUntil: null }, userErrors: [] });
      expect(await scene.accept(invitation?.secret)).toBe('INVITATION_INVALID');
      expect([await listed('INVITED'), await listed('LAPSED')]).toEqual([false, true]);
      expect((await withdraw()).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
      const rows = await scene.administrator.ask(
        '{ journal(first: 10, filter: { command: "withdrawInvitation" }) { nodes { ids { role } } } }',
      );
      expect(rows).toEqual({ journal: { nodes: [{ ids: [{ role: 'account' }, { role: 'invitation' }] }] } });
      expect(await scene.accept((await scene.invite(personId, 'guest6@example.ru')).invitation?.secret)).toBeNull();
    });

    it('is nothing that can be made up', async () => {
      expect(await scene.accept('made up')).toBe('INVITATION_INVALID');
      expect(await scene.accept('')).toBe('INVITATION_INVALID');
    });

    it('is kept as a keyed hash only', async () => {
      const { invitation } = await scene.invite(await scene.register(), 'guest5@example.ru');
      const rows = await scene.app.world.database.read<{ row: string }>(
        'select row_to_json(i)::text as row from invitation i',
      );
      const hash = scene.app.world.secrets.hash('invitation', invitation?.secret ?? '').toString('hex');
      expect(rows.some(({ row }) => row.includes(hash))).toBe(true);
      expect(rows.some(({ row }) => row.includes(invitation?.secret ?? ''))).toBe(false);
    });

    it('is refused for whoever is active, for a body, for a login that is taken or none, and for nobody', async () => {
      expect((await scene.invite(scene.owner.personId, 'again@example.ru')).userErrors).toMatchObject([
        { code: 'ALREADY_ACTIVATED' },
      ]);
      expect((await scene.invite(await scene.register('PUBLIC'), 'body@example.ru')).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: ['input', 'personId'] },
      ]);
      expect((await scene.invite(await scene.register(), scene.owner.login)).userErrors).toMatchObject([
        { code: 'DUPLICATE', field: ['input', 'login'] },
      ]);
      expect((await scene.invite(await scene.register(), 'a b')).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: ['input', 'login'] },
      ]);
      expect((await scene.invite(scene.owner.accountId, 'x@example.ru')).userErrors).toMatchObject([
        { code: 'NOT_FOUND', field: ['input', 'personId'] },
      ]);
    });

    it('ends after fourteen days', async () => {
      const own = await startTestApp();
      try {
        const secret = (own.firstInvitation ?? '').split('#')[1];
        own.clock.set(own.clock.now() + 14 * 86_400_000);
        const { userErrors } = await new ConsoleOf(own).call('acceptInvitation', { secret, password });
        expect(userErrors).toMatchObject([{ code: 'INVITATION_INVALID', field: ['input', 'secret'] }]);
      } finally {
        await own.stop();
      }
    });
  });
}

import { describe, expect, it } from 'vitest';
import { administratorOf, enrol, type Enrolled } from '../../console.ts';
import { startTestApp } from '../../harness.ts';
import type { Inviting } from './inviting.ts';

export function aRole(scene: Inviting): void {
  describe('a role', () => {
    const roles = async (of: Enrolled) =>
      (
        await of.console.ask<{ viewer: { roles: { role: string }[] } }>('{ viewer { roles { role } } }')
      ).viewer.roles.map(({ role }) => role);
    const grantFields = 'roleGrant { id role since until revokedAt isInForce }';
    interface Granted {
      readonly roleGrant: { readonly id: string };
    }

    it('may come with the invitation', async () => {
      const auditor = await enrol(scene.app, scene.administrator, { roles: [{ role: 'AUDITOR' }] });
      expect(await roles(auditor)).toEqual(['AUDITOR']);
    });

    it('is given and taken, at once', async () => {
      const guest = await enrol(scene.app, scene.administrator);
      expect(await roles(guest)).toEqual([]);
      const granted = await scene.administrator.call<Granted>(
        'grantRole',
        { accountId: guest.accountId, role: 'AUDITOR' },
        grantFields,
      );
      expect(granted).toMatchObject({
        roleGrant: { role: 'AUDITOR', until: null, revokedAt: null, isInForce: true },
        userErrors: [],
      });
      expect(await roles(guest)).toEqual(['AUDITOR']);
      const { id } = granted.roleGrant;
      expect(await scene.administrator.call('revokeRole', { roleGrantId: id }, grantFields)).toMatchObject({
        roleGrant: { isInForce: false, revokedAt: new Date(scene.app.clock.now()).toISOString() },
      });
      expect(await roles(guest)).toEqual([]);
      const twice = await scene.administrator.call('revokeRole', { roleGrantId: id });
      expect(twice.userErrors).toMatchObject([{ code: 'ALREADY_REVOKED' }]);
    });

    it('holds in one organisation when it is given there', async () => {
      const made = await scene.administrator.call<{ organisation: { id: string } }>(
        'createOrganisation',
        { kind: 'HOA', name: 'ТСЖ «Дом»', ogrn: '1027700132195' },
        'organisation { id }',
      );
      const guest = await enrol(scene.app, scene.administrator);
      const organisationId = made.organisation.id;
      const wish = { accountId: guest.accountId, role: 'ASSEMBLY_ADMINISTRATOR', organisationId };
      expect((await scene.administrator.call('grantRole', wish)).userErrors).toEqual([]);
      expect(await guest.console.ask('{ viewer { roles { role organisationId } } }')).toEqual({
        viewer: { roles: [{ role: 'ASSEMBLY_ADMINISTRATOR', organisationId }] },
      });
      expect((await scene.administrator.call('grantRole', wish)).userErrors).toMatchObject([{ code: 'DUPLICATE' }]);
    });

    it('ends at its time, and can be given again then', async () => {
      const own = await startTestApp();
      try {
        const administratorThere = await administratorOf(own);
        const until = new Date(own.clock.now() + 3_600_000).toISOString();
        const guest = await enrol(own, administratorThere, { roles: [{ role: 'AUDITOR', until }] });
        own.clock.set(own.clock.now() + 3_599_999);
        expect(await roles(guest)).toEqual(['AUDITOR']);
        own.clock.set(own.clock.now() + 1);
        expect(await roles(guest)).toEqual([]);
        const list = '{ roleGrants(first: 10, filter: { role: AUDITOR }) { nodes { until isInForce } } }';
        expect(await administratorThere.ask(list)).toEqual({ roleGrants: { nodes: [{ until, isInForce: false }] } });
        const again = await administratorThere.call(
          'grantRole',
          { accountId: guest.accountId, role: 'AUDITOR' },
          grantFields,
        );
        expect(again.userErrors).toEqual([]);
        expect(await roles(guest)).toEqual(['AUDITOR']);
      } finally {
        await own.stop();
      }
    });

    it.each([
      ['over nothing, for an assembly administrator', { role: 'ASSEMBLY_ADMINISTRATOR' }, 'INVALID_INPUT'],
      [
        'over one place, for a platform administrator',
        { role: 'PLATFORM_ADMINISTRATOR', organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' },
        'INVALID_INPUT',
      ],
      [
        'over two places',
        { role: 'AUDITOR', organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA', houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA' },
        'INVALID_INPUT',
      ],
      [
        'over an organisation that is not there',
        { role: 'AUDITOR', organisationId: 'OR_AAAAAAAAAAAAAAAAAAAAAA' },
        'NOT_FOUND',
      ],
      ['over a house that is not there', { role: 'AUDITOR', houseId: 'HO_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND'],
      ['that is over already', { role: 'AUDITOR', until: '2026-02-01T06:00:00Z' }, 'INVALID_INPUT'],
      ['for an account that is not there', { role: 'AUDITOR', accountId: 'AC_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND'],
    ])('is refused %s', async (_what, wish, code) => {
      const { userErrors } = await scene.administrator.call('grantRole', { accountId: scene.owner.accountId, ...wish });
      expect(userErrors).toMatchObject([{ code }]);
    });

    it('of the last administrator stays; of one of two it goes', async () => {
      const list =
        '{ roleGrants(first: 10, filter: { role: PLATFORM_ADMINISTRATOR, inForce: true }) { nodes { id } } }';
      const { roleGrants } = await scene.administrator.ask<{ roleGrants: { nodes: { id: string }[] } }>(list);
      const roleGrantId = roleGrants.nodes[0]?.id;
      expect((await scene.administrator.call('revokeRole', { roleGrantId })).userErrors).toMatchObject([
        { code: 'LAST_ADMINISTRATOR' },
      ]);

      // An administrator who has not accepted the invitation cannot run the platform either.
      await scene.invite(await scene.register(), 'second-admin@example.ru', [{ role: 'PLATFORM_ADMINISTRATOR' }]);
      expect((await scene.administrator.call('revokeRole', { roleGrantId })).userErrors).toMatchObject([
        { code: 'LAST_ADMINISTRATOR' },
      ]);

      const second = await enrol(scene.app, scene.administrator, { roles: [{ role: 'PLATFORM_ADMINISTRATOR' }] });
      expect((await second.console.call('revokeRole', { roleGrantId })).userErrors).toEqual([]);
      const refused = await scene.administrator.askRaw('{ accounts(first: 1) { totalCount } }');
      expect(refused.errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
    });
  });
}

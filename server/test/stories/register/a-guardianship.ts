import { beforeEach, describe, expect, it } from 'vitest';
import { type ChangingRegister, unknownPerson } from './changing-register.ts';

export function aGuardianship(scene: ChangingRegister): void {
  describe('a guardianship', () => {
    let [child, parent] = ['', ''];
    const record = async (input: Record<string, unknown>) =>
      scene.change<{ guardianship: { id: string } }>(
        'recordGuardianship',
        { childId: child, parentId: parent, document: 'I-МЮ 123456', ...input },
        'guardianship { id since until document child { familyName } parent { familyName } }',
      );
    beforeEach(async () => {
      child = await scene.world.person('Малышев', { birthDate: '2016-05-01' });
      parent = await scene.world.person('Малышева', { birthDate: '1990-05-01' });
    });

    it('is recorded over a period, and shown on both', async () => {
      const { guardianship, userErrors } = await record({ until: '2034-05-01T00:00:00+03:00' });
      expect(userErrors).toEqual([]);
      expect(guardianship).toMatchObject({
        since: scene.now(),
        until: '2034-04-30T21:00:00.000Z',
        document: 'I-МЮ 123456',
        child: { familyName: 'Малышев' },
        parent: { familyName: 'Малышева' },
      });
      const shown = await scene.app.ask(
        scene.world.admin,
        `query ($child: ID!, $parent: ID!) { child: person(id: $child) { isMinor parents { parent { familyName } } children { id } }
           parent: person(id: $parent) { children { child { familyName } } parents { id } } }`,
        { child, parent },
      );
      expect(shown).toEqual({
        child: { isMinor: true, parents: [{ parent: { familyName: 'Малышева' } }], children: [] },
        parent: { children: [{ child: { familyName: 'Малышев' } }], parents: [] },
      });
    });

    it('is there once for a time', async () => {
      const { guardianship } = await record({});
      const again = { childId: child, parentId: parent, document: 'x' };
      expect(await scene.refused('recordGuardianship', again)).toEqual(['DUPLICATE input.parentId']);
      scene.app.clock.set(scene.app.clock.now() + 1000);
      const ended = await scene.change<{ guardianship: { until: string } }>(
        'endGuardianship',
        { guardianshipId: guardianship.id },
        'guardianship { until }',
      );
      expect(ended.guardianship.until).toBe(scene.now());
      expect(await scene.refused('endGuardianship', { guardianshipId: guardianship.id })).toEqual([
        'ALREADY_REVOKED input.guardianshipId',
      ]);
      expect((await record({})).userErrors).toEqual([]);
    });

    it('ends at a moment of its period', async () => {
      const { guardianship } = await record({ since: '2026-01-10T00:00:00Z' });
      const end = { guardianshipId: guardianship.id };
      expect(await scene.refused('endGuardianship', { ...end, at: '2999-01-01T00:00:00Z' })).toEqual([
        'IN_THE_FUTURE input.at',
      ]);
      expect(await scene.refused('endGuardianship', { ...end, at: '2026-01-09T00:00:00Z' })).toEqual([
        'INVALID_INPUT input.at',
      ]);
      expect(await scene.refused('endGuardianship', { guardianshipId: 'GU_AAAAAAAAAAAAAAAAAAAAAA' })).toEqual([
        'NOT_FOUND input.guardianshipId',
      ]);
    });

    it.each<[string, () => Promise<Record<string, unknown>>, string]>([
      ['a minor', async () => ({ childId: parent, parentId: child }), 'INVALID_INPUT input.childId'],
      [
        'a child whose age is known',
        async () => ({ childId: await scene.world.person('Безвозрастный') }),
        'INVALID_INPUT input.childId',
      ],
      [
        'a parent of age',
        async () => ({ parentId: await scene.world.person('Юный', { birthDate: '2009-01-01' }) }),
        'INVALID_INPUT input.parentId',
      ],
      ['somebody else', async () => ({ parentId: child }), 'INVALID_INPUT input.parentId'],
      ['a known child', async () => ({ childId: unknownPerson }), 'NOT_FOUND input.childId'],
      ['a known parent', async () => ({ parentId: unknownPerson }), 'NOT_FOUND input.parentId'],
      ['a beginning that has come', async () => ({ since: '2999-01-01T00:00:00Z' }), 'IN_THE_FUTURE input.since'],
      ['an end after its beginning', async () => ({ until: '2020-01-01T00:00:00Z' }), 'INVALID_INPUT input.until'],
      ['a document', async () => ({ document: '' }), 'INVALID_INPUT input.document'],
    ])('needs %s', async (_what, written, refusal) => {
      const input = { childId: child, parentId: parent, document: 'свидетельство', ...(await written()) };
      expect(await scene.refused('recordGuardianship', input)).toEqual([refusal]);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { refusals } from '../../register-world.ts';
import { spoken, title, unknownPerson, type ChangingRegister } from './changing-register.ts';
import { givenFlat } from './given-flat.ts';
import { passesOn } from './passes-on.ts';

export function anOwnership(scene: ChangingRegister): void {
  describe('an ownership', () => {
    const given = givenFlat(scene);

    it('is exact: three thirds of 70.10 are 70.10', async () => {
      for (const owner of [given.ivanov, given.petrov, given.sidorov])
        await scene.world.ownership(given.flat, [owner], '1/3');
      const { premises } = await scene.app.ask<{ premises: unknown }>(
        scene.world.admin,
        `query ($id: ID!) { premises(id: $id) { ownerships { weight weightText shareOfHouse percentOfHouse }
           house { totals { area areaWithKnownOwners } shareProblems(first: 1) { totalCount } } } }`,
        { id: given.flat },
      );
      const third = { weight: '701/30', weightText: '23.37', shareOfHouse: '1/3', percentOfHouse: '33.33' };
      expect(premises).toEqual({
        ownerships: [third, third, third],
        house: { totals: { area: '70.10', areaWithKnownOwners: '701/10' }, shareProblems: { totalCount: 0 } },
      });
    });

    it('is held by one, or by several together', async () => {
      await scene.world.ownership(given.flat, [given.ivanov, given.petrov], '1/2');
      await scene.world.ownership(given.flat, [given.sidorov], '1/2');
      const held = await scene.owners(given.flat);
      expect(spoken(held)).toEqual(['Иванов и Петров 1/2', 'Сидоров 1/2']);
      expect(held.map(({ joint, holders }) => [joint, holders.length])).toEqual([
        [true, 2],
        [false, 1],
      ]);
    });

    it('keeps its title document', async () => {
      const ownership = await scene.change<{ ownership: unknown }>(
        'recordOwnership',
        { premisesId: given.flat, holderIds: [given.ivanov], share: '0.5', title },
        'ownership { share title { kind number date } premises { id } previousId }',
      );
      expect(ownership.ownership).toEqual({ share: '1/2', title, premises: { id: given.flat }, previousId: null });
    });

    it('never makes the shares of its premises exceed one, and says by how much they would', async () => {
      await scene.world.ownership(given.flat, [given.ivanov], '2/3');
      const answer = await scene.change(
        'recordOwnership',
        { premisesId: given.flat, holderIds: [given.petrov], share: '1/2', title },
        '__typename',
      );
      expect(answer.userErrors).toEqual([
        {
          code: 'SHARES_EXCEED_ONE',
          field: ['input', 'share'],
          message: 'The shares of the premises add up to more than one: 7/6.',
        },
      ]);
      expect(spoken(await scene.owners(given.flat))).toEqual(['Иванов 2/3']);
    });

    it('is judged at every moment of its period, not only today', async () => {
      await scene.world.ownership(given.flat, [given.ivanov], '1', {
        since: '2020-01-01T00:00:00Z',
        until: '2024-01-01T00:00:00Z',
      });
      const later = { premisesId: given.flat, holderIds: [given.petrov], share: '1/2', title };
      expect(await scene.refused('recordOwnership', { ...later, since: '2023-12-31T23:59:59.999Z' })).toEqual([
        'SHARES_EXCEED_ONE input.share',
      ]);
      await scene.world.ownership(given.flat, [given.petrov], '1/2', { since: '2024-01-01T00:00:00Z' });
      expect(spoken(await scene.owners(given.flat, '2023-12-31T23:59:59.999Z'))).toEqual(['Иванов 1']);
      expect(spoken(await scene.owners(given.flat, '2024-01-01T00:00:00Z'))).toEqual(['Петров 1/2']);
      expect(spoken(await scene.owners(given.flat, '2019-12-31T00:00:00Z'))).toEqual([]);
      expect(await scene.owners(given.flat, null, true)).toHaveLength(2);
    });

    it('is there once when two enter it at once', async () => {
      const one = async (person: string) =>
        scene.change(
          'recordOwnership',
          { premisesId: given.flat, holderIds: [person], share: '2/3', title },
          '__typename',
        );
      const answers = await Promise.all([given.ivanov, given.petrov, given.sidorov].map(one));
      expect(answers.map((answer) => refusals(answer).join()).toSorted()).toEqual([
        '',
        'SHARES_EXCEED_ONE input.share',
        'SHARES_EXCEED_ONE input.share',
      ]);
      expect(await scene.owners(given.flat)).toHaveLength(1);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['a share above zero', { share: '0' }, 'SHARE_INVALID input.share'],
      ['a positive share', { share: '-1/2' }, 'SHARE_INVALID input.share'],
      ['a share of at most one', { share: '7/6' }, 'SHARE_INVALID input.share'],
      ['a share that a deed could write', { share: '1/1000000000001' }, 'SHARE_INVALID input.share'],
      ['a holder', { holderIds: [] }, 'INVALID_INPUT input.holderIds'],
      ['holders who are known', { holderIds: [unknownPerson] }, 'NOT_FOUND input.holderIds.0'],
      ['a beginning that has come', { since: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE input.since'],
      ['an end that has come', { until: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE input.until'],
      [
        'an end after its beginning',
        { since: '2020-01-01T00:00:00Z', until: '2020-01-01T00:00:00Z' },
        'INVALID_INPUT input.until',
      ],
      ['a title', { title: { kind: ' ' } }, 'INVALID_INPUT input.title.kind'],
      [
        'a title that was written already',
        { title: { kind: 'ЕГРН', date: '2026-02-09' } },
        'IN_THE_FUTURE input.title.date',
      ],
      ['premises', { premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND input.premisesId'],
    ])('needs %s', async (_what, written, refusal) => {
      const input = { premisesId: given.flat, holderIds: [given.ivanov], share: '1', title, ...written };
      expect(await scene.refused('recordOwnership', input)).toEqual([refusal]);
    });

    it('names a holder once', async () => {
      const input = { premisesId: given.flat, holderIds: [given.ivanov, given.ivanov], share: '1', title };
      expect(await scene.refused('recordOwnership', input)).toEqual(['DUPLICATE input.holderIds.1']);
    });

    it('ends without a known successor, and its part stays in the total', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov], '1/4', {
        since: '2020-01-01T00:00:00Z',
      });
      await scene.world.ownership(given.flat, [given.petrov], '3/4');
      expect(await scene.refused('endOwnership', { ownershipId, at: '2999-01-01T00:00:00Z' })).toEqual([
        'IN_THE_FUTURE input.at',
      ]);
      expect(await scene.refused('endOwnership', { ownershipId, at: '2019-01-01T00:00:00Z' })).toEqual([
        'NOT_OWNER_THEN input.ownershipId',
      ]);
      const ended = await scene.change<{ ownership: { until: string } }>(
        'endOwnership',
        { ownershipId },
        'ownership { until }',
      );
      expect(ended.ownership.until).toBe(scene.now());
      expect(await scene.refused('endOwnership', { ownershipId })).toEqual(['NOT_OWNER_THEN input.ownershipId']);
      const { premises } = await scene.app.ask<{ premises: unknown }>(
        scene.world.admin,
        'query ($id: ID!) { premises(id: $id) { missingShare house { shareProblems(first: 5) { nodes { sum missing premises { id } } } } } }',
        { id: given.flat },
      );
      expect(premises).toEqual({
        missingShare: '1/4',
        house: { shareProblems: { nodes: [{ sum: '3/4', missing: '1/4', premises: { id: given.flat } }] } },
      });
      expect(await scene.refused('endOwnership', { ownershipId: 'OW_AAAAAAAAAAAAAAAAAAAAAA' })).toEqual([
        'NOT_FOUND input.ownershipId',
      ]);
    });

    passesOn(scene, given);
  });
}

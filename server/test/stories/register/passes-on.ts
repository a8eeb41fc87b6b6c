import { describe, expect, it } from 'vitest';
import { refusals } from '../../register-world.ts';
import { ownedFields, spoken, title, unknownPerson, type ChangingRegister, type Owned } from './changing-register.ts';
import type { GivenFlat } from './given-flat.ts';

export function passesOn(scene: ChangingRegister, given: GivenFlat): void {
  describe('passes on', () => {
    interface Transfer {
      readonly bought: readonly Owned[];
      readonly kept: readonly Owned[];
    }
    const transfer = async (input: Record<string, unknown>) =>
      scene.change<Transfer>(
        'recordTransfer',
        { title, ...input },
        `bought { ${ownedFields} } kept { ${ownedFields} }`,
      );

    it('whole, and what was before stays on record', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov], '1', {
        since: '2020-01-01T00:00:00Z',
      });
      const { bought, kept, userErrors } = await transfer({ ownershipId, toIds: [given.petrov] });
      expect(userErrors).toEqual([]);
      expect(bought).toMatchObject([
        { share: '1', joint: false, since: scene.now(), until: null, previousId: ownershipId },
      ]);
      expect(kept).toEqual([]);
      expect(spoken(await scene.owners(given.flat))).toEqual(['Петров 1']);
      expect(spoken(await scene.owners(given.flat, '2021-01-01T00:00:00Z'))).toEqual(['Иванов 1']);
      const history = await scene.owners(given.flat, null, true);
      expect(history.map(({ since, until }) => [since, until])).toEqual([
        ['2020-01-01T00:00:00.000Z', scene.now()],
        [scene.now(), null],
      ]);
    });

    it('in part: the rest stays with the seller under the same title', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov], '2/3');
      const { bought, kept, userErrors } = await transfer({
        ownershipId,
        toIds: [given.petrov, given.sidorov],
        share: '1/4',
      });
      expect(userErrors).toEqual([]);
      expect(bought).toMatchObject([{ share: '1/4', joint: true, previousId: ownershipId }]);
      expect(kept).toMatchObject([{ share: '5/12', joint: false, previousId: ownershipId }]);
      expect(spoken(await scene.owners(given.flat))).toEqual(['Иванов 5/12', 'Петров и Сидоров 1/4']);
    });

    it('whole when the part named is all of it', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov], '1/2');
      expect((await transfer({ ownershipId, toIds: [given.petrov], share: '0.5' })).kept).toEqual([]);
    });

    it('from spouses together, and to one of them', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov, given.petrov]);
      expect(
        await scene.refused('recordTransfer', {
          ownershipId,
          fromPersonId: given.sidorov,
          toIds: [given.sidorov],
          title,
        }),
      ).toEqual(['NOT_OWNER_THEN input.ownershipId']);
      expect(
        await scene.refused('recordTransfer', { ownershipId, toIds: [given.petrov, given.ivanov], title }),
      ).toEqual(['INVALID_INPUT input.toIds']);
      expect((await transfer({ ownershipId, fromPersonId: given.ivanov, toIds: [given.petrov] })).userErrors).toEqual(
        [],
      );
      expect(spoken(await scene.owners(given.flat))).toEqual(['Петров 1']);
    });

    it('by premises and seller: everything the seller owns there', async () => {
      await scene.world.ownership(given.flat, [given.ivanov], '1/4');
      await scene.world.ownership(given.flat, [given.ivanov], '1/2');
      await scene.world.ownership(given.flat, [given.petrov], '1/4');
      const named = { premisesId: given.flat, fromPersonId: given.ivanov, toIds: [given.sidorov], title };
      expect(await scene.refused('recordTransfer', { ...named, share: '1/8' })).toEqual(['INVALID_INPUT input.share']);
      const { bought } = await transfer(named);
      expect(bought.map(({ share }) => share).toSorted()).toEqual(['1/2', '1/4']);
      expect(spoken(await scene.owners(given.flat))).toEqual(['Петров 1/4', 'Сидоров 1/2', 'Сидоров 1/4']);
      expect(await scene.refused('recordTransfer', named)).toEqual(['NOT_OWNER_THEN input.fromPersonId']);
    });

    it('as of a moment in the past, when that leaves no moment with more than one', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov], '1', {
        since: '2020-01-01T00:00:00Z',
      });
      const { bought } = await transfer({ ownershipId, toIds: [given.petrov], at: '2026-01-15T12:00:00+03:00' });
      expect(bought[0]?.since).toBe('2026-01-15T09:00:00.000Z');
      expect(spoken(await scene.owners(given.flat, '2026-01-15T08:59:59.999Z'))).toEqual(['Иванов 1']);
      expect(spoken(await scene.owners(given.flat, '2026-01-15T09:00:00Z'))).toEqual(['Петров 1']);
      expect(await scene.refused('recordTransfer', { ownershipId, toIds: [given.sidorov], title })).toEqual([
        'NOT_OWNER_THEN input.ownershipId',
      ]);
    });

    it.each<[string, Record<string, unknown>, string]>([
      ['more than the seller owns', { share: '2/3' }, 'SHARE_INVALID input.share'],
      ['nothing', { share: '0' }, 'SHARE_INVALID input.share'],
      ['to nobody', { toIds: [] }, 'INVALID_INPUT input.toIds'],
      ['to somebody unknown', { toIds: [unknownPerson] }, 'NOT_FOUND input.toIds.0'],
      ['in the future', { at: '2999-01-01T00:00:00Z' }, 'IN_THE_FUTURE input.at'],
      ['before the seller owned it', { at: '2019-01-01T00:00:00Z' }, 'NOT_OWNER_THEN input.ownershipId'],
      ['without a title', { title: { kind: '' } }, 'INVALID_INPUT input.title.kind'],
      ['of other premises', { premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA' }, 'INVALID_INPUT input.premisesId'],
      ['of an unknown ownership', { ownershipId: 'OW_AAAAAAAAAAAAAAAAAAAAAA' }, 'NOT_FOUND input.ownershipId'],
      ['of nothing named', { ownershipId: null }, 'INVALID_INPUT input.ownershipId'],
      [
        'of premises without a seller',
        { ownershipId: null, premisesId: 'PR_AAAAAAAAAAAAAAAAAAAAAA' },
        'INVALID_INPUT input.fromPersonId',
      ],
    ])('never %s', async (_what, written, refusal) => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov], '1/2', {
        since: '2020-01-01T00:00:00Z',
      });
      expect(await scene.refused('recordTransfer', { ownershipId, toIds: [given.petrov], title, ...written })).toEqual([
        refusal,
      ]);
    });

    it('once, when two enter it at once', async () => {
      const ownershipId = await scene.world.ownership(given.flat, [given.ivanov]);
      const answers = await Promise.all(
        [given.petrov, given.sidorov].map(async (to) => transfer({ ownershipId, toIds: [to] })),
      );
      expect(answers.map((answer) => refusals(answer).join()).toSorted()).toEqual([
        '',
        'NOT_OWNER_THEN input.ownershipId',
      ]);
      expect(await scene.owners(given.flat)).toHaveLength(1);
    });
  });
}

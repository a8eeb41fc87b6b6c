import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gid } from '../world.ts';
import { cast, enterPaper } from './voting-api.ts';
import { ballotOf, paperOf, votingHouse, type Announced, type VotingHouse } from './voting-house.ts';

/** Domain §7.3: the key is looked up before every other check, and only an accepted call binds it. */
describe('a key of idempotency', () => {
  let home: VotingHouse;
  let assembly: Announced;
  const hour = 3_600_000;

  beforeAll(async () => {
    home = await votingHouse();
    assembly = await home.announced();
  });
  afterAll(async () => home.close());

  const stored = async (): Promise<number> => {
    const { rows } = await home.world.sql.query<{ many: number }>('select count(*)::int as many from ballot');
    return rows[0]?.many ?? -1;
  };

  it('is not bound by a refused call', async () => {
    const { anna } = home.owners;
    home.app.clock.set(assembly.opensAt - 1);
    const early = await cast(home.app, anna.token, ballotOf(assembly, anna, 'AGAINST', 'key-of-anna'));
    expect(early.userErrors.map(({ code }) => code)).toEqual(['NOT_OPEN']);
    home.app.clock.set(assembly.opensAt);
    const accepted = await cast(home.app, anna.token, ballotOf(assembly, anna, 'FOR', 'key-of-anna'));
    expect(accepted.userErrors).toEqual([]);
    expect(await stored()).toBe(1);
  });

  it('gives the first answer again to the same call, and changes nothing', async () => {
    const { anna } = home.owners;
    const input = ballotOf(assembly, anna, 'FOR', 'key-of-anna');
    const first = await cast(home.app, anna.token, input);
    home.app.clock.set(assembly.opensAt + hour);
    const again = await cast(home.app, anna.token, input);
    expect(again).toEqual(first);
    expect(again.submission?.receipt).toMatch(/^\w{4}(-\w{4}){3}$/);
    expect(await stored()).toBe(1);
  });

  it('refuses another call, whatever else is wrong with it', async () => {
    const { anna, boris } = home.owners;
    for (const input of [
      ballotOf(assembly, anna, 'AGAINST', 'key-of-anna'),
      ballotOf(assembly, boris, 'FOR', 'key-of-anna'),
      { ...ballotOf(assembly, anna, 'FOR', 'key-of-anna'), votes: [] },
    ]) {
      expect((await cast(home.app, anna.token, input)).userErrors.map(({ code }) => code)).toEqual(['KEY_REUSED']);
    }
    expect(await stored()).toBe(1);
  });

  it('belongs to its account', async () => {
    const { boris } = home.owners;
    const other = await cast(home.app, boris.token, ballotOf(assembly, boris, 'AGAINST', 'key-of-anna'));
    expect(other.userErrors).toEqual([]);
    expect(await stored()).toBe(2);
  });

  it('works for paper the same, and is one for all kinds of calls', async () => {
    const { clara } = home.owners;
    const input = paperOf(assembly, clara, 'FOR', assembly.opensAt, 'key-of-keeper');
    const first = await enterPaper(home.app, home.keeper, input);
    expect(first.userErrors).toEqual([]);
    expect(await enterPaper(home.app, home.keeper, input)).toEqual(first);
    const other = paperOf(assembly, clara, 'AGAINST', assembly.opensAt, 'key-of-keeper');
    expect((await enterPaper(home.app, home.keeper, other)).userErrors.map(({ code }) => code)).toEqual(['KEY_REUSED']);
    const vote = await cast(home.app, home.keeper, ballotOf(assembly, clara, 'FOR', 'key-of-keeper'));
    expect(vote.userErrors.map(({ code }) => code)).toEqual(['KEY_REUSED']);
    expect(await stored()).toBe(3);
  });

  it('still gives the first answer when the flat is sold, the ballot taken out and voting over', async () => {
    const { anna, boris, clara } = home.owners;
    const input = ballotOf(assembly, anna, 'FOR', 'key-of-anna');
    const first = await cast(home.app, anna.token, input);
    const [ballot] = first.submission?.ballots ?? [];
    const transfer = {
      premisesId: gid.premises(anna.premises),
      fromPersonId: gid.person(anna.person),
      toIds: [gid.person(boris.person)],
      title: { kind: 'ЕГРН' },
    };
    expect((await home.change(home.operator, 'recordTransfer', transfer, 'premises { id }')).userErrors).toEqual([]);
    const disputed = { ballotId: ballot?.id, statement: 'Голосовала не я' };
    expect((await home.change(anna.token, 'openDispute', disputed, 'ballot { id }')).userErrors).toEqual([]);
    const upheld = { ballotId: ballot?.id, evidence: 'Подпись не её' };
    expect((await home.change(home.keeper, 'upholdDispute', upheld, 'ballot { id }')).userErrors).toEqual([]);
    home.app.clock.set(assembly.closesAt);
    const again = await cast(home.app, anna.token, input);
    expect(again.submission?.id).toBe(first.submission?.id);
    expect(again.submission?.receipt).toBe(first.submission?.receipt);
    expect(again.submission?.ballots.map(({ state, reason }) => [state, reason])).toEqual([
      ['ANNULLED', 'DISPUTE_UPHELD'],
    ]);
    const paper = paperOf(assembly, clara, 'FOR', assembly.opensAt, 'key-of-keeper');
    expect((await enterPaper(home.app, home.keeper, paper)).userErrors).toEqual([]);
    const late = await cast(home.app, boris.token, ballotOf(assembly, anna, 'FOR', 'a-new-key'));
    expect(late.userErrors.map(({ code }) => code)).toEqual(['NOT_OPEN']);
    expect(await stored()).toBe(3);
  });

  it.each(['short', 'x'.repeat(101), 'with a space', 'ключ-из-букв'])('is refused when it is none: %s', async (key) => {
    const { clara } = home.owners;
    const answer = await cast(home.app, clara.token, ballotOf(assembly, clara, 'FOR', key));
    expect(answer.userErrors.map(({ code, field }) => [code, field])).toEqual([
      ['INVALID_INPUT', ['input', 'idempotencyKey']],
    ]);
  });
});

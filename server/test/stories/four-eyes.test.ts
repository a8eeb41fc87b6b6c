import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { gid } from '../world.ts';
import { announce, draft, enterPaper, type AssemblyAnswer } from './voting-api.ts';
import { draftInput, paperOf, votingHouse, type Owner, type VotingHouse } from './voting-house.ts';

const day = 86_400_000;
const sheetFields = `sheet { id state isHandOverTyped differences transcriptions { step votes { marks } }
  ballots { state reason } }`;

interface Answer {
  readonly sheet: {
    readonly id: string;
    readonly state: string;
    readonly isHandOverTyped: boolean;
    readonly differences: readonly string[];
    readonly transcriptions: readonly { readonly step: string; readonly votes: readonly { marks: string[] }[] }[];
    readonly ballots: readonly { readonly state: string; readonly reason: string | null }[];
  } | null;
}

describe('paper that two people enter', () => {
  let house: VotingHouse;
  let assembly: AssemblyAnswer & { opensAt: number; closesAt: number };
  let [first, second, third] = ['', '', ''];
  let firstPerson = '';
  let serial = 0;

  beforeAll(async () => {
    house = await votingHouse();
    const { app, world, owners } = house;
    const staff = async (name: string): Promise<{ person: string; token: string }> => {
      const person = await world.person(name);
      await world.role(person, 'ASSEMBLY_ADMINISTRATOR', { house: house.house });
      return { person, token: await world.token(person) };
    };
    const ivan = await staff('Иван');
    [first, firstPerson] = [ivan.token, ivan.person];
    second = (await staff('Ольга')).token;
    third = (await staff('Пётр')).token;
    const opensAt = app.clock.now() + 15 * day;
    const closesAt = opensAt + 10 * day;
    const input = draftInput({ house: house.house, owners }, app.clock.now(), opensAt, closesAt);
    const drafted = await draft(app, first, { ...input, fourEyes: true });
    const announced = drafted.assembly && (await announce(app, first, drafted.assembly)).assembly;
    if (!announced) throw new Error(JSON.stringify(drafted.userErrors));
    assembly = { ...announced, opensAt, closesAt };
    app.clock.set(opensAt + day);
    await app.clockwork.tick();
  });
  afterAll(async () => house.close());

  const change = async (token: string, name: string, input: object) =>
    house.change<Answer>(token, name, { ...input, idempotencyKey: `four-eyes-${String((serial += 1))}` }, sheetFields);
  const code = ({ userErrors }: { userErrors: readonly { code: string }[] }): string | null =>
    userErrors[0]?.code ?? null;
  const takeIn = async (by = first): Promise<string> => {
    const { sheet } = await change(by, 'takeInSheet', { assemblyId: assembly.id });
    return sheet?.id ?? '';
  };
  const read = (sheetId: string, owner: Owner, mark: string) => ({
    sheetId,
    ownerId: gid.person(owner.person),
    premisesIds: [gid.premises(owner.premises)],
    votes: assembly.agenda.map(({ id }) => ({ agendaItemId: id, marks: [mark] })),
  });
  const openNext = async (token: string, task: string): Promise<string | null> => {
    const input = { assemblyId: assembly.id, task };
    return (await house.change<Answer>(token, 'openNextSheet', input, sheetFields)).sheet?.id ?? null;
  };

  it('counts once a second person read the same, and is stamped by the server unless a time was typed', async () => {
    const { anna } = house.owners;
    const sheet = await takeIn();
    const entered = await change(first, 'enterSheet', read(sheet, anna, 'FOR'));
    expect(entered.sheet).toMatchObject({ state: 'ENTERED', isHandOverTyped: false, ballots: [] });
    const confirmed = await change(second, 'confirmSheet', read(sheet, anna, 'FOR'));
    expect(confirmed.sheet).toMatchObject({ state: 'CONFIRMED', ballots: [{ state: 'COUNTED', reason: null }] });
    const handedOverAt = new Date(assembly.opensAt + 3_600_000).toISOString();
    const typed = await change(first, 'takeInSheet', { assemblyId: assembly.id, handedOverAt });
    expect(typed.sheet?.isHandOverTyped).toBe(true);
    // A second paper for the same square metres is on record and does not count.
    await change(first, 'enterSheet', read(typed.sheet?.id ?? '', anna, 'AGAINST'));
    const again = await change(second, 'confirmSheet', read(typed.sheet?.id ?? '', anna, 'AGAINST'));
    expect(again.sheet?.ballots).toEqual([{ state: 'REJECTED', reason: 'ALREADY_VOTED' }]);
  });

  it('is not confirmed by whoever entered it, with whatever token, nor entered past the sheet', async () => {
    const { boris } = house.owners;
    const sheet = await takeIn();
    await change(first, 'enterSheet', read(sheet, boris, 'FOR'));
    const other = await house.world.token(firstPerson);
    for (const token of [first, other]) {
      expect(code(await change(token, 'confirmSheet', read(sheet, boris, 'FOR')))).toBe('SAME_PERSON');
      expect(code(await change(token, 'enterSheet', read(sheet, boris, 'AGAINST')))).toBe('SAME_PERSON');
      expect(await openNext(token, 'CONFIRM')).toBeNull();
    }
    const plain = await enterPaper(
      house.app,
      first,
      paperOf(assembly, boris, 'FOR', house.app.clock.now(), 'past-it-1'),
    );
    expect(code(plain)).toBe('FOUR_EYES');
    await expect(change(boris.token, 'confirmSheet', read(sheet, boris, 'FOR'))).rejects.toThrow('NOT_ALLOWED');
  });

  it('shows the first entry to nobody else before there is a second; a third person decides, with a reason', async () => {
    const { boris } = house.owners;
    const sheet = await openNext(second, 'CONFIRM');
    if (sheet === null) throw new Error('nothing waits');
    const seen = async (token: string) =>
      house.app.ask<{ node: Answer['sheet'] }>(
        token,
        'query ($id: ID!) { node(id: $id) { ... on PaperSheet { state transcriptions { step votes { marks } } } } }',
        { id: sheet },
      );
    expect((await seen(second)).node).toEqual({ state: 'ENTERED', transcriptions: [] });
    expect((await seen(first)).node?.transcriptions).toHaveLength(1);
    expect(code(await change(third, 'confirmSheet', read(sheet, boris, 'FOR')))).toBe('SHEET_HELD');
    const differs = await change(second, 'confirmSheet', read(sheet, boris, 'AGAINST'));
    expect(differs.sheet).toMatchObject({ state: 'DIFFERENT', differences: ['VOTES'], ballots: [] });
    expect((await seen(third)).node?.transcriptions.map(({ votes }) => votes[0]?.marks)).toEqual([
      ['FOR'],
      ['AGAINST'],
    ]);
    const decision = { ...read(sheet, boris, 'AGAINST'), reason: 'Отметка стоит в графе «против»' };
    for (const token of [first, second]) expect(code(await change(token, 'decideSheet', decision))).toBe('SAME_PERSON');
    expect(code(await change(third, 'decideSheet', { ...decision, reason: ' ' }))).toBe('INVALID_INPUT');
    const decided = await change(third, 'decideSheet', decision);
    expect(decided.sheet).toMatchObject({ state: 'CONFIRMED', ballots: [{ state: 'COUNTED' }] });
    expect(code(await change(third, 'decideSheet', decision))).toBe('SAME_PERSON');
  });

  it('gives two people at once two sheets, keeps each for its holder, and lets go after ten minutes', async () => {
    const sheets = [await takeIn(), await takeIn(), await takeIn()];
    const taken = await Promise.all([first, second, third].map(async (token) => openNext(token, 'ENTER')));
    expect(new Set(taken)).toEqual(new Set(sheets));
    expect(await openNext(house.keeper, 'ENTER')).toBeNull();
    house.app.clock.set(house.app.clock.now() + 10 * 60_000);
    expect(sheets).toContain(await openNext(house.keeper, 'ENTER'));
  });

  it('takes a forged code, or one of another owner, for what it is', async () => {
    const forged = await change(first, 'takeInSheet', { assemblyId: assembly.id, code: 'A'.repeat(98) });
    expect(code(forged)).toBe('SHEET_UNKNOWN');
    expect(code(await change(first, 'takeInSheet', { assemblyId: assembly.id, number: 'AAAA-AAAA' }))).toBe(
      'SHEET_UNKNOWN',
    );
    const printing = {
      assemblyId: assembly.id,
      ownerId: gid.person(house.owners.clara.person),
      idempotencyKey: 'print-for-clara',
    };
    await house.change(house.operator, 'printBallots', printing, 'printRun { id }');
    const { rows } = await house.world.sql.query<{ number: string }>(
      'select printed_number as number from printed_ballot',
    );
    const mine = await change(first, 'takeInSheet', { assemblyId: assembly.id, number: rows[0]?.number.toLowerCase() });
    const sheet = mine.sheet?.id ?? '';
    expect(code(await change(first, 'enterSheet', read(sheet, house.owners.boris, 'FOR')))).toBe('SHEET_NAMES_ANOTHER');
    const { votes } = read(sheet, house.owners.clara, 'FOR');
    expect((await change(first, 'enterSheet', { sheetId: sheet, votes })).sheet?.state).toBe('ENTERED');
  });

  it('is on record and not counted when voting ends first, and nobody enters it after the end', async () => {
    const { app, world } = house;
    const late = await takeIn();
    app.clock.set(assembly.closesAt);
    expect(code(await change(first, 'enterSheet', read(late, house.owners.clara, 'FOR')))).toBe('CLOSED');
    expect(code(await change(first, 'takeInSheet', { assemblyId: assembly.id }))).toBe('CLOSED');
    app.clock.set(assembly.closesAt + 10_000);
    await app.clockwork.tick();
    const { rows } = await world.sql.query<{ state: string; sheets: number; reasons: string[] | null }>(
      `select s.state, count(*)::int as sheets, array_agg(distinct b.reason) filter (where b.reason is not null) as reasons
         from paper_sheet s left join ballot b on b.submission_id = s.submission_id group by 1 order by 1`,
    );
    expect(rows).toEqual([
      { state: 'CONFIRMED', sheets: 3, reasons: ['ALREADY_VOTED'] },
      { state: 'NOT_CONFIRMED', sheets: 5, reasons: ['NOT_CONFIRMED'] },
    ]);
    await expect(world.sql.query('delete from transcription')).rejects.toThrow('');
  });
});

import sharp from 'sharp';
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

interface Followed {
  readonly id: string;
  readonly explanation: string;
  readonly votes: readonly object[];
  readonly paperTrail: {
    readonly enteredBy: { readonly displayName: string } | null;
    readonly scans: readonly { readonly pictureUrl: string }[];
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
  const openNext = async (token: string, task: string, afterId: string | null = null): Promise<string | null> => {
    const input = { assemblyId: assembly.id, task, afterId };
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

  const followed = `id explanation votes { marks } assembly { title } paperTrail { isHandOverTyped decisionReason fileUrl
    takenInBy { displayName } enteredBy { displayName } confirmedBy { displayName } decidedBy { displayName } scans { number pictureUrl } }`;
  const ballotsOf = async (token: string) =>
    (
      await house.app.ask<{ myBallots: { nodes: Followed[] } }>(
        token,
        `{ myBallots(first: 5) { nodes { ${followed} } } }`,
      )
    ).myBallots.nodes;

  it('gives two people at once two sheets, keeps each for its holder, and lets go after ten minutes', async () => {
    const sheets = await Promise.all(Array.from({ length: 9 }, async () => takeIn()));
    const hands = [first, second, third];
    const held: string[] = [];
    // Three people at once, three times over: each has one on the desk and asks for the one after it.
    let onDesk = hands.map((): string | null => null);
    for (let round = 0; round < 3; round += 1) {
      onDesk = await Promise.all(hands.map(async (token, at) => openNext(token, 'ENTER', onDesk[at] ?? null)));
      held.push(...onDesk.map(String));
    }
    expect(held.toSorted()).toEqual(sheets.toSorted());
    expect(await openNext(house.keeper, 'ENTER')).toBeNull();
    // What was passed over comes again after the others, and not before them.
    const mine = sheets.filter((sheet) => [0, 3, 6].some((at) => held[at] === sheet));
    let last: string | null = null;
    const again: (string | null)[] = [];
    for (const _sheet of mine) again.push((last = await openNext(first, 'ENTER', last)));
    expect(new Set(again)).toEqual(new Set(mine));
    house.app.clock.set(house.app.clock.now() + 10 * 60_000);
    expect(sheets).toContain(await openNext(house.keeper, 'ENTER'));
  });

  it('shows its owner who entered it and its scan, and nobody else who does not keep the assembly', async () => {
    const { anna, boris, clara } = house.owners;
    const proxy = {
      houseId: gid.house(house.house),
      ownerId: gid.person(clara.person),
      holderId: gid.person(anna.person),
      documentKind: 'доверенность',
      documentNumber: '1',
      validFrom: new Date(assembly.opensAt).toISOString(),
      validUntil: new Date(assembly.closesAt).toISOString(),
    };
    await house.change(house.keeper, 'registerProxy', proxy, 'proxy { id }');
    const page = await sharp({ create: { width: 60, height: 80, channels: 3, background: 'white' } })
      .jpeg()
      .toBuffer();
    const upload = await fetch(`${house.app.url}/files`, {
      method: 'POST',
      headers: { authorization: `Bearer ${first}`, 'x-file-name': 'scan.jpg' },
      body: new Uint8Array(page),
    });
    const { id: scanFileId } = (await upload.json()) as { id: string };
    const taken = await change(first, 'takeInSheet', { assemblyId: assembly.id, scanFileId });
    const sheet = taken.sheet?.id ?? '';
    const got = async (path: string, token: string) =>
      fetch(`${house.app.url}${path}`, { headers: { authorization: `Bearer ${token}` } });
    // Whoever confirms it looks at it; its owner only once it is on record.
    expect((await got(`/files/${scanFileId}`, second)).status).toBe(200);
    expect((await got(`/files/${scanFileId}`, clara.token)).status).toBe(404);
    const byProxy = (mark: string) => ({ ...read(sheet, clara, mark), actedById: gid.person(anna.person) });
    await change(first, 'enterSheet', byProxy('FOR'));
    await change(second, 'confirmSheet', byProxy('AGAINST'));
    await change(third, 'decideSheet', { ...byProxy('FOR'), reason: 'На скане стоит «за»' });

    const [ballot] = await ballotsOf(clara.token);
    expect(ballot).toMatchObject({
      assembly: { title: 'Собрание' },
      paperTrail: {
        isHandOverTyped: false,
        decisionReason: 'На скане стоит «за»',
        takenInBy: { displayName: 'Иван Тест' },
        enteredBy: { displayName: 'Иван Тест' },
        confirmedBy: { displayName: 'Ольга Тест' },
        decidedBy: { displayName: 'Пётр Тест' },
        fileUrl: `/files/${scanFileId}`,
        scans: [{ number: 1 }],
      },
    });
    // The agent sees what they handed in, and not how it was dealt with.
    expect((await ballotsOf(anna.token)).find(({ id }) => id === ballot?.id)).toMatchObject({ paperTrail: null });
    const auditor = await house.world.person('Ревизор');
    await house.world.role(auditor, 'AUDITOR', { house: house.house });
    const callCentre = await house.world.person('Колл-центр');
    await house.world.role(callCentre, 'CALL_CENTRE_OPERATOR', {});
    const elsewhere = await house.world.person('Чужая');
    await house.world.role(elsewhere, 'ASSEMBLY_ADMINISTRATOR', { house: await house.world.house('улица Дальняя') });
    const token = async (person: string) => house.world.token(person);
    const picture = ballot?.paperTrail?.scans[0]?.pictureUrl ?? '';
    const [of1, of2, of3] = [await token(auditor), await token(callCentre), await token(elsewhere)];
    for (const path of [picture, `/files/${scanFileId}`]) {
      const open = [clara.token, second, house.keeper, of1];
      const shut = [anna.token, boris.token, of2, of3];
      expect(await Promise.all(open.map(async (by) => (await got(path, by)).status))).toEqual([200, 200, 200, 200]);
      expect(await Promise.all(shut.map(async (by) => (await got(path, by)).status))).toEqual([404, 404, 404, 404]);
    }
    const answer = await got(picture, clara.token);
    const headers = ['content-type', 'content-disposition', 'content-security-policy'].map((name) =>
      answer.headers.get(name),
    );
    expect(headers[0]).toBe('image/jpeg');
    expect(headers[1]).toContain('attachment');
    expect(headers[2]).toBe("sandbox; default-src 'none'");
    for (const wrong of ['0', '2', 'x']) {
      expect((await got(picture.replace(/1$/, wrong), clara.token)).status).toBe(404);
    }
    // The same file brought with another paper is nobody's alone: its owner sees it no more, those who enter it do.
    await change(first, 'takeInSheet', { assemblyId: assembly.id, scanFileId });
    expect((await ballotsOf(clara.token))[0]?.paperTrail).toMatchObject({ fileUrl: null, scans: [] });
    expect((await got(`/files/${scanFileId}`, clara.token)).status).toBe(404);
    expect((await got(`/files/${scanFileId}`, second)).status).toBe(200);
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
    const { rows: ofClara } = await world.sql.query<{ number: string }>(
      'select printed_number as number from printed_ballot',
    );
    const unread = await change(first, 'takeInSheet', { assemblyId: assembly.id, number: ofClara[0]?.number });
    expect(unread.sheet?.state).toBe('TAKEN_IN');
    // Of Boris's ballot one page was scanned, and the paper itself never came.
    const printing = {
      assemblyId: assembly.id,
      ownerId: gid.person(house.owners.boris.person),
      idempotencyKey: 'print-for-boris',
    };
    await house.change(house.operator, 'printBallots', printing, 'printRun { id }');
    await world.sql.query(
      `with one as (insert into scan (id, assembly_id, file_name, size, received, state, uploaded_by, begun_at)
           select gen_random_uuid(), r.assembly_id, 'page.jpg', 1, 1, 'READ', r.requested_by, r.requested_at
             from print_run r where r.owner_id = $1 returning id),
         ballot as (insert into scanned_ballot (id, assembly_id, form_id, owner_id, reference, printed_number, page_count, first_read_at)
           select gen_random_uuid(), r.assembly_id, r.form_id, b.owner_id, b.reference, b.printed_number, 2, r.requested_at
             from printed_ballot b join print_run r on r.id = b.run_id where b.owner_id = $1 returning id, first_read_at)
       insert into scan_page (id, scan_id, number, state, ballot_id, sheet_page, boxes, read_at)
         select gen_random_uuid(), one.id, 1, 'READ', ballot.id, 1, '[]', ballot.first_read_at from one, ballot`,
      [house.owners.boris.person],
    );
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
      { state: 'CONFIRMED', sheets: 4, reasons: ['ALREADY_VOTED'] },
      { state: 'NOT_CONFIRMED', sheets: 14, reasons: ['NOT_CONFIRMED'] },
    ]);
    // Whoever has sold since still sees what was counted in their name, and what became of the rest.
    await world.sql.query('update ownership set until = $2 where id = $1', [
      house.owners.clara.ownership,
      new Date(assembly.closesAt),
    ]);
    const kept = await ballotsOf(house.owners.clara.token);
    const fates = kept.map(({ explanation }) => explanation.split(':')[0]);
    expect(fates).toEqual(['It does not count', 'It does not count', 'It counts']);
    // A paper with her name that nobody even entered is told to her too, and the result names all that stayed out of it.
    expect(kept.map(({ votes, paperTrail }) => [votes.length, paperTrail?.enteredBy?.displayName])).toEqual(
      expect.arrayContaining([
        [0, undefined],
        [1, 'Иван Тест'],
      ]),
    );
    const result = await app.ask<{ assembly: { unconfirmedPaper: object } }>(
      house.owners.boris.token,
      'query ($id: ID!) { assembly(id: $id) { unconfirmedPaper { papers neverEntered explanation } } }',
      { id: assembly.id },
    );
    expect(result.assembly.unconfirmedPaper).toMatchObject({ papers: 14, neverEntered: 13 });
    const { myMessages } = await app.ask<{ myMessages: { nodes: { text: string }[] } }>(
      house.owners.clara.token,
      '{ myMessages(first: 5) { nodes { text } } }',
    );
    const untold = myMessages.nodes.filter(({ text }) => text.includes('two people had not entered and confirmed it'));
    expect(untold).toHaveLength(2);
    const { rows: printed } = await world.sql.query<{ number: string }>(
      'select printed_number as number from paper_sheet where owner_id = $1',
      [house.owners.clara.person],
    );
    const byNumber = async (token: string) =>
      app.ask<{ ballotsByCode: { state: string }[] }>(
        token,
        'query ($code: String!) { ballotsByCode(code: $code) { state } }',
        { code: printed[0]?.number.toLowerCase().replace('-', '') },
      );
    const both = { ballotsByCode: [{ state: 'REJECTED' }, { state: 'REJECTED' }] };
    expect(await byNumber(house.owners.clara.token)).toEqual(both);
    expect(await byNumber(second)).toEqual(both);
    expect(await byNumber(house.owners.boris.token)).toEqual({ ballotsByCode: [] });
    await expect(world.sql.query('delete from transcription')).rejects.toThrow('');
  });
});

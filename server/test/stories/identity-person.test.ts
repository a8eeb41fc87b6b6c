import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { atOnce } from '../at-once.ts';
import { administratorOf, enrol, type ConsoleOf, type Enrolled } from '../console.ts';
import { startTestApp, type TestApp } from '../harness.ts';

let app: TestApp;
let administrator: ConsoleOf;
let operator: Enrolled;

beforeAll(async () => {
  app = await startTestApp();
  administrator = await administratorOf(app);
  operator = await enrol(app, administrator, { roles: [{ role: 'CALL_CENTRE_OPERATOR' }] });
});
afterAll(async () => app.stop());

const personFields = `person {
  id kind displayName familyName givenName patronymic bodyName ogrn snilsMasked isMinor headId version
} alreadyKnown`;
interface Registered {
  readonly person: { readonly id: string; readonly version: number; readonly headId: string | null };
  readonly alreadyKnown: boolean;
}

async function register(input: Record<string, unknown>, by: ConsoleOf = administrator) {
  return by.call<Registered>('registerPerson', input, personFields);
}
async function registered(input: Record<string, unknown>): Promise<Registered['person']> {
  const { person, userErrors } = await register(input);
  expect(userErrors).toEqual([]);
  return person;
}
const amended = async (input: Record<string, unknown>) =>
  administrator.call<{ person: Record<string, unknown> }>(
    'amendPerson',
    input,
    personFields.replace('alreadyKnown', ''),
  );

async function reveal(
  by: ConsoleOf,
  personId: string,
  fields = ['SNILS', 'BIRTH_DATE', 'PHONES', 'EMAILS'],
  reason = 'Звонок жителя 42',
) {
  return by.call<{ details: Record<string, unknown> | null }>(
    'revealPerson',
    { personId, fields, reason },
    'details { snils birthDate phones emails }',
  );
}

const anna = {
  kind: 'PERSON',
  familyName: ' Королёва ',
  givenName: 'Анна',
  patronymic: 'Павловна',
  snils: '112-233-445 95',
  birthDate: '1980-05-06',
  phones: ['8 (916) 123-45-67'],
  emails: ['Anna@Example.ru'],
};

async function journalRows(): Promise<number> {
  const [row] = await app.world.database.read<{ n: number }>('select count(*)::int as n from journal');
  return row?.n ?? 0;
}

describe('registering a person', () => {
  it('keeps names readable, and numbers and contacts sealed', async () => {
    const { person, alreadyKnown, userErrors } = await register(anna);
    expect(userErrors).toEqual([]);
    expect(alreadyKnown).toBe(false);
    expect(person).toMatchObject({
      kind: 'PERSON',
      displayName: 'Королёва Анна Павловна',
      familyName: 'Королёва',
      bodyName: null,
      snilsMasked: '***-***-*45 **',
      isMinor: false,
      version: 1,
    });
    const rows = await app.world.database.read<{ row: string }>('select row_to_json(p)::text as row from person p');
    for (const secret of ['11223344595', '1980-05-06', '9161234567', 'anna@example.ru']) {
      expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
      expect(rows.some(({ row }) => row.includes(Buffer.from(secret).toString('hex')))).toBe(false);
    }
  });

  it('finds the same person by the same number and names, and changes nothing', async () => {
    const { person } = await register(anna);
    const again = await register({
      ...anna,
      familyName: 'КОРОЛЕВА',
      snils: '11223344595',
      phones: ['8 916 000-00-00'],
    });
    expect(again).toMatchObject({ person, alreadyKnown: true, userErrors: [] });
    expect((await reveal(administrator, person.id)).details).toMatchObject({ phones: ['+79161234567'] });
  });

  it('refuses two people with one SNILS, and two bodies with one ОГРН', async () => {
    await register(anna);
    const before = await journalRows();
    const other = await register({ ...anna, givenName: 'Алла' });
    expect(other.userErrors).toMatchObject([{ code: 'DUPLICATE', field: ['input', 'snils'] }]);
    expect(other.person).toBeNull();
    const company = { kind: 'COMPANY', bodyName: 'ООО «Ромашка»', ogrn: '1027700132195' };
    const first = await registered(company);
    expect(await register({ ...company, bodyName: 'ООО "РОМАШКА"' })).toMatchObject({
      person: { id: first.id },
      alreadyKnown: true,
    });
    expect((await register({ ...company, bodyName: 'ООО «Лютик»' })).userErrors).toMatchObject([
      { code: 'DUPLICATE', field: ['input', 'ogrn'] },
    ]);
    expect(await journalRows()).toBe(before + 2);
  });

  it('makes one person of two entries at the same moment', async () => {
    const vera = { ...anna, givenName: 'Вера', snils: '087-654-303 00' };
    const both = await atOnce(app, 'person', 3, async () => register(vera));
    expect(new Set(both.map(({ person }) => person.id)).size).toBe(1);
    expect(both.filter(({ alreadyKnown }) => !alreadyKnown)).toHaveLength(1);
  });

  it('tells minors from others by the calendar of Moscow', async () => {
    const born = async (birthDate: string) =>
      registered({ kind: 'PERSON', familyName: 'Ли', givenName: 'Юный', birthDate });
    expect(await born('2008-02-02')).toMatchObject({ isMinor: true });
    expect(await born('2008-02-01')).toMatchObject({ isMinor: false });
  });

  it.each([
    ['givenName', { ...anna, givenName: ' ' }],
    ['snils', { ...anna, snils: '112-233-445 96' }],
    ['birthDate', { ...anna, birthDate: '2026-02-02' }],
    ['phones', { ...anna, phones: ['123'] }],
    ['emails', { ...anna, emails: ['anna'] }],
    ['ogrn', { kind: 'COMPANY', bodyName: 'ООО «Лютик»' }],
    ['ogrn', { kind: 'COMPANY', bodyName: 'ООО «Лютик»', ogrn: '1027700132196' }],
    ['bodyName', { ...anna, bodyName: 'ООО «Лютик»' }],
  ])('refuses a wrong %s and writes nothing', async (field, input) => {
    const before = await journalRows();
    const { person, userErrors } = await register(input);
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', field] }]);
    expect(person).toBeNull();
    expect(await journalRows()).toBe(before);
  });

  it('is no work for an owner', async () => {
    const owner = await enrol(app, administrator);
    const refused = await owner.console.askRaw(
      `mutation { registerPerson(input: { kind: PERSON, familyName: "Ли", givenName: "Анна" }) { person { id } } }`,
    );
    expect(refused.errors).toMatchObject([{ extensions: { code: 'NOT_ALLOWED' } }]);
  });
});

describe('amending a person', () => {
  it('changes what is given, takes away what is null, and keeps the rest', async () => {
    const before = await registered({ ...anna, givenName: 'Дарья', snils: '999-999-999 01' });
    const after = await amended({
      personId: before.id,
      version: before.version,
      familyName: 'Ильина',
      patronymic: null,
      phones: [],
    });
    expect(after).toMatchObject({
      person: { displayName: 'Ильина Дарья', patronymic: null, snilsMasked: '***-***-*99 **', version: 2 },
      userErrors: [],
    });
    expect((await reveal(administrator, before.id)).details).toEqual({
      snils: '99999999901',
      birthDate: '1980-05-06',
      phones: [],
      emails: ['anna@example.ru'],
    });
  });

  it('refuses a stale version, and says both', async () => {
    const before = await registered({ kind: 'PERSON', familyName: 'Ли', givenName: 'Эмма' });
    await amended({ personId: before.id, version: 1, givenName: 'Эмилия' });
    const stale = await amended({ personId: before.id, version: 1, givenName: 'Эльвира' });
    expect(stale.userErrors).toMatchObject([{ code: 'STALE_VERSION', field: ['input', 'version'] }]);
    expect(stale.userErrors[0]?.message).toContain('version 1, it is 2 now');
  });

  it('makes a minor of whoever turns out to be one', async () => {
    const child = await registered({ kind: 'PERSON', familyName: 'Ли', givenName: 'Юный', birthDate: '1999-01-01' });
    expect(child).toMatchObject({ isMinor: false });
    const corrected = await amended({ personId: child.id, version: 1, birthDate: '2019-01-01' });
    expect(corrected).toMatchObject({ person: { isMinor: true } });
  });

  it('refuses somebody else’s number, wrong fields and unknown people; changes nothing', async () => {
    await register(anna);
    const other = await registered({ kind: 'PERSON', familyName: 'Ли', givenName: 'Жанна' });
    const taken = await amended({ personId: other.id, version: 1, snils: anna.snils });
    expect(taken.userErrors).toMatchObject([{ code: 'DUPLICATE', field: ['input', 'snils'] }]);
    const wrong = await amended({ personId: other.id, version: 1, emails: ['x'] });
    expect(wrong.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'emails'] }]);
    const foreign = await amended({ personId: other.id, version: 1, ogrn: '1027700132195' });
    expect(foreign.userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['input', 'ogrn'] }]);
    const unknown = await amended({ personId: 'PE_AAAAAAAAAAAAAAAAAAAAAA', version: 1 });
    expect(unknown.userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect(await amended({ personId: other.id, version: 1, givenName: 'Жанетта' })).toMatchObject({ userErrors: [] });
  });

  it('leaves in the journal which fields, and not what they hold', async () => {
    const person = await registered({ kind: 'PERSON', familyName: 'Ли', givenName: 'Нина' });
    await amended({ personId: person.id, version: 1, phones: ['+79160001122'], familyName: 'Тайнова' });
    const rows = await app.world.database.read<{ row: string }>('select row_to_json(j)::text as row from journal j');
    expect(rows.some(({ row }) => row.includes('"fields": ["familyName", "phones"]'))).toBe(true);
    for (const secret of ['9160001122', 'Тайнова', '11223344595', 'example.ru']) {
      expect(rows.some(({ row }) => row.includes(secret))).toBe(false);
    }
  });
});

describe('the head of a body', () => {
  const appoint = async (bodyId: string, personId: string | null) =>
    administrator.call<{ person: { headId: string | null } }>('appointHead', { bodyId, personId }, 'person { headId }');

  it('acts for it through their own account, until dismissed', async () => {
    const city = await registered({ kind: 'PUBLIC', bodyName: 'Город Москва' });
    const head = await enrol(app, administrator);
    const heads = async () =>
      (await head.console.ask<{ viewer: { headOfIds: string[] } }>('{ viewer { headOfIds } }')).viewer.headOfIds;
    expect(await appoint(city.id, head.personId)).toMatchObject({ person: { headId: head.personId }, userErrors: [] });
    expect(await heads()).toEqual([city.id]);
    expect(await appoint(city.id, null)).toMatchObject({ person: { headId: null }, userErrors: [] });
    expect(await heads()).toEqual([]);
  });

  it('is a natural person of age, and the body no natural person', async () => {
    const city = await registered({ kind: 'PUBLIC', bodyName: 'Город Тверь' });
    const minor = await registered({ kind: 'PERSON', familyName: 'Ли', givenName: 'Юный', birthDate: '2010-01-01' });
    expect((await appoint(city.id, minor.id)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'personId'] },
    ]);
    expect((await appoint(city.id, city.id)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'personId'] },
    ]);
    expect((await appoint(minor.id, null)).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'bodyId'] },
    ]);
    expect((await appoint('PE_AAAAAAAAAAAAAAAAAAAAAA', null)).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
    expect((await appoint(city.id, 'PE_AAAAAAAAAAAAAAAAAAAAAA')).userErrors).toMatchObject([{ code: 'NOT_FOUND' }]);
  });
});

describe('a look at sealed details', () => {
  const looks = '{ looksAtMe(first: 10) { nodes { at by throughApp personId reason fields } } }';

  it('shows what was asked for, once, and the person sees who looked, when and why', async () => {
    const zoya = await enrol(app, administrator, { person: { ...anna, givenName: 'Зоя', snils: '001-019-989 00' } });
    expect(await reveal(operator.console, zoya.personId, ['PHONES'], '  Просила перезвонить ')).toMatchObject({
      details: { snils: null, birthDate: null, phones: ['+79161234567'], emails: null },
      userErrors: [],
    });
    app.clock.set(app.clock.now() + 60_000);
    expect((await reveal(administrator, zoya.personId)).details).toEqual({
      snils: '00101998900',
      birthDate: '1980-05-06',
      phones: ['+79161234567'],
      emails: ['anna@example.ru'],
    });
    const seen = await zoya.console.ask<{ looksAtMe: { nodes: Record<string, unknown>[] } }>(looks);
    expect(seen.looksAtMe.nodes).toMatchObject([
      {
        at: new Date(app.clock.now()).toISOString(),
        by: 'Администратор Платформы',
        fields: ['SNILS', 'BIRTH_DATE', 'PHONES', 'EMAILS'],
      },
      {
        at: new Date(app.clock.now() - 60_000).toISOString(),
        by: operator.displayName,
        throughApp: false,
        personId: zoya.personId,
        reason: 'Просила перезвонить',
        fields: ['PHONES'],
      },
    ]);
    expect(await operator.console.ask(looks)).toEqual({ looksAtMe: { nodes: [] } });
  });

  it('is open to oneself, and for the body one heads; recorded all the same', async () => {
    const boris = await enrol(app, administrator, { person: { phones: ['+79160000001'] } });
    const company = await registered({
      kind: 'COMPANY',
      bodyName: 'ООО «Свой дом»',
      ogrn: '1000000000000',
      phones: ['+74950000001'],
    });
    expect((await reveal(boris.console, company.id)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    await administrator.call('appointHead', { bodyId: company.id, personId: boris.personId });
    expect((await reveal(boris.console, company.id)).details).toMatchObject({ phones: ['+74950000001'] });
    expect((await reveal(boris.console, boris.personId)).details).toMatchObject({ phones: ['+79160000001'] });
    const seen = await boris.console.ask<{ looksAtMe: { nodes: { personId: string }[] } }>(looks);
    expect(seen.looksAtMe.nodes.map(({ personId }) => personId)).toEqual([boris.personId, company.id]);
  });

  it('is refused to strangers, to auditors, without a reason, without fields and for nobody; nothing is written', async () => {
    const stranger = await enrol(app, administrator);
    const auditor = await enrol(app, administrator, { roles: [{ role: 'AUDITOR' }] });
    const before = await journalRows();
    expect((await reveal(stranger.console, operator.personId)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    expect((await reveal(auditor.console, operator.personId)).userErrors).toMatchObject([{ code: 'NOT_ALLOWED' }]);
    for (const reason of ['', '  ', 'нет', '-----']) {
      expect((await reveal(operator.console, stranger.personId, ['SNILS'], reason)).userErrors).toMatchObject([
        { code: 'INVALID_INPUT', field: ['input', 'reason'] },
      ]);
    }
    expect((await reveal(operator.console, stranger.personId, [])).userErrors).toMatchObject([
      { code: 'INVALID_INPUT', field: ['input', 'fields'] },
    ]);
    expect((await reveal(operator.console, 'PE_AAAAAAAAAAAAAAAAAAAAAA')).userErrors).toMatchObject([
      { code: 'NOT_FOUND' },
    ]);
    expect(await journalRows()).toBe(before);
  });
});

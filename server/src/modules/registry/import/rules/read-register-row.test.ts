import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import { personReaders } from '../person-readers.ts';
import type { Cell } from './cell.ts';
import { registerFields, type RegisterField } from './import-field.ts';
import { splitFullName } from './read-owner.ts';
import { readRegisterRow } from './read-register-row.ts';
import { columnsByField } from './row-reader.ts';

const columns = columnsByField(registerFields.map((field, at) => ({ column: at + 1, field })));
const options = { premisesKind: 'FLAT', today: '2026-02-01', entrances: 4, storeys: 9 } as const;
type Row = Partial<Record<RegisterField, string>>;

function reading(row: Row) {
  const cells = registerFields.map((field): Cell | null => {
    const text = row[field];
    return text === undefined ? null : { text, kind: 'TEXT' };
  });
  return readRegisterRow({ number: 7, cells }, columns, personReaders, options);
}
const codes = (row: Row): string[] => reading(row).errors.map(({ field, code }) => `${field ?? ''} ${code}`.trim());

const flat: Row = { PREMISES_NUMBER: 'кв. 12', AREA: '54,30' };
const owned: Row = { ...flat, OWNER_NAME: 'Иванов Иван Иванович', SHARE: '1/2' };

describe('premises', () => {
  it('are read without an owner', () => {
    expect(reading({ ...flat, ENTRANCE: '2', FLOOR: '-1', PREMISES_KIND: 'кладовая' })).toEqual({
      errors: [],
      placeKey: 'STOREROOM 000012',
      entry: {
        premises: {
          kind: 'STOREROOM',
          number: 'кв. 12',
          numberKey: '000012',
          entrance: 2,
          floor: -1,
          areaHundredths: 5430n,
          cadastralNumber: null,
        },
        ownership: null,
      },
    });
  });

  it.each<[string, Row, string]>([
    ['without a number', { AREA: '54,30' }, 'PREMISES_NUMBER PREMISES_NUMBER_MISSING'],
    ['with a number of signs only', { ...flat, PREMISES_NUMBER: '№ -' }, 'PREMISES_NUMBER PREMISES_NUMBER_MISSING'],
    ['of common property', { ...flat, PREMISES_KIND: 'МОП' }, 'PREMISES_KIND COMMON_PROPERTY'],
    ['in an entrance the house lacks', { ...flat, ENTRANCE: '5' }, 'ENTRANCE MORE_THAN_HOUSE_HAS'],
    ['above the roof', { ...flat, FLOOR: '10' }, 'FLOOR MORE_THAN_HOUSE_HAS'],
    ['of no area', { ...flat, AREA: '0' }, 'AREA AREA_NOT_POSITIVE'],
    ['with a title of nobody', { ...flat, TITLE_NUMBER: '77-01' }, 'TITLE_NUMBER OWNER_MISSING'],
  ])('are refused %s', (_what, row, error) => {
    expect(codes(row)).toEqual([error]);
  });

  it('say where they belong, also when they are refused', () => {
    expect(reading({ ...owned, SHARE: '5' })).toMatchObject({ entry: null, placeKey: 'FLAT 000012' });
  });
});

describe('owners', () => {
  it('are read with all that identifies them', () => {
    const { entry } = reading({
      ...owned,
      SNILS: '112-233-445 95',
      BIRTH_DATE: '05.06.1980',
      PHONE: '8 (916) 123-45-67, +7 495 123-45-67',
      EMAIL: 'Ivan@Example.org',
      TITLE_KIND: 'ЕГРН',
      TITLE_NUMBER: '77:01',
      TITLE_DATE: '12.04.2015',
      OWNED_SINCE: '20.04.2015',
    });
    expect(entry?.ownership).toMatchObject({
      owner: {
        kind: 'PERSON',
        familyName: 'Иванов',
        givenName: 'Иван',
        patronymic: 'Иванович',
        bodyName: null,
        ogrn: null,
        snils: '11223344595',
        birthDate: '1980-06-05',
        phones: ['+79161234567', '+74951234567'],
        emails: ['ivan@example.org'],
      },
      joint: false,
      titleKind: 'ЕГРН',
      titleNumber: '77:01',
      titleDate: '2015-04-12',
      since: '2015-04-20',
    });
    expect(entry?.ownership?.share.toString()).toBe('1/2');
  });

  it('may be named in three columns', () => {
    const { entry } = reading({ ...flat, FAMILY_NAME: 'Салтыков Щедрин', GIVEN_NAME: 'Михаил', SHARE: '1' });
    expect(entry?.ownership?.owner).toMatchObject({
      familyName: 'Салтыков Щедрин',
      givenName: 'Михаил',
      patronymic: null,
    });
  });

  it.each([
    ['by ОГРН', { OWNER_NAME: 'Ромашка', OGRN: '1027700132195' }, 'COMPANY', 'Ромашка'],
    ['by its form', { OWNER_NAME: 'ООО «Ромашка»', OGRN: '1027700132195' }, 'COMPANY', 'ООО «Ромашка»'],
    ['by its column', { OWNER_NAME: 'Ромашка', OWNER_KIND: 'юр. лицо', OGRN: '1027700132195' }, 'COMPANY', 'Ромашка'],
    ['the city', { OWNER_NAME: 'город Москва' }, 'PUBLIC', 'город Москва'],
  ])('are companies and public bodies: %s', (_what, row, kind, bodyName) => {
    expect(reading({ ...flat, SHARE: '1', ...row }).entry?.ownership?.owner).toMatchObject({
      kind,
      bodyName,
      familyName: null,
    });
  });

  it.each<[string, Row, string]>([
    ['one word', { OWNER_NAME: 'Иванов' }, 'OWNER_NAME OWNER_NAME_UNREADABLE'],
    ['initials', { OWNER_NAME: 'Иванов И. И.' }, 'OWNER_NAME OWNER_NAME_UNREADABLE'],
    ['four words', { OWNER_NAME: 'Салтыков Щедрин Михаил Евграфович' }, 'OWNER_NAME OWNER_NAME_UNREADABLE'],
    ['a wrong SNILS', { SNILS: '112-233-445 96' }, 'SNILS SNILS_INVALID'],
    ['a wrong ОГРН', { OWNER_NAME: 'ООО «Ромашка»', OGRN: '1027700132196' }, 'OGRN OGRN_INVALID'],
    ['no ОГРН', { OWNER_NAME: 'ООО «Ромашка»' }, 'OGRN OGRN_MISSING'],
    ['a person with ОГРН', { OWNER_KIND: 'физ. лицо', OGRN: '1027700132195' }, 'OGRN NUMBER_OF_OTHER_KIND'],
    ['a city with SNILS', { OWNER_NAME: 'город Москва', SNILS: '112-233-445 95' }, 'SNILS NUMBER_OF_OTHER_KIND'],
    ['an unknown kind', { OWNER_KIND: 'инопланетянин' }, 'OWNER_KIND OWNER_KIND_UNKNOWN'],
    ['a birth in 2999', { BIRTH_DATE: '01.01.2999' }, 'BIRTH_DATE DATE_IN_FUTURE'],
    ['a birth in 1890', { BIRTH_DATE: '01.01.1890' }, 'BIRTH_DATE DATE_TOO_EARLY'],
    ['a phone of words', { PHONE: 'нет' }, 'PHONE PHONE_INVALID'],
    ['half an e-mail', { EMAIL: 'ivan@' }, 'EMAIL EMAIL_INVALID'],
    ['no share', { SHARE: '' }, 'SHARE SHARE_MISSING'],
    ['a parent of an adult', { PARENT_SNILS: '112-233-445 95', BIRTH_DATE: '05.06.1980' }, 'PARENT_SNILS NOT_A_MINOR'],
    ['a parent of nobody knows what age', { PARENT_SNILS: '112-233-445 95' }, 'PARENT_SNILS NOT_A_MINOR'],
    ['owned from tomorrow on', { OWNED_SINCE: '02.02.2026' }, 'OWNED_SINCE DATE_IN_FUTURE'],
  ])('are refused with %s', (_what, change, error) => {
    const row: Row = Object.fromEntries(Object.entries({ ...owned, ...change }).filter(([, text]) => text !== ''));
    expect(codes(row)).toEqual([error]);
  });

  it('are joint by their column or by the words of the share, and then need no share', () => {
    const { SHARE: _share, ...named } = owned;
    expect(reading({ ...named, JOINT: 'да' }).entry?.ownership).toMatchObject({ joint: true, group: null });
    expect(reading({ ...named, SHARE: 'совместная' }).entry?.ownership).toMatchObject({ joint: true });
    expect(reading({ ...owned, JOINT_GROUP: 'А' }).entry?.ownership).toMatchObject({ joint: true, group: 'А' });
  });

  it('are told all their mistakes at once', () => {
    expect(codes({ ...owned, AREA: '-1', SHARE: '0,33', SNILS: '1' })).toEqual([
      'AREA AREA_NOT_POSITIVE',
      'SNILS SNILS_INVALID',
      'SHARE SHARE_INEXACT',
    ]);
  });
});

it.each([
  ['Иванов Иван Иванович', ['Иванов', 'Иван', 'Иванович']],
  ['Ли О', ['Ли', 'О', null]],
  ['Мамедов Али Гасан оглы', ['Мамедов', 'Али', 'Гасан оглы']],
  ["О'Коннор Шон", ["О'Коннор", 'Шон', null]],
  ['Иванов', null],
  ['Иванов И.', null],
  ['Иванов Иван Иванович младший', null],
  ['кв 12', null],
])('the full name «%s»', (text, names) => {
  expect(splitFullName(text)).toEqual(names);
});

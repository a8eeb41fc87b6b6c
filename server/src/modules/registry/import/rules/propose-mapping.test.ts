import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { headingWords } from './heading-words.ts';
import { fieldsOf, importKinds, mappingProblem } from './import-field.ts';

import { isHeadingRow, plainHeading, proposeByHeadings, proposeByPlace } from './propose-mapping.ts';

const cells = (...texts: readonly (string | null)[]): (Cell | null)[] =>
  texts.map((text) => (text === null ? null : { text, kind: 'TEXT' }));

describe('by headings', () => {
  it('reads Russian ones with their signs and units', () => {
    expect(
      proposeByHeadings('REGISTER', [
        '№ кв.',
        'Площадь помещения, м²',
        'ФИО собственника',
        'СНИЛС',
        'Размер доли',
        'Примечание',
        null,
      ]),
    ).toEqual(['PREMISES_NUMBER', 'AREA', 'OWNER_NAME', 'SNILS', 'SHARE', null, null]);
  });

  it('reads English ones', () => {
    expect(proposeByHeadings('HOUSES', ['Street', 'House number', 'Block', 'City', 'Year built'])).toEqual([
      'STREET',
      'HOUSE_NUMBER',
      'BLOCK',
      'SETTLEMENT',
      'YEAR_BUILT',
    ]);
  });

  it('gives each field to one column, the exact heading before a longer one', () => {
    expect(proposeByHeadings('REGISTER', ['Площадь общая и жилая', 'Площадь', 'СНИЛС родителя', 'СНИЛС'])).toEqual([
      null,
      'AREA',
      'PARENT_SNILS',
      'SNILS',
    ]);
    expect(proposeByHeadings('REGISTER', ['Вид', 'Общая совместная'])).toEqual(['PREMISES_KIND', 'JOINT']);
  });

  it('knows every field by at least one heading, and no heading by two forms', () => {
    for (const kind of importKinds) {
      for (const field of fieldsOf(kind)) {
        expect(headingWords[field].length).toBeGreaterThan(0);
        for (const heading of headingWords[field]) expect(plainHeading(heading)).toBe(heading);
      }
    }
  });
});

it('by place, where there are no headings', () => {
  expect(proposeByPlace('HOUSES', 3)).toEqual(['STREET', 'HOUSE_NUMBER', 'BLOCK']);
  expect(proposeByPlace('HOUSES', 12).at(-1)).toBeNull();
});

describe('a row of headings', () => {
  it.each([
    ['is one, also in the middle of a table', ['Улица', 'Номер дома', 'Корпус/строение', 'Город', 'Стены'], true],
    ['is one with a few words nobody knows', ['Улица', 'Дом', 'Примечание', 'Код'], true],
    ['is no house', ['Ленина ул.', '5', 'корп. 1', 'г. Москва', 'кирпичные'], false],
    ['is no row with one such word', ['Улица', '5'], false],
  ])('%s', (_what, texts, expected) => {
    expect(isHeadingRow('HOUSES', cells(...texts))).toBe(expected);
  });
});

describe('a mapping', () => {
  const address = [
    { column: 1, field: 'STREET' },
    { column: 2, field: 'HOUSE_NUMBER' },
  ] as const;

  it('is good with what it needs', () => {
    expect(mappingProblem('HOUSES', [...address, { column: 4, field: 'SETTLEMENT' }], 4)).toBeNull();
  });

  it.each([
    ['FIELD_MISSING', address],
    ['FIELD_UNKNOWN', [...address, { column: 4, field: 'AREA' }]],
    ['FIELD_TWICE', [...address, { column: 4, field: 'STREET' }]],
    ['COLUMN_TWICE', [...address, { column: 2, field: 'SETTLEMENT' }]],
    ['COLUMN_UNKNOWN', [...address, { column: 5, field: 'SETTLEMENT' }]],
    ['COLUMN_UNKNOWN', [...address, { column: 0, field: 'SETTLEMENT' }]],
  ] as const)('%s', (problem, columns) => {
    expect(mappingProblem('HOUSES', columns, 4)).toMatchObject({ problem });
  });
});

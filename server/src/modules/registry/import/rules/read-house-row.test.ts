import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import type { HouseField } from './import-field.ts';
import { readHouseRow } from './read-house-row.ts';
import { columnsByField } from './row-reader.ts';

const fields: readonly HouseField[] = [
  'SETTLEMENT',
  'STREET',
  'HOUSE_NUMBER',
  'BLOCK',
  'STOREYS',
  'YEAR_BUILT',
  'FIAS_ID',
];
const columns = columnsByField(fields.map((field, at) => ({ column: at + 1, field })));

function reading(row: Partial<Record<HouseField, string | Cell>>) {
  const cells = fields.map((field): Cell | null => {
    const written = row[field];
    return typeof written === 'string' ? { text: written, kind: 'TEXT' } : (written ?? null);
  });
  return readHouseRow({ number: 7, cells }, columns, '2026-02-01');
}
const house = { SETTLEMENT: 'г. Москва', STREET: 'Лесная ул.', HOUSE_NUMBER: '5' } as const;
const codes = (row: Parameters<typeof reading>[0]): string[] =>
  reading(row).errors.map(({ field, code }) => `${field ?? ''} ${code}`.trim());

it('reads a house, and nothing where nothing is said', () => {
  expect(reading({ ...house, BLOCK: ' корп. 1', STOREYS: '9' })).toEqual({
    errors: [],
    house: {
      addressKey: 'москва, лесная улица, 00005 корп 00001',
      settlement: 'г. Москва',
      street: 'Лесная ул.',
      number: '5',
      block: 'корп. 1',
      storeys: 9,
      entrances: null,
      yearBuilt: null,
      wallMaterial: null,
      series: null,
      fiasId: null,
      cadastralNumber: null,
    },
  });
});

describe('names what is missing', () => {
  it.each([
    ['SETTLEMENT', 'SETTLEMENT SETTLEMENT_MISSING'],
    ['STREET', 'STREET STREET_MISSING'],
    ['HOUSE_NUMBER', 'HOUSE_NUMBER HOUSE_NUMBER_MISSING'],
  ] as const)('%s', (field, error) => {
    const { [field]: _missing, ...rest } = house;
    expect(codes(rest)).toEqual([error]);
    expect(codes({ ...house, [field]: ' . ' })).toEqual([error]);
  });

  it('all of it at once', () => {
    expect(codes({ STOREYS: '9' })).toEqual([
      'SETTLEMENT SETTLEMENT_MISSING',
      'STREET STREET_MISSING',
      'HOUSE_NUMBER HOUSE_NUMBER_MISSING',
    ]);
  });

  it('a number that says there is none', () => {
    for (const number of ['Б/Н', 'б/н стр.1', 'БН']) {
      expect(codes({ ...house, HOUSE_NUMBER: number })).toEqual(['HOUSE_NUMBER HOUSE_NUMBER_MISSING']);
    }
  });
});

describe('refuses what it would have to guess', () => {
  it.each([
    ['a piece of a street', { BLOCK: '-я аллея, 1' }, 'BLOCK BLOCK_UNREADABLE'],
    ['two numbers', { BLOCK: '5, 5 корп.1' }, 'BLOCK BLOCK_UNREADABLE'],
    ['storeys in words', { STOREYS: 'пять' }, 'STOREYS NUMBER_INVALID'],
    ['a year to come', { YEAR_BUILT: '2999' }, 'YEAR_BUILT YEAR_INVALID'],
    ['half a FIAS id', { FIAS_ID: '5ee84ac0' }, 'FIAS_ID FIAS_INVALID'],
    [
      'a number that became a date',
      { HOUSE_NUMBER: { text: '2026-02-01', kind: 'DATE' } },
      'HOUSE_NUMBER CELL_IS_DATE',
    ],
    ['a formula', { STREET: { text: '=A1', kind: 'FORMULA' } }, 'STREET FORMULA'],
    ['an error of the spreadsheet', { STOREYS: { text: '#N/A', kind: 'ERROR' } }, 'STOREYS CELL_ERROR'],
    ['a novel', { STREET: 'у'.repeat(1001) }, 'STREET CELL_TOO_LONG'],
  ] as const)('%s', (_what, change, error) => {
    expect(codes({ ...house, ...change })).toEqual([error]);
  });

  it('and shows the cell to blame', () => {
    expect(reading({ ...house, YEAR_BUILT: '2999' }).errors).toEqual([
      { field: 'YEAR_BUILT', column: 6, code: 'YEAR_INVALID', facts: { from: 1500, to: '2026' }, value: '2999' },
    ]);
  });
});

it.each([
  [
    'headings',
    { SETTLEMENT: 'Город', STREET: 'Улица', HOUSE_NUMBER: 'Номер дома', STOREYS: 'Этажей' },
    'HEADING_REPEATED',
  ],
  ['totals', { SETTLEMENT: 'Итого:', STOREYS: '58640' }, 'TOTAL_ROW'],
])('names a row of %s', (_what, row, code) => {
  expect(codes(row)).toEqual([code]);
});

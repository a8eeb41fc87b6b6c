import { expect, it } from 'vitest';
import { judgeHouse, type KnownHouse } from './judge-house.ts';
import type { HouseRow } from './read-house-row.ts';

const row: HouseRow = {
  addressKey: 'москва, лесная улица, 00005',
  settlement: 'г. Москва',
  street: 'Лесная ул.',
  number: '5',
  block: null,
  fiasId: null,
  cadastralNumber: null,
  storeys: 9,
  entrances: null,
  yearBuilt: null,
  wallMaterial: null,
  series: null,
};
const known: KnownHouse = {
  id: 'a',
  fiasId: 'f',
  cadastralNumber: null,
  storeys: 9,
  entrances: 4,
  yearBuilt: 1972,
  wallMaterial: 'кирпичные',
  series: null,
};

it.each<[string, HouseRow, KnownHouse | null, KnownHouse | null, string]>([
  ['a new address', row, null, null, 'NEW'],
  ['a known address, nothing new said', row, known, null, 'SAME'],
  ['something said anew', { ...row, storeys: 10 }, known, null, 'CHANGED'],
  ['something added', { ...row, cadastralNumber: '77:01:0001075:1' }, known, null, 'CHANGED'],
  ['the same ФИАС id', { ...row, fiasId: 'f' }, known, known, 'SAME'],
  ['the ФИАС id of another house', { ...row, fiasId: 'g' }, null, { ...known, id: 'b' }, 'REFUSED FIAS_TAKEN'],
  ['another ФИАС id than on record', { ...row, fiasId: 'g' }, known, null, 'REFUSED DIFFERS_FROM_REGISTER'],
])('%s', (_what, house, byAddress, byFias, expected) => {
  const { verdict, faults, houseId } = judgeHouse(house, byAddress, byFias);
  expect([verdict, ...faults.map(({ code }) => code)].join(' ')).toBe(expected);
  expect(houseId).toBe(verdict === 'SAME' || verdict === 'CHANGED' ? 'a' : null);
});

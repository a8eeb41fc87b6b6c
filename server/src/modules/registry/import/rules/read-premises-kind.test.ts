import { expect, it } from 'vitest';
import { readPremisesKind } from './read-premises-kind.ts';

it.each([
  ['Квартира', 'FLAT'],
  ['кв.', 'FLAT'],
  ['жилое помещение', 'FLAT'],
  ['комната', 'FLAT'],
  ['FLAT', 'FLAT'],
  ['Нежилое', 'NON_RESIDENTIAL'],
  ['не жилое помещение', 'NON_RESIDENTIAL'],
  ['апартаменты', 'NON_RESIDENTIAL'],
  ['Машино-место', 'PARKING'],
  ['м/м', 'PARKING'],
  ['Кладовая', 'STOREROOM'],
  ['общее имущество', 'COMMON_PROPERTY'],
  ['Места общего пользования', 'COMMON_PROPERTY'],
  ['чердак', 'PREMISES_KIND_UNKNOWN'],
])('%s: %s', (text, expected) => {
  const reading = readPremisesKind({ text, kind: 'TEXT' });
  expect(reading.ok ? reading.value : reading.code).toBe(expected);
});

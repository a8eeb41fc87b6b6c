import { describe, expect, test } from 'vitest';
import { amended, differences, formOf, isHouseForm, newHouse } from './house-form.ts';

describe('the form of a house', () => {
  const before = formOf({ settlement: 'Москва', street: 'ул. Лесная', number: '1', storeys: 9, block: null });

  test('says only what was changed, and takes away what was emptied', () => {
    expect(amended({ ...before, storeys: ' 12 ', block: '' }, before)).toEqual({ storeys: 12 });
    expect(amended({ ...before, storeys: '', block: 'корп. 2' }, before)).toEqual({ storeys: null, block: 'корп. 2' });
    expect(amended({ ...before, storeys: 'nine' }, before)).toEqual({ storeys: -1 });
  });

  test('of a new one is sent whole', () => {
    expect(newHouse(before, 'OG_1')).toMatchObject({
      street: 'ул. Лесная',
      storeys: 9,
      series: null,
      organisationId: 'OG_1',
    });
  });

  test('differs where another text stands', () => {
    expect(differences({ ...before, storeys: '10' }, before)).toEqual([{ name: 'storeys', mine: '10', theirs: '9' }]);
  });

  test('is known again as a draft', () => {
    expect(isHouseForm(before)).toBe(true);
    expect(isHouseForm({ settlement: 'Москва' })).toBe(false);
  });
});

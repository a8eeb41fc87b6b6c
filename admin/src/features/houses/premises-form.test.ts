import { describe, expect, test } from 'vitest';
import { amendedPremises, formOfPremises, isPremisesForm, newPremises, writtenArea } from './premises-form.ts';

describe('the form of premises', () => {
  const before = formOfPremises({ kind: 'FLAT', number: '12', entrance: 1, floor: null, area: '54.30' });

  test('reads an area as people write it', () => {
    expect(['54,3', '1 054.30 м²', ' 7 '].map(writtenArea)).toEqual(['54.3', '1054.30', '7']);
  });

  test('says only what was changed', () => {
    expect(amendedPremises({ ...before, entrance: '', floor: '-1' }, before)).toEqual({ entrance: null, floor: -1 });
    expect(amendedPremises({ ...before, floor: 'two' }, before)).toEqual({ floor: -999 });
  });

  test('of new ones is sent whole', () => {
    expect(newPremises({ ...before, area: '54,3' }, 'HO_1')).toEqual({
      houseId: 'HO_1',
      kind: 'FLAT',
      number: '12',
      area: '54.3',
      document: null,
      entrance: 1,
      floor: null,
      cadastralNumber: null,
    });
  });

  test('is known again as a draft', () => {
    expect(isPremisesForm(before)).toBe(true);
    expect(isPremisesForm({ number: '1' })).toBe(false);
  });
});

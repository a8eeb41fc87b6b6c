import { describe, expect, test } from 'vitest';
import { emptyOwnership, isOwnershipForm, recorded, transferred } from './ownership-form.ts';

describe('the form of an ownership', () => {
  const form = {
    ...emptyOwnership('1 / 3'),
    holders: [{ id: 'PE_1', label: 'Анна' }],
    titleNumber: ' 77 ',
    day: '2026-02-01',
  };

  test('of a share begins with a day in Moscow', () => {
    expect(recorded(form, 'PM_1')).toEqual({
      premisesId: 'PM_1',
      holderIds: ['PE_1'],
      share: '1/3',
      title: { kind: 'ЕГРН', number: '77', date: null },
      since: '2026-01-31T21:00:00.000Z',
    });
  });

  test('of a transfer passes everything where no share is named, and now where no day is', () => {
    expect(transferred({ ...form, share: '', day: '' }, 'OW_1')).toEqual({
      ownershipId: 'OW_1',
      toIds: ['PE_1'],
      share: null,
      title: { kind: 'ЕГРН', number: '77', date: null },
    });
  });

  test('is known again as a draft', () => {
    expect(isOwnershipForm(form)).toBe(true);
    expect(isOwnershipForm({ share: '1' })).toBe(false);
  });
});

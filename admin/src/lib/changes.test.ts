import { describe, expect, test } from 'vitest';
import { readChanges } from './changes.ts';

describe('what a journal row changed', () => {
  test('is read field by field', () => {
    const row = {
      locale: { before: null, after: 'en' },
      fields: ['SNILS', 'PHONES'],
      reason: 'звонок',
      deep: { a: 1 },
    };
    expect(readChanges(JSON.stringify(row))).toEqual([
      { field: 'locale', before: null, after: 'en' },
      { field: 'fields', before: null, after: 'SNILS, PHONES' },
      { field: 'reason', before: null, after: 'звонок' },
      { field: 'deep', before: null, after: '{"a":1}' },
    ]);
  });

  test('is nothing where nothing is known', () => {
    expect(readChanges(null)).toEqual([]);
    expect(readChanges('"text"')).toEqual([]);
  });
});

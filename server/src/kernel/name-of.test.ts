import { describe, expect, test } from 'vitest';
import { nameOf } from './name-of.ts';

describe('what a person calls a thing', () => {
  test.each([
    [{ id: 'PE_1', displayName: 'Анна' }, 'Анна'],
    [{ id: 'AS_1', title: 'Ремонт кровли', number: '7' }, 'Ремонт кровли'],
    [{ id: 'HO_1', address: 'улица Вечевая, дом 1', number: '1' }, 'улица Вечевая, дом 1'],
    [{ id: 'PR_1', number: '17' }, '17'],
    [{ id: 'BA_1', name: '' }, null],
    [{ id: 'SE_1', userAgent: 'Firefox', address: '127.0.0.1' }, null],
    [null, null],
  ])('%j', (thing, name) => {
    expect(nameOf(thing)).toBe(name);
  });
});

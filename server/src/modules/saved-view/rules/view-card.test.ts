import { describe, expect, test } from 'vitest';
import { areColumns, readViewCard, readViewName } from './view-card.ts';

describe('what a saved view holds', () => {
  const card = { name: ' Мои   собрания ', list: 'assemblies', link: 'state=VOTING%2CCLOSED&columns=title' };

  test('a name is read plainly', () => {
    expect(readViewCard(card)).toEqual({ ok: true, name: 'Мои собрания' });
    expect(readViewName('  ')).toBeNull();
    expect(readViewName('я'.repeat(81))).toBeNull();
  });

  test.each([
    ['name', { ...card, name: ' ' }],
    ['list', { ...card, list: '/assemblies' }],
    ['list', { ...card, list: '' }],
    ['link', { ...card, link: 'a=<script>' }],
    ['link', { ...card, link: 'a'.repeat(2_001) }],
  ])('%s that makes no sense is refused', (field, wrong) => {
    expect(readViewCard(wrong)).toEqual({ ok: false, field });
  });

  test('columns are names, each once, and there are some', () => {
    expect(areColumns(['closesAt', 'not-yet'])).toBe(true);
    for (const wrong of [[], ['a', 'a'], ['1'], ['<b>'], Array.from({ length: 41 }, (_, at) => `a${'b'.repeat(at)}`)])
      expect(areColumns(wrong)).toBe(false);
  });
});

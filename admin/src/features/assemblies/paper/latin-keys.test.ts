import { describe, expect, test } from 'vitest';
import { codeOrNumber, latinKeys } from './latin-keys.ts';

describe('what a reader of codes types', () => {
  test.each([
    ['AB7K-PQ2M', 'AB7K-PQ2M'],
    ['ФИ7Л-ЗЙ2Ь', 'AB7K-PQ2M'],
    ['фи7л-зй2ь', 'AB7K-PQ2M'],
    ['Ф;%*+-ю.Ж', 'A$%*+-./:'],
  ])('%s is %s', (typed, meant) => {
    expect(latinKeys(typed)).toBe(meant);
  });

  test('a long text is a code, a short one a number, none a form without either', () => {
    expect(codeOrNumber(` ${'Ф'.repeat(98)}`)).toEqual({ code: 'A'.repeat(98) });
    expect(codeOrNumber('ab7k pq2m')).toEqual({ number: 'ab7k pq2m' });
    expect(codeOrNumber('  ')).toEqual({ number: null });
  });
});

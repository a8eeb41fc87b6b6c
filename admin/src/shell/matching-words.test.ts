import { describe, expect, test } from 'vitest';
import { matching, rankOf } from './matching-words.ts';

const print = ['Напечатать решения', 'Print ballots'];

describe('what answers the words typed into the command bar', () => {
  test.each([
    ['напеч', 0],
    ['PRINT', 0],
    ['решения нап', 1],
    ['ballots', 1],
    ['бланк', 2],
    ['печать бланк', 2],
    ['журнал', null],
    ['решения журнал', null],
  ] as const)('«%s»', (typed, rank) => {
    expect(rankOf(typed, print, ['печать бланки'])).toBe(rank);
  });

  test('is found with ё and without it', () => {
    expect(rankOf('темное', ['Тёмное оформление'])).toBe(0);
    expect(rankOf('тёмное', ['Темное оформление'])).toBe(0);
  });

  test('stands with the best first', () => {
    const found = matching('собрани', [
      { names: ['Составить собрание'] },
      { names: ['Журнал'] },
      { names: ['Обзор'], related: ['собрания сегодня'] },
      { names: ['Собрания'] },
    ]);
    expect(found.map(({ names: [name] }) => name)).toEqual(['Собрания', 'Составить собрание', 'Обзор']);
  });
});

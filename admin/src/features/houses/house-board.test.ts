import { describe, expect, test } from 'vitest';
import { arrange, neighbour } from './house-board.ts';

describe('the board of a house', () => {
  test('has its entrances in order, its floors from the top, and what has no place at the end', () => {
    const board = arrange([
      { number: '1', entrance: 2, floor: 1 },
      { number: '2', entrance: 1, floor: 1 },
      { number: '3', entrance: 1, floor: 2 },
      { number: '4', entrance: 1, floor: null },
      { number: '5', entrance: null, floor: -1 },
      { number: '6', entrance: 1, floor: 2 },
    ]);
    expect(
      board.map(({ entrance, floors }) => [
        entrance,
        floors.map(({ floor, premises }) => [floor, premises.map(({ number }) => number).join()]),
      ]),
    ).toEqual([
      [
        1,
        [
          [2, '3,6'],
          [1, '2'],
          [null, '4'],
        ],
      ],
      [2, [[1, '1']]],
      [null, [[-1, '5']]],
    ]);
  });

  test.each<[string, readonly [number, number], readonly [number, number] | null]>([
    ['ArrowRight', [0, 1], [0, 2]],
    ['ArrowRight', [0, 2], null],
    ['ArrowLeft', [0, 0], null],
    ['ArrowDown', [0, 2], [1, 0]],
    ['ArrowDown', [2, 0], null],
    ['ArrowUp', [0, 0], null],
    ['ArrowUp', [2, 1], [1, 0]],
    ['Home', [0, 2], [0, 0]],
    ['End', [2, 0], [2, 1]],
    ['a', [0, 0], null],
  ])('%s leads from %j to %j', (key, from, to) => {
    expect(neighbour([3, 1, 2], from, key)).toEqual(to);
  });
});

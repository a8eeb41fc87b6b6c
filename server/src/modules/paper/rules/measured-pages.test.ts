import { expect, test } from 'vitest';
import { isWhole, layPages, type MeasuredBox } from './measured-pages.ts';

const answers = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
const boxes = (item: number, page: number): MeasuredBox[] =>
  answers.map((answer, at) => ({ item, answer, page, x: 62 + at * 36, y: 147.42524999 }));

test('each page has its own boxes, to a hundredth of a millimetre', () => {
  const [first, second] = layPages(2, [...boxes(1, 1), ...boxes(2, 2)]);
  expect(first?.boxes).toEqual([
    { item: 1, answer: 'FOR', x: 62, y: 147.43, sizeMm: 6 },
    { item: 1, answer: 'AGAINST', x: 98, y: 147.43, sizeMm: 6 },
    { item: 1, answer: 'ABSTAIN', x: 134, y: 147.43, sizeMm: 6 },
  ]);
  expect(second?.boxes.map(({ item }) => item)).toEqual([2, 2, 2]);
  expect(second?.corners).toEqual([
    { x: 12, y: 12 },
    { x: 198, y: 12 },
    { x: 198, y: 285 },
    { x: 12, y: 285 },
  ]);
});

test('a form that lacks a box, or has one twice, is not whole', () => {
  expect(isWhole(1, boxes(1, 1))).toBe(true);
  expect(isWhole(2, boxes(1, 1))).toBe(false);
  expect(isWhole(1, boxes(1, 1).slice(1))).toBe(false);
  expect(isWhole(1, [...boxes(1, 1), ...boxes(1, 2)])).toBe(false);
});

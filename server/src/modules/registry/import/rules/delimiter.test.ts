import { expect, it } from 'vitest';
import { detectDelimiter } from './delimiter.ts';

it.each([
  ['semicolons, with decimal commas', 'кв;площадь;доля\n1;54,30;0,5\n2;40,10;0,5', ';'],
  ['commas', 'flat,area,owner\n1,54.30,Ivanov\n2,40.1,Petrov', ','],
  ['tabs', 'кв\tплощадь\n1\t54,30\n2\t40,1', '\t'],
  ['commas within quotes', '"Иванов, Иван";1;54,3\n"Петров, Пётр";2;40,1', ';'],
  ['one column', '1\n2\n3', ';'],
])('%s', (_what, text, delimiter) => {
  expect(detectDelimiter(text)).toBe(delimiter);
});

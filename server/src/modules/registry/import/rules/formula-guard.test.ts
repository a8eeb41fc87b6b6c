import { expect, it } from 'vitest';
import { csvLine, guardFormula, unguardFormula } from './formula-guard.ts';

it.each(['=1+1', '+79161234567', '-5', '@SUM(A1)', '\tx', '\rx'])(
  '%j gets an apostrophe, and loses it again',
  (text) => {
    expect(guardFormula(text)).toBe(`'${text}`);
    expect(unguardFormula(guardFormula(text))).toBe(text);
  },
);

it.each(['Иванов', "'цитата'", '5', ''])('%j stays as it is', (text) => {
  expect(guardFormula(text)).toBe(text);
  expect(unguardFormula(text)).toBe(text);
});

it('a line is quoted throughout', () => {
  expect(csvLine(['ООО «Ромашка; и "Ко"»', '=cmd()'])).toBe('"ООО «Ромашка; и ""Ко""»";"\'=cmd()"\r\n');
});

import { expect, it } from 'vitest';
import { inOneScript } from './one-script.ts';

it.each([
  ['Ивaнов', 'Иванов'],
  ['CЕРГЕЕВА Oльга', 'СЕРГЕЕВА Ольга'],
  ['Smith Иван', 'Smith Иван'],
  ['Иваnов', 'Иваnов'],
])('%s', (written, read) => {
  expect(inOneScript(written)).toBe(read);
});

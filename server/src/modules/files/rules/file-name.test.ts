import { expect, it } from 'vitest';
import { attachment, readFileName } from './file-name.ts';

it.each([
  ['Реестр.xlsx', 'Реестр.xlsx'],
  ['/home/me/a.pdf', 'a.pdf'],
  ['C:\\Users\\me\\б.pdf', 'б.pdf'],
  ['../../etc/passwd', 'passwd'],
  ['  a \t b.csv ', 'a b.csv'],
  ['safe\u202Efdp.exe', 'safefdp.exe'],
  ['line\r\nSet-Cookie: x', 'lineSet-Cookie: x'],
])('reads «%s» as «%s»', (written, name) => {
  expect(readFileName(written)).toBe(name);
});

it.each(['', '   ', '.', '..', 'folder/', '\u0000', 'a'.repeat(201)])('finds no name in «%s»', (written) => {
  expect(readFileName(written)).toBeNull();
});

it('sends the name in UTF-8, with every mark that could end it encoded', () => {
  expect(attachment(`а"б';(1)*.pdf`)).toBe(`attachment; filename*=UTF-8''%D0%B0%22%D0%B1%27%3B%281%29%2A.pdf`);
});

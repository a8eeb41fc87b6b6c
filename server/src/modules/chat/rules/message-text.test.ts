import { describe, expect, it } from 'vitest';
import { readMessageText } from './message-text.ts';

describe('the text of a message', () => {
  it.each([
    ['  Добрый день \r\nсоседи ', 'Добрый день \nсоседи'],
    ['abc\u202edef\u0000', 'abcdef'],
    ['👩\u200d🔧', '👩\u200d🔧'],
    ['я'.repeat(2000), 'я'.repeat(2000)],
    ['👍'.repeat(2000), '👍'.repeat(2000)],
    ['я'.repeat(2001), null],
    ['\u200b \n', null],
    ['', null],
  ])('%j', (written, text) => {
    expect(readMessageText(written)).toBe(text);
  });
});

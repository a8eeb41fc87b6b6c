import { describe, expect, it } from 'vitest';
import { isEditable } from './message-edit.ts';

describe('an edit of a message', () => {
  it.each([
    ['at once', 0, false, true],
    ['a moment before five minutes', 299_999, false, true],
    ['at five minutes', 300_000, false, false],
    ['of a hidden one', 0, true, false],
  ])('%s', (_what, age, hidden, allowed) => {
    expect(isEditable({ postedAt: 0, hidden }, age)).toBe(allowed);
  });
});

import { expect, it } from 'vitest';
import { readLogin } from './login.ts';

it.each([
  [' Ivanova@Example.ru ', 'ivanova@example.ru'],
  ['анна-мария', 'анна-мария'],
])('reads %s', (written, login) => {
  expect(readLogin(written)).toBe(login);
});

it.each(['', 'ab', 'a b c', 'a\u0000bcd', '.abc', 'a'.repeat(255), '<script>'])('refuses %j', (written) => {
  expect(readLogin(written)).toBeNull();
});

import { expect, it } from 'vitest';
import { commonPasswords } from './common-passwords.ts';
import { isStrongPassword, shortestPassword } from './password-strength.ts';

it.each(['три синих кота', 'correct horse', 'Хлеб-и-Соль1', 'тёплый😀вечер'])('takes %s', (password) => {
  expect(isStrongPassword(password, 'ivanova@example.ru')).toBe(true);
});

it.each([
  ['too short', 'абвгд1234'],
  ['short in characters, not in bytes', '😀😁😂🤣😃😄😅😆😉'],
  ['common', 'Qwerty12345'],
  ['common in Russian', 'ЙЦУКЕНГШЩЗ'],
  ['common in wide letters', 'ｑｗｅｒｔｙ１２３４５'],
  ['three characters again and again', 'abcabcabcabc'],
  ['the login inside', 'my-Ivanova@example.ru!'],
  ['the name of the login inside', 'IVANOVA-2026-дом'],
  ['endless', 'абвгд1234 '.repeat(21)],
])('refuses what is %s', (_why, password) => {
  expect(isStrongPassword(password, 'ivanova@example.ru')).toBe(false);
});

it('does not mind a login of two letters', () => {
  expect(isStrongPassword('обладатель слова', 'об@example.ru')).toBe(true);
});

it('lists no common password that is refused for its length anyway', () => {
  expect([...commonPasswords].filter((password) => password.length < shortestPassword)).toEqual([]);
});

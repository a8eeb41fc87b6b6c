import { describe, expect, it } from 'vitest';
import { readEmail, readPhone } from './contacts.ts';

describe('readPhone', () => {
  it.each([
    ['8 (916) 123-45-67', '+79161234567'],
    ['+7 916 123 45 67', '+79161234567'],
    ['79161234567', '+79161234567'],
    ['916 123 45 67', '+79161234567'],
    ['495-123-45-67', '+74951234567'],
    ['+49 30 901820', '+4930901820'],
    ['+375 29 123-45-67', '+375291234567'],
  ])('reads %s', (written, phone) => {
    expect(readPhone(written)).toBe(phone);
  });

  it.each([
    '',
    '123-45-67',
    '+7 916 123 45',
    '+7 916 123 45 678',
    '+0 916 1234567',
    '8916123456a',
    '9161234567 доб. 5',
    '2161234567',
    '+1234567890123456',
  ])('refuses %j', (written) => {
    expect(readPhone(written)).toBeNull();
  });
});

describe('readEmail', () => {
  it.each([
    ['Ivanova@Example.RU', 'ivanova@example.ru'],
    [' o.petrov+dom@mail.example.org ', 'o.petrov+dom@mail.example.org'],
    ['почта@кремль.рф', 'почта@кремль.рф'],
  ])('reads %s', (written, email) => {
    expect(readEmail(written)).toBe(email);
  });

  it.each([
    '',
    'ivanova',
    'ivanova@',
    '@example.ru',
    'a@b',
    'a..b@example.ru',
    '.a@example.ru',
    'a b@example.ru',
    'a@-example.ru',
    'a@example.1',
    'a@exa mple.ru',
    `${'a'.repeat(65)}@example.ru`,
    'a@b@',
  ])('refuses %j', (written) => {
    expect(readEmail(written)).toBeNull();
  });
});

import { describe, expect, test } from 'vitest';
import { countOf, formatArea, formatDecimal, formatMoment, formatPercent } from './format.ts';
import { i18n } from './i18n.ts';

const plain = (text: string): string => text.replaceAll(/\s/g, ' ');

describe('numbers and moments are dressed for the reader', () => {
  test.each([
    ['ru', '54.30', '54,30 м²'],
    ['en', '54.30', '54.30 m²'],
    ['ru', '12345.60', '12 345,60 м²'],
  ])('an area in %s: %s', (locale, area, written) => {
    expect(plain(formatArea(locale, area))).toBe(written);
  });

  test('digits that a float would lose stay', () => {
    expect(plain(formatDecimal('ru', '9007199254740993.01'))).toBe('9 007 199 254 740 993,01');
    expect(plain(formatPercent('ru', '66.67'))).toBe('66,67 %');
  });

  test('a moment names the zone of the house', () => {
    expect(plain(formatMoment('ru', '2026-02-20T07:00:00.000Z', 'Europe/Moscow'))).toBe('20 февр. 2026 г., 10:00 МСК');
    expect(plain(formatMoment('en', '2026-02-20T07:00:00.000Z', 'Europe/Moscow'))).toBe('20 Feb 2026, 10:00 MSK');
    expect(plain(formatMoment('en', '2026-02-20T07:00:00.000Z', 'Asia/Omsk'))).toBe('20 Feb 2026, 13:00 Asia/Omsk');
  });

  test.each([
    ['ru', '1', '1 голос'],
    ['ru', '2', '2 голоса'],
    ['ru', '5', '5 голосов'],
    ['ru', '11', '11 голосов'],
    ['ru', '21', '21 голос'],
    ['ru', '1.50', '1,50 голоса'],
    ['en', '1', '1 vote'],
    ['en', '2', '2 votes'],
    ['en', '1.50', '1.50 votes'],
  ] as const)('votes in %s: %s', (locale, display, written) => {
    i18n.global.locale.value = locale;
    expect(i18n.global.t('votes', { votes: formatDecimal(locale, display) }, countOf(display))).toBe(written);
  });
});

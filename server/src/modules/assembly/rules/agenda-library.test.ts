import { describe, expect, it, test } from 'vitest';
import { inForce, isInForce, offeredAt } from './agenda-library.ts';
import { agendaPoints } from './agenda-points.ts';
import { examineWording } from './agenda-wording.ts';

const moment = Date.parse('2026-03-01T10:00:00+03:00');

describe('the library of agenda items', () => {
  test.each([
    ['T23', ['1', '1.1-1', '1.2', '1.3', '2', '3', '3.1', '3.8', '4.3']],
    ['A50', ['1.1', '4', '4.2', '4.7', '136.1']],
    ['S', ['2.1', '3.2', '3.3', '3.4', '3.5', '4.1', '4.4', '5']],
    ['X45', ['4.5']],
    ['U', ['36.3']],
  ])('holds under the rule %s the points %j', (rule, codes) => {
    expect(
      offeredAt(moment)
        .filter((point) => point.rule === rule)
        .map(({ code }) => code),
    ).toEqual(codes);
  });

  it('offers no point whose procedure nothing runs', () => {
    expect(inForce('4.6', moment)).toBeUndefined();
    expect(inForce('no such point', moment)).toBeUndefined();
  });

  it('knows an edition from its first day in Moscow on', () => {
    expect(inForce('4.1', Date.parse('2024-08-31T23:59:59+03:00'))).toBeUndefined();
    expect(inForce('4.1', Date.parse('2024-09-01T00:00:00+03:00'))?.rule).toBe('S');
  });

  test.each([
    ['2026-02-28T23:59:59+03:00', true],
    ['2026-03-01T00:00:00+03:00', false],
  ])('knows a closed edition up to its last day: at %s %s', (at, known) => {
    expect(isInForce({ validFrom: '2024-09-01', validTo: '2026-03-01' }, Date.parse(at))).toBe(known);
  });

  it('has at most one edition of a point in force at a time', () => {
    const codes = offeredAt(moment).map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('says which texts are not verified, and suggests no wording for them', () => {
    expect(agendaPoints.filter((point) => !point.wordingVerified).map(({ code }) => code)).toEqual([
      '1.3',
      '3.8',
      '4.7',
    ]);
    for (const { wordingVerified, suggestedWordingRu, suggestedWordingEn } of agendaPoints) {
      expect([suggestedWordingRu !== '', suggestedWordingEn !== '']).toEqual([wordingVerified, wordingVerified]);
    }
  });

  it('asks which entrance and which premises only for a flat put to another use', () => {
    expect(agendaPoints.filter(({ needs }) => needs !== 'NOTHING').map(({ code }) => code)).toEqual(['4.5']);
  });

  test.each(agendaPoints.filter((point) => point.wordingVerified))(
    'suggests for point $code one clear question',
    (point) => {
      expect(examineWording(point.suggestedWordingRu)).toEqual([]);
      expect(examineWording(point.suggestedWordingEn)).toEqual([]);
    },
  );

  test.each([...agendaPoints])('names point $code and its source in both languages', (point) => {
    expect(point.titleRu + point.source).toMatch(/[а-я]/);
    expect(point.titleEn + point.sourceEn).not.toMatch(/[а-я]/i);
    expect(point.source).toContain(point.code === '36.3' || point.code === '136.1' ? 'ст. ' : `п. ${point.code}`);
  });
});

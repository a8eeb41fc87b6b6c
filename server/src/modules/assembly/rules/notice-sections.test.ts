import { describe, expect, test } from 'vitest';
import { noticeSections, noticeTitle, type NoticeFacts } from './notice-sections.ts';

const full: NoticeFacts = {
  form: 'SYSTEM',
  annual: true,
  legalMode: 'PAPER_BACKED',
  address: 'г. Москва, ул. Лесная, д. 5',
  initiator: 'Иванова Анна, кв. 12',
  administrator: 'УК «Добрый дом»',
  administratorAddress: 'ул. Лесная, д. 1',
  acceptanceProcedure: null,
  materialsPlace: 'в личном кабинете',
  materials: ['Смета'],
  opens: '1 марта 2026 г., 10:00 МСК',
  closes: '15 марта 2026 г., 10:00 МСК',
  paperUntil: '13 марта 2026 г., 10:00 МСК',
  items: [{ wording: 'Утвердить отчёт', code: '4.1', proposal: null }],
};
const lines = (facts: NoticeFacts, part: string): readonly string[] =>
  noticeSections(facts).find((section) => section.part === part)?.lines ?? ['no such section'];

describe('a notice', () => {
  test('says all that the law asks for, each with its article', () => {
    expect(noticeTitle(full)).toBe(
      'Сообщение о проведении годового общего собрания собственников помещений в многоквартирном доме: г. Москва, ул. Лесная, д. 5',
    );
    const sections = noticeSections(full);
    expect(sections.map(({ part }) => part)).toEqual([
      'INITIATOR',
      'FORM',
      'PERIOD',
      'ADMINISTRATOR',
      'PAPER',
      'AGENDA',
      'MATERIALS',
      'LEGAL_MODE',
    ]);
    expect(sections.every((section) => section.lines.length > 0 && /\d/.test(section.law))).toBe(true);
    expect(lines(full, 'AGENDA')).toEqual(['1. Утвердить отчёт (п. 4.1)']);
    expect(lines(full, 'PAPER')).toEqual([
      'Место приёма: ул. Лесная, д. 1.',
      'Принимаются до: 13 марта 2026 г., 10:00 МСК',
    ]);
    expect(lines(full, 'MATERIALS')).toEqual(['в личном кабинете', 'Приложены: Смета.']);
  });

  test('leaves open what nobody has said yet', () => {
    const bare = { ...full, initiator: null, opens: null, administratorAddress: null, items: [] };
    const open = noticeSections(bare).filter((section) => section.lines.length === 0);
    expect(open.map(({ part }) => part)).toEqual(['INITIATOR', 'PERIOD', 'PAPER', 'AGENDA']);
  });

  test('of a poll promises no decision and names no administrator', () => {
    const poll: NoticeFacts = { ...full, form: 'ADVISORY', legalMode: 'ADVISORY' };
    expect(noticeTitle(poll)).toContain('об опросе');
    expect(lines(poll, 'ADMINISTRATOR')).toEqual(['no such section']);
    expect(lines(poll, 'LEGAL_MODE')).toEqual(['Юридической силы не имеет.']);
  });
});

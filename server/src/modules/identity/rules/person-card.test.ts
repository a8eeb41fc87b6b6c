import { describe, expect, it } from 'vitest';
import { readCard, type WrittenCard } from './person-card.ts';

const today = '2026-02-01';
const anna: WrittenCard = { kind: 'PERSON', familyName: 'Ли', givenName: 'Анна' };
const company: WrittenCard = { kind: 'COMPANY', bodyName: 'ООО «Ромашка»', ogrn: '1027700132195' };

describe('readCard', () => {
  it('keeps everything in one form', () => {
    const written: WrittenCard = {
      ...anna,
      patronymic: ' Павловна ',
      snils: '112-233-445 95',
      passport: ' 45 10  № 123456,\n выдан ОВД «Тихий» ',
      birthDate: '1980-05-06',
      phones: ['8 916 123-45-67', '+79161234567'],
      emails: ['Anna@Example.ru'],
    };
    expect(readCard(written, today)).toEqual({
      ok: true,
      card: {
        kind: 'PERSON',
        familyName: 'Ли',
        givenName: 'Анна',
        patronymic: 'Павловна',
        bodyName: null,
        ogrn: null,
        snils: '11223344595',
        passport: '45 10 № 123456, выдан ОВД «Тихий»',
        birthDate: '1980-05-06',
        phones: ['+79161234567'],
        emails: ['anna@example.ru'],
      },
    });
  });

  it('takes a company, and a public body without a number', () => {
    expect(readCard(company, today)).toMatchObject({ ok: true, card: { ogrn: '1027700132195' } });
    expect(readCard({ kind: 'PUBLIC', bodyName: 'Город Москва' }, today)).toMatchObject({
      ok: true,
      card: { ogrn: null },
    });
  });

  it.each<[keyof WrittenCard, WrittenCard]>([
    ['familyName', { kind: 'PERSON', givenName: 'Анна' }],
    ['givenName', { kind: 'PERSON', familyName: 'Ли', givenName: ' ' }],
    ['patronymic', { ...anna, patronymic: '—' }],
    ['bodyName', { ...anna, bodyName: 'ООО' }],
    ['ogrn', { ...anna, ogrn: '1027700132195' }],
    ['snils', { ...anna, snils: '112-233-445 96' }],
    ['passport', { ...anna, passport: 'паспорт' }],
    ['passport', { ...company, passport: '45 10 № 123456' }],
    ['birthDate', { ...anna, birthDate: '2026-02-02' }],
    ['phones', { ...anna, phones: ['123'] }],
    ['emails', { ...anna, emails: ['anna'] }],
    ['phones', { ...anna, phones: Array.from({ length: 11 }, (_, at) => `+7916123450${at % 10}`) }],
    ['bodyName', { kind: 'COMPANY', ogrn: '1027700132195' }],
    ['ogrn', { kind: 'COMPANY', bodyName: 'ООО' }],
    ['ogrn', { ...company, ogrn: '1027700132196' }],
    ['snils', { ...company, snils: '112-233-445 95' }],
    ['familyName', { ...company, familyName: 'Ли' }],
  ])('names %s as the field that will not do', (field, written) => {
    expect(readCard(written, today)).toEqual({ ok: false, field });
  });
});

import { describe, expect, test } from 'vitest';
import { emptyCard, inputOf, isCard, isFilled } from './person-card.ts';
import { asked } from './people-list.ts';

describe('the card of a new person', () => {
  test('sends only what was filled in and fits the kind', () => {
    const card = { ...emptyCard(), familyName: ' Иванова ', givenName: 'Анна', bodyName: 'ООО', phone: '+7 900' };
    expect(inputOf(card)).toEqual({ kind: 'PERSON', familyName: 'Иванова', givenName: 'Анна', phones: ['+7 900'] });
    expect(inputOf({ ...card, kind: 'COMPANY' })).toEqual({ kind: 'COMPANY', bodyName: 'ООО', phones: ['+7 900'] });
  });

  test('is filled when it has a name', () => {
    expect(isFilled({ ...emptyCard(), familyName: 'Иванова' })).toBe(false);
    expect(isFilled({ ...emptyCard(), familyName: 'Иванова', givenName: 'Анна' })).toBe(true);
    expect(isFilled({ ...emptyCard(), kind: 'PUBLIC', bodyName: 'Город' })).toBe(true);
  });

  test('is known again as a draft', () => {
    expect(isCard(emptyCard())).toBe(true);
    expect(isCard({ kind: 'PERSON' })).toBe(false);
    expect(isCard(null)).toBe(false);
  });
});

describe('what is searched for', () => {
  test.each([
    ['112-233-445 95', { snils: '11223344595' }],
    ['1027700132195', { ogrn: '1027700132195' }],
    ['Иванова Анна', { name: 'Иванова Анна' }],
    ['', {}],
  ])('%s', (text, filter) => {
    expect(asked(text)).toEqual(filter);
  });
});

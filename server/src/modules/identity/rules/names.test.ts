import { expect, it } from 'vitest';
import { displayName, readName, sameNames } from './names.ts';

it('keeps one space between words and none around them', () => {
  expect(readName('  Анна \t Мария ')).toBe('Анна Мария');
});

it.each(['', '   ', '—', null, undefined, 'Ан\u0000на', 'а'.repeat(301)])('refuses %j', (written) => {
  expect(readName(written)).toBeNull();
});

it('reads one name in several spellings', () => {
  expect(
    sameNames(
      { familyName: 'Королёва', givenName: 'АННА' },
      { familyName: 'королева ', givenName: 'Анна', patronymic: null },
    ),
  ).toBe(true);
  expect(sameNames({ bodyName: 'ООО «Ромашка»' }, { bodyName: 'ООО "Ромашка"' })).toBe(true);
});

it('tells two names apart', () => {
  expect(sameNames({ familyName: 'Королева', givenName: 'Анна' }, { familyName: 'Королева', givenName: 'Алла' })).toBe(
    false,
  );
  expect(
    sameNames({ familyName: 'Ли', givenName: 'Анна' }, { familyName: 'Ли', givenName: 'Анна', patronymic: 'Павловна' }),
  ).toBe(false);
});

it('shows the family name first, or the name of the body', () => {
  expect(displayName({ familyName: 'Ли', givenName: 'Анна', patronymic: null })).toBe('Ли Анна');
  expect(displayName({ bodyName: 'ООО «Ромашка»' })).toBe('ООО «Ромашка»');
});

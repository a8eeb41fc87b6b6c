import { describe, expect, test } from 'vitest';
import { readChanges, type ChangeWords } from './changes.ts';

const known: Readonly<Record<string, string>> = {
  'code.CANCELLED': 'отменено',
  'code.VOTING': 'голосование',
  'field.chairId': 'председатель',
  'field.closesAt': 'окончание',
  'field.area': 'площадь',
  'field.fields': 'поля',
  'field.fourEyes': 'вдвоём',
  'field.patronymic': 'отчество',
  'field.state': 'состояние',
  'tokens.scope.PEOPLE_READ': 'видеть людей',
  'ui.hiddenThing': 'не показано',
  'ui.otherCode': 'другое',
  'ui.yes': 'да',
  'ui.no': 'нет',
};
const words: ChangeWords = { locale: 'ru', t: (key) => known[key] ?? key, te: (key) => key in known };
const read = (row: object, mentioned: Parameters<typeof readChanges>[2] = []) =>
  readChanges(words, JSON.stringify(row), mentioned);

describe('what a journal row changed', () => {
  test('is read field by field, in words', () => {
    expect(
      read({
        state: { before: 'VOTING', after: 'CANCELLED' },
        area: { before: '5430', after: '60005' },
        fourEyes: { before: true, after: false },
        closesAt: { before: null, after: '2026-03-01T17:00:00.000Z' },
        fields: ['patronymic'],
      }),
    ).toEqual([
      { field: 'состояние', before: 'голосование', after: 'отменено' },
      { field: 'площадь', before: '54,30 м²', after: '600,05 м²' },
      { field: 'вдвоём', before: 'да', after: 'нет' },
      { field: 'окончание', before: null, after: '1\u00A0мар.\u00A02026\u00A0г., 20:00\u00A0МСК' },
      { field: 'поля', before: null, after: 'отчество' },
    ]);
  });

  test('leaves out what reads as it did', () => {
    expect(read({ closesAt: { before: '2026-03-01T17:00:42.000Z', after: '2026-03-01T17:00:00.000Z' } })).toEqual([]);
  });

  test('calls things by their names, and says where one is not shown', () => {
    const row = { chairId: { before: 'PE_1', after: 'PE_2' } };
    const mentioned = [{ id: 'PE_1', name: 'Анна' }, { id: 'PE_2' }];
    expect(read(row, mentioned)).toEqual([{ field: 'председатель', before: 'Анна', after: 'не показано' }]);
  });

  test('shows no code and no field of the program, and leaves what people wrote', () => {
    expect(read({ someField: 'SOME_CODE' })).toEqual([{ field: 'другое', before: null, after: 'другое' }]);
    expect(read({ state: { before: 'Слово', after: 'ABC' } })[0]).toMatchObject({ before: 'Слово', after: 'ABC' });
  });

  test('is nothing where nothing is known', () => {
    expect(readChanges(words, null)).toEqual([]);
    expect(readChanges(words, '"text"')).toEqual([]);
  });
});

import { describe, expect, test } from 'vitest';
import { negationFindings } from './negation.ts';

const found = (text: string): string[] =>
  negationFindings(text).map(({ severity, fragment }) => `${severity} ${fragment}`);

describe('a question put as a refusal', () => {
  test.each([
    ['Не заключать договор с подрядчиком', 'WARN Не заключать'],
    ['О неутверждении отчёта совета дома', 'WARN О неутверждении'],
    ['Not to approve the report', 'WARN Not to approve'],
    ['Reject the report of the council', 'WARN Reject'],
    ['Установить шлагбаум, но не взимать плату', 'WARN но не взимать'],
  ])('%s: look again', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    ['Не отменять решение от 1 марта', 'BLOCK Не отменять'],
    ['Not to forbid parking in the yard', 'BLOCK Not to forbid'],
  ])('%s: refused, since two refusals make a yes', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  test.each([
    'Утвердить отчёт совета дома',
    'Установить плату не выше 30 рублей',
    'Выбрать способ уведомления собственников, не позднее чем за 10 дней',
    'Approve the report',
    'Запретить стоянку на газоне',
    'Утвердить порядок пользования нежилыми помещениями',
  ])('%s: a plain question', (text) => {
    expect(found(text)).toEqual([]);
  });
});

import { describe, expect, it, test } from 'vitest';
import { examineWording } from './agenda-wording.ts';

const found = (text: string): string[] => [
  ...new Set(examineWording(text).map(({ kind, severity }) => `${severity} ${kind}`)),
];

describe('the wording of an agenda item', () => {
  test.each([
    'Благоустройство двора и т. д.',
    'Благоустройство двора и т.д.',
    'Ремонт подъезда, лифта и т.п. за счёт средств на содержание',
    'Ремонт подъезда и так далее',
    'Ремонт кровли, фасада и др.',
    'Ремонт кровли и другие',
    'Ремонт кровли и прочее.',
    'Разное',
    'Содержание дома. Разное.',
    'Прочее',
    'Иное',
    'Ремонт кровли и разное',
    'Другие вопросы',
    'Иные организационные вопросы',
    'Обсуждение прочих вопросов',
    'Решение разных вопросов',
    'Repair of the roof, the facade etc.',
    'Repair of the roof, etc',
    'Repair of the roof and so on',
    'Miscellaneous',
    'Any other business',
    'Other organisational matters',
    'Repair of the roof and others',
  ])('hides a part of the question: %s', (text) => {
    expect(found(text)).toEqual(['BLOCK VAGUE']);
  });

  test.each([
    'Утвердить смету и избрать совет дома',
    'утвердить отчёт управляющей организации и выбрать председателя собрания',
    'Утверждение сметы на 2027 год и избрание совета дома',
    'Об утверждении сметы и избрании совета дома',
    'Об утверждении отчёта и о выборе председателя совета',
    'Избрать председателя собрания. Утвердить смету на 2027 год',
    'Утвердить смету на 2027 год; избрать совет дома',
    'Утвердить смету? Избрать совет дома?',
    'Вопросы совета: 1) утвердить смету 2) избрать председателя',
    'Установить шлагбаум, а также утвердить правила въезда',
    'Согласны ли вы на ремонт кровли? Согласны ли вы на ремонт фасада?',
    'Approve the budget and elect the house council',
    'To approve the budget and to elect the council',
    'Approval of the budget and election of the council',
    'Approving the budget and electing the council',
    'Create an association and approve its charter',
    'Install a barrier as well as approve the rules of entry',
    'Approve the budget; elect the council',
    'Approve the budget. Elect the council.',
  ])('puts two questions: %s', (text) => {
    expect(found(text)).toContain('BLOCK SEVERAL_QUESTIONS');
  });

  test.each([
    ['Выбрать и утвердить способ управления домом', 'WARN SEVERAL_QUESTIONS'],
    ['Approve and sign the contract with the supplier', 'WARN SEVERAL_QUESTIONS'],
    ['Поручить председателю совета заключить договор и подписать акт', 'WARN SEVERAL_QUESTIONS'],
    ['Authorise the chair to conclude a contract and sign the act', 'WARN SEVERAL_QUESTIONS'],
    ['Текущий ремонт кровли, а также фасада', 'WARN SEVERAL_QUESTIONS'],
    ['Утвердить смету, избрать совет', 'WARN SEVERAL_QUESTIONS'],
    ['Ремонт кровли; ремонт фасада', 'WARN SEVERAL_QUESTIONS'],
    ['Плата за уборку, охрану и другие услуги', 'WARN VAGUE'],
    ['Pay for cleaning, security and other services', 'WARN VAGUE'],
  ])('is worth a second look: %s', (text, finding) => {
    expect(found(text)).toEqual([finding]);
  });

  test.each([
    ['Утвердить смету, приложенную к сообщению', 'приложенную'],
    ['Утвердить смету (прилагается)', 'прилагается'],
    ['Утвердить прилагаемый проект договора', 'прилагаемый'],
    ['Утвердить смету согласно приложению', 'согласно приложению'],
    ['Утвердить правила въезда (Приложение № 2)', 'Приложение № 2'],
    ['Утвердить смету во вложении', 'во вложении'],
    ['Утвердить прикреплённый план', 'прикреплённый'],
    ['Approve the attached estimate', 'the attached'],
    ['Approve the rules of entry as in Annex 1', 'Annex'],
  ])('refers to a file that has to be there: %s', (text, fragment) => {
    expect(examineWording(text, false)).toEqual([{ kind: 'MATERIAL_MISSING', fragment, severity: 'WARN' }]);
    expect(examineWording(text, true)).toEqual([]);
  });

  test.each([
    'Использовать мобильное приложение «Электронный дом»',
    'Отправлять показания через приложение',
    'Поручить совету приложить усилия к ремонту кровли',
    'Утвердить порядок по приложению «Госуслуги Дом»',
    'Repair the balconies that are on the facade',
  ])('refers to no file: %s', (text) => {
    expect(examineWording(text, false)).toEqual([]);
  });

  test.each([
    'Текущий ремонт кровли и фасада',
    'Провести текущий ремонт кровли и фасада по смете, приложенной к сообщению',
    'Утвердить размер платы за содержание и ремонт жилого помещения',
    'Избрать председателя и секретаря общего собрания',
    'Избрать председателем собрания Иванова И. И., секретарём — Петрову А. А.',
    'Передать часть фасада в пользование собственникам и иным лицам',
    'Пользование общим имуществом дома другими лицами',
    'Установить порядок приёма решений о проведении ремонта и утверждении смет',
    'Определить порядок приёма администратором сообщений и решений',
    'Утверждение порядка уведомления собственников и принятия решений',
    'Выбрать управляющую организацию ООО «Дом и двор»',
    'Заключить договор с ресурсоснабжающей организацией по ул. Лесной, д. 5, корп. 2',
    'Установить площадь и стоимость места в паркинге',
    'Провести ремонт подъезда № 1. Смета приложена к сообщению.',
    'Утвердить положение о совете дома в редакции 2.1',
    'Запретить проезд автомобилей и мотоциклов',
    'Разноцветное освещение фасада',
    'Current repair of the roof and the facade',
    'Elect the chair and the secretary of the assembly',
    'Approve the transfer and change of the parking rules',
    'Let the owners and other persons use the basement',
    'Approve the terms and conditions of the contract',
    'Set the fee for upkeep and repair',
  ])('is one clear question: %s', (text) => {
    expect(examineWording(text)).toEqual([]);
  });

  it('is needed', () => {
    expect(found(' \n ')).toEqual(['BLOCK EMPTY']);
  });

  it('fits the exchange format of the state', () => {
    expect(found('а'.repeat(3000))).toEqual([]);
    expect(found('а'.repeat(3001))).toEqual(['BLOCK TOO_LONG']);
  });

  it('is answered with the words the finding rests on', () => {
    expect(examineWording('Утвердить смету  и избрать совет дома на три года')).toEqual([
      { kind: 'SEVERAL_QUESTIONS', fragment: 'и избрать совет дома на', severity: 'BLOCK' },
    ]);
    expect(examineWording('Ремонт кровли и т. д.')).toEqual([
      { kind: 'VAGUE', fragment: 'и т. д.', severity: 'BLOCK' },
    ]);
  });
});

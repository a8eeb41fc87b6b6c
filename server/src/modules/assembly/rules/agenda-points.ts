/* oxlint-disable max-lines -- one table, read as one; a row is five lines of words in two languages */
/** The points of the law an agenda may name. Point 4.6 (development of a whole territory) has a procedure of its own and is left out. */
import type { AgendaPoint } from './agenda-point.ts';

type Written = Pick<
  AgendaPoint,
  'code' | 'rule' | 'titleRu' | 'titleEn' | 'suggestedWordingRu' | 'suggestedWordingEn'
> &
  Partial<AgendaPoint>;

/** A point of art. 44 p. 2 in the edition in force from 1 September 2024. */
function point(written: Written): AgendaPoint {
  return {
    validFrom: '2024-09-01',
    validTo: null,
    source: `ЖК РФ, ст. 44 ч. 2 п. ${written.code}, ст. 46 ч. 1`,
    sourceEn: `Housing Code, art. 44 p. 2 pt ${written.code}, art. 46 p. 1`,
    wordingVerified: true,
    needs: 'NOTHING',
    ...written,
  };
}

/** A point whose rule is known and whose text is still to be compared with the official edition. */
function unverified(code: string, rule: AgendaPoint['rule']): AgendaPoint {
  return point({
    code,
    rule,
    titleRu: `Пункт ${code} части 2 статьи 44 (текст ещё не сверен)`,
    titleEn: `Point ${code} of part 2 of article 44 (text not yet verified)`,
    suggestedWordingRu: '',
    suggestedWordingEn: '',
    wordingVerified: false,
  });
}

export const agendaPoints: readonly AgendaPoint[] = [
  point({
    code: '1',
    rule: 'T23',
    titleRu: 'Реконструкция, пристройки, капитальный ремонт, расходование фонда капитального ремонта',
    titleEn: 'Reconstruction, extensions, capital repair, spending of the capital repair fund',
    suggestedWordingRu: 'Провести капитальный ремонт крыши дома в 2027 году',
    suggestedWordingEn: 'Carry out the capital repair of the roof in 2027',
  }),
  point({
    code: '1.1',
    rule: 'A50',
    titleRu: 'Способ накопления на капитальный ремонт и владелец специального счёта',
    titleEn: 'How money for capital repair is saved, and who holds the special account',
    suggestedWordingRu: 'Выбрать способом формирования фонда капитального ремонта специальный счёт',
    suggestedWordingEn: 'Choose a special account as the way of saving for capital repair',
  }),
  point({
    code: '1.1-1',
    rule: 'T23',
    titleRu: 'Взнос на капитальный ремонт выше минимального, минимальный размер фонда, размещение свободных средств',
    titleEn: 'Capital repair contribution above the minimum, size of the fund, deposit of free money',
    suggestedWordingRu: 'Установить взнос на капитальный ремонт в размере 30 рублей за квадратный метр в месяц',
    suggestedWordingEn: 'Set the capital repair contribution at 30 roubles per square metre a month',
  }),
  point({
    code: '1.2',
    rule: 'T23',
    titleRu: 'Кредит или заём на капитальный ремонт, его поручительство и погашение из фонда',
    titleEn: 'A loan for capital repair, its guarantee and repayment from the fund',
    suggestedWordingRu: 'Взять кредит на капитальный ремонт фасада на условиях, приложенных к сообщению',
    suggestedWordingEn: 'Take a loan for the capital repair of the facade on the terms attached to the notice',
  }),
  unverified('1.3', 'T23'),
  point({
    code: '2',
    rule: 'T23',
    titleRu: 'Пределы использования земельного участка, в том числе ограничения (например, шлагбаум)',
    titleEn: 'Limits on the use of the plot of land, restrictions included (a barrier, for example)',
    suggestedWordingRu: 'Установить шлагбаум на въезде во двор по схеме, приложенной к сообщению',
    suggestedWordingEn: 'Install a barrier at the entry to the yard as drawn in the plan attached to the notice',
  }),
  point({
    code: '2.1',
    rule: 'S',
    titleRu: 'Благоустройство и содержание земельного участка',
    titleEn: 'Landscaping and upkeep of the plot of land',
    suggestedWordingRu: 'Обустроить детскую площадку по проекту, приложенному к сообщению',
    suggestedWordingEn: 'Build the playground as designed in the plan attached to the notice',
  }),
  point({
    code: '3',
    rule: 'T23',
    titleRu: 'Пользование общим имуществом дома иными лицами',
    titleEn: 'Use of the common property of the house by other persons',
    suggestedWordingRu: 'Передать в пользование часть фасада под вывеску на условиях, приложенных к сообщению',
    suggestedWordingEn: 'Let a part of the facade for a shop sign on the terms attached to the notice',
  }),
  point({
    code: '3.1',
    rule: 'T23',
    titleRu: 'Кто от имени собственников подписывает договоры о пользовании общим имуществом',
    titleEn: 'Who signs contracts on the use of common property for the owners',
    suggestedWordingRu: 'Уполномочить управляющую организацию на заключение договоров о пользовании общим имуществом',
    suggestedWordingEn: 'Authorise the managing organisation to make contracts on the use of common property',
  }),
  point({
    code: '3.2',
    rule: 'S',
    titleRu: 'Использование информационной системы для заочного голосования',
    titleEn: 'Use of an information system for voting',
    suggestedWordingRu: 'Проводить общие собрания с использованием региональной информационной системы',
    suggestedWordingEn: 'Hold assemblies with the use of the regional information system',
  }),
  point({
    code: '3.3',
    rule: 'S',
    titleRu: 'Администратор общего собрания',
    titleEn: 'The administrator of the assembly',
    suggestedWordingRu: 'Избрать администратором общих собраний собственника квартиры № 1',
    suggestedWordingEn: 'Elect the owner of flat 1 as administrator of assemblies',
  }),
  point({
    code: '3.4',
    rule: 'S',
    titleRu: 'Порядок приёма администратором сообщений и решений, срок голосования',
    titleEn: 'How the administrator takes notices and decisions, and how long voting lasts',
    suggestedWordingRu: 'Установить продолжительность голосования с использованием системы 14 суток',
    suggestedWordingEn: 'Set the length of voting with the system at 14 days',
  }),
  point({
    code: '3.5',
    rule: 'S',
    titleRu: 'Кто оплачивает созыв и проведение собраний',
    titleEn: 'Who pays for calling and holding assemblies',
    suggestedWordingRu: 'Оплачивать организацию общих собраний за счёт средств на содержание дома',
    suggestedWordingEn: 'Pay for the organisation of assemblies out of the upkeep money',
  }),
  unverified('3.8', 'T23'),
  point({
    code: '4',
    rule: 'A50',
    titleRu: 'Способ управления домом',
    titleEn: 'How the house is managed',
    suggestedWordingRu: 'Выбрать способом управления домом управление управляющей организацией',
    suggestedWordingEn: 'Choose management by a managing organisation',
  }),
  point({
    code: '4.1',
    rule: 'S',
    titleRu: 'Текущий ремонт общего имущества',
    titleEn: 'Current repair of common property',
    suggestedWordingRu: 'Провести текущий ремонт подъезда № 1 по смете, приложенной к сообщению',
    suggestedWordingEn: 'Carry out the current repair of entrance 1 on the estimate attached to the notice',
  }),
  point({
    code: '4.2',
    rule: 'A50',
    titleRu: 'Право совета дома решать о текущем ремонте',
    titleEn: 'The right of the house council to decide on current repair',
    suggestedWordingRu: 'Наделить совет дома правом принимать решения о текущем ремонте общего имущества',
    suggestedWordingEn: 'Give the house council the right to decide on the current repair of common property',
  }),
  point({
    code: '4.3',
    rule: 'T23',
    titleRu: 'Право председателя совета дома решать вместо собрания',
    titleEn: 'The right of the council chair to decide in place of the assembly',
    suggestedWordingRu: 'Наделить председателя совета дома правом решать вопросы, перечисленные в приложении',
    suggestedWordingEn: 'Give the chair of the house council the right to decide what the annex lists',
  }),
  point({
    code: '4.4',
    rule: 'S',
    titleRu: 'Прямые договоры с поставщиками коммунальных услуг',
    titleEn: 'Direct contracts with suppliers of utilities',
    suggestedWordingRu: 'Заключить собственникам прямые договоры холодного водоснабжения с поставщиком',
    suggestedWordingEn: 'Have owners make direct contracts for cold water with the supplier',
  }),
  point({
    code: '4.5',
    rule: 'X45',
    titleRu: 'Согласие на перевод жилого помещения в нежилое',
    titleEn: 'Consent to turn a flat into non-residential premises',
    source: 'ЖК РФ, ст. 44 ч. 2 п. 4.5, ст. 45 ч. 3, ст. 46 ч. 1.2',
    sourceEn: 'Housing Code, art. 44 p. 2 pt 4.5, art. 45 p. 3, art. 46 p. 1.2',
    needs: 'ENTRANCE_AND_PREMISES',
    suggestedWordingRu: 'Согласиться на перевод квартиры № 1 в нежилое помещение',
    suggestedWordingEn: 'Consent to flat 1 being turned into non-residential premises',
  }),
  unverified('4.7', 'A50'),
  point({
    code: '5',
    rule: 'S',
    titleRu: 'Иной вопрос, который закон относит к решению собрания',
    titleEn: 'Another matter the law gives to the assembly',
    suggestedWordingRu: 'Установить размер платы за содержание жилого помещения по расчёту, приложенному к сообщению',
    suggestedWordingEn: 'Set the upkeep fee as calculated in the annex to the notice',
  }),
  point({
    code: '36.3',
    rule: 'U',
    titleRu: 'Уменьшение общего имущества дома, в том числе при реконструкции',
    titleEn: 'Reduction of the common property of the house, also through reconstruction',
    source: 'ЖК РФ, ст. 36 ч. 3, ст. 40 ч. 2',
    sourceEn: 'Housing Code, art. 36 p. 3, art. 40 p. 2',
    suggestedWordingRu:
      'Согласиться на присоединение части коридора к квартире № 1 по проекту, приложенному к сообщению',
    suggestedWordingEn:
      'Consent to joining a part of the corridor to flat 1 as designed in the plan attached to the notice',
  }),
  point({
    code: '136.1',
    rule: 'A50',
    titleRu: 'Создание товарищества собственников жилья',
    titleEn: 'Creation of a homeowners’ association',
    source: 'ЖК РФ, ст. 135, ст. 136 ч. 1',
    sourceEn: 'Housing Code, art. 135, art. 136 p. 1',
    suggestedWordingRu: 'Создать товарищество собственников жилья с уставом, приложенным к сообщению',
    suggestedWordingEn: 'Create a homeowners’ association with the charter attached to the notice',
  }),
];

/** What is kept with the minutes, where, and how each owner voted (art. 46 p. 1, 4; Minstroy 266/пр). */
import { answersInLine, isFor } from './answer-marks.ts';
import type { ItemFacts, MinutesFacts, VoterFacts } from './assembly-facts.ts';
import { heading, paragraph, type DocumentBlock } from './document-blocks.ts';

export function annexBlocks({ assembly, voters }: MinutesFacts, open: boolean): DocumentBlock[] {
  const { proxies, materials } = assembly;
  const list = [
    'реестр собственников помещений',
    'сообщение о проведении собрания',
    'реестр уведомления собственников',
    `список принявших участие: решений ${String(voters.length)}`,
    `доверенности: ${String(proxies)}`,
    `материалы: ${materials.length === 0 ? 'нет' : materials.join('; ')}`,
    'решения собственников',
  ];
  return [
    heading('Место хранения'),
    paragraph(
      `Протокол и решения собственников хранятся в системе${assembly.administratorAddress === null ? '' : `; подлинники на бумаге: ${assembly.administratorAddress}`}.`,
    ),
    heading('Приложения'),
    ...list.map((annex, at) => paragraph(`${String(at + 1)}. ${annex}${at + 1 === list.length ? '.' : ';'}`)),
    ...(open ? [paragraph('Приложения с персональными данными в публичную копию не включены (152-ФЗ).')] : []),
  ];
}

/** The decision that founds an association of owners. */
const founding = '136.1';

interface FoundingFacts {
  readonly assembly: { readonly items: readonly Pick<ItemFacts, 'code' | 'position'>[] };
  readonly count: { readonly tally: { readonly items: readonly { readonly adopted: boolean }[] } };
  readonly voters: readonly Pick<VoterFacts, 'premises' | 'fullName' | 'sheet'>[];
}

/** Whoever voted for founding an association signs its minutes (art. 136 p. 1.1). */
export function founderBlocks({ assembly, count, voters }: FoundingFacts): DocumentBlock[] {
  return assembly.items.flatMap(({ code, position }, at): DocumentBlock[] => {
    if (code !== founding || count.tally.items[at]?.adopted !== true) return [];
    const founders = voters.filter(({ sheet }) => isFor(sheet, at));
    return [
      heading(`Подписи собственников, голосовавших «за» по вопросу ${String(position)} (часть 1.1 статьи 136 ЖК РФ)`),
      {
        kind: 'table',
        name: 'Подписи голосовавших за создание товарищества',
        columns: ['34mm', '1fr', '60mm'],
        header: ['Помещение', 'Собственник', 'Подпись'],
        rows: founders.map(({ premises, fullName }) => [premises, fullName, '']),
      },
    ];
  });
}

/** Votes are named by law: an annex of the minutes, and never of their public copy. */
export function answerBlocks({ assembly, voters }: MinutesFacts): DocumentBlock[] {
  return [
    heading('Как голосовали'),
    paragraph(
      `Ответы стоят в порядке повестки, по пять: З — «за», П — «против», В — «воздержался», н — нет действительного ответа. Вопросов: ${String(assembly.items.length)}.`,
    ),
    {
      kind: 'table',
      name: 'Решения собственников',
      columns: ['34mm', '1fr', '20mm', '14mm', '62mm'],
      header: ['Помещение', 'Участник', 'Голосов', 'Канал', 'Ответы'],
      rows: voters.map(({ premises, shortName, votes, channel, sheet }) => [
        premises,
        shortName,
        votes,
        channel === 'PAPER' ? 'бум.' : 'эл.',
        answersInLine(sheet),
      ]),
    },
  ];
}

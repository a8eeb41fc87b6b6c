/** The minutes of an assembly (art. 46 p. 1; Minstroy 266/пр). The public copy says the same without naming a person. */
import { Fraction } from '../../../kernel/fraction.ts';
import type { AssemblyFacts, MinutesFacts } from './assembly-facts.ts';
import { fields, heading, kept, paragraph, type DocumentBlock, type DocumentWording } from './document-blocks.ts';
import { annexBlocks, answerBlocks, founderBlocks } from './annex-wording.ts';
import { itemBlocks } from './item-wording.ts';
import { wordParty } from './party-wording.ts';
import { decimal, percentOf } from './printed-votes.ts';
import { writtenDay, writtenMoment } from './written-moment.ts';

const modes: Readonly<Record<AssemblyFacts['legalMode'], string>> = {
  STATE_SYSTEM:
    'Собрание проведено в государственной информационной системе; электронные голоса имеют юридическую силу.',
  PAPER_BACKED: 'Юридическую силу имеют подписанные решения собственников на бумаге; система подсчитала и хранит их.',
  ADVISORY: 'Опрос юридической силы не имеет.',
};

const oneEntry =
  'Проверка вторым человеком отключена до объявления собрания: каждое решение на бумаге вводил один человек.';

function head({ assembly, count }: MinutesFacts): DocumentBlock[] {
  const { timeZone, address, annual, form, opensAt, closesAt, administratorAddress } = assembly;
  const held = form === 'ADVISORY' ? 'опрос' : 'заочное голосование с использованием системы (статья 47.1 ЖК РФ)';
  return [
    fields(
      ['Дата протокола (день подведения итогов)', writtenDay(count.countedAt, timeZone)],
      ['Адрес дома', address],
      ['Место сбора решений', administratorAddress],
      ['Вид собрания', annual ? 'годовое' : 'внеочередное'],
      ['Форма проведения', held],
      ['Начало голосования', writtenMoment(opensAt, timeZone)],
      ['Окончание голосования', writtenMoment(closesAt, timeZone)],
      ['Сообщение о собрании размещено', writtenMoment(assembly.noticeAt, timeZone)],
      ['Правовой режим', modes[assembly.legalMode]],
    ),
  ];
}

function officers({ initiator, administrator, chair, secretary, tellers }: AssemblyFacts, open: boolean) {
  const counted = tellers.map((teller) => wordParty(teller, open)).join('; ');
  return [
    heading('Инициатор и должностные лица'),
    fields(
      ['Инициатор', initiator && wordParty(initiator, open)],
      [
        'Паспорт инициатора',
        initiator?.isPerson === true && !open
          ? (initiator.passport ?? 'в систему не внесён; указывается в подлиннике')
          : null,
      ],
      ['Администратор собрания', administrator && wordParty(administrator, open)],
      ['Председатель', chair && wordParty(chair, open)],
      ['Секретарь', secretary && wordParty(secretary, open)],
      ['Лица, подсчитавшие голоса', counted],
    ),
  ];
}

function totals({ assembly, count }: MinutesFacts): DocumentBlock[] {
  const { total, participating, quorum } = count.tally;
  const area = (hundredths: bigint): string => `${decimal(Fraction.of(hundredths, 100n))} м²`;
  return [
    heading('Участие и кворум'),
    fields(
      ['Площадь жилых помещений', area(count.residential)],
      ['Площадь нежилых помещений', area(count.nonResidential)],
      ['Всего голосов в доме', decimal(total)],
      ['Голосов приняло участие', `${decimal(participating)} (${percentOf(participating, total)})`],
      [
        'Учтено решений',
        `${String(count.ballots)}: электронных ${String(count.electronic)}, на бумаге ${String(count.paper)}`,
      ],
      ['Кворум', quorum.met ? 'имеется' : 'отсутствует'],
    ),
    paragraph(count.quorumExplanation),
    ...(count.unconfirmed === null ? [] : [paragraph(count.unconfirmed)]),
    ...(assembly.fourEyes ? [] : [paragraph(oneEntry)]),
    heading('Повестка'),
    ...assembly.items.map(({ position, wording, code }) =>
      paragraph(`${String(position)}. ${wording} (пункт ${code} части 2 статьи 44 ЖК РФ)`),
    ),
  ];
}

/** `open`: for everybody to read, with nothing that names or describes a person. */
export function minutesWording(facts: MinutesFacts, open: boolean): DocumentWording {
  const { assembly, count } = facts;
  const kind = assembly.annual ? 'годового' : 'внеочередного';
  const what =
    assembly.form === 'ADVISORY'
      ? 'Итоги опроса собственников помещений'
      : `Протокол ${kind} общего собрания собственников помещений`;
  const signers = ['Председатель собрания', 'Секретарь собрания', ...assembly.tellers.map(() => 'Подсчёт голосов')];
  return {
    title: kept(`${what} № ${assembly.number}`),
    subtitle: `${assembly.title}. ${assembly.address}${open ? '. Публичная копия без персональных данных' : ''}`,
    author: 'Veche',
    footer: `Протокол № ${assembly.number}`,
    landscape: false,
    blocks: [
      ...head(facts),
      ...officers(assembly, open),
      ...totals(facts),
      heading('Решения по вопросам повестки'),
      ...itemBlocks(facts, open),
      ...(count.recount === null ? [] : [heading('Пересчёт без оспоренных решений'), paragraph(count.recount)]),
      ...(count.robust === null ? [] : [heading('Решения с неустранёнными дефектами'), paragraph(count.robust)]),
      ...annexBlocks(facts, open),
      fields(['Контрольная сумма учтённых решений (SHA-256)', count.ballotsSha256]),
      ...(open
        ? []
        : [
            { kind: 'signing', roles: assembly.chair === null ? ['Администратор собрания'] : signers } as const,
            ...founderBlocks(facts),
            ...answerBlocks(facts),
          ]),
    ],
  };
}

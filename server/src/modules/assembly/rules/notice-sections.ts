/** What a notice must say (art. 45 p. 5, art. 47.1 p. 4), put into words from what is known. It is a paper of the law and so in Russian. */
import type { AssemblyForm } from './timeline.ts';

export const noticeParts = [
  'INITIATOR',
  'FORM',
  'PERIOD',
  'ADMINISTRATOR',
  'PAPER',
  'AGENDA',
  'MATERIALS',
  'LEGAL_MODE',
] as const;
export type NoticePart = (typeof noticeParts)[number];

export interface NoticeFacts {
  readonly form: AssemblyForm;
  readonly annual: boolean;
  readonly legalMode: 'STATE_SYSTEM' | 'PAPER_BACKED' | 'ADVISORY';
  readonly address: string;
  readonly initiator: string | null;
  readonly administrator: string | null;
  readonly administratorAddress: string | null;
  readonly acceptanceProcedure: string | null;
  readonly materialsPlace: string | null;
  readonly materials: readonly string[];
  /** Moments, written out with their zone. */
  readonly opens: string | null;
  readonly closes: string | null;
  readonly paperUntil: string | null;
  readonly items: readonly { readonly wording: string; readonly code: string; readonly proposal: string | null }[];
}

export interface NoticeSection {
  readonly part: NoticePart;
  readonly title: string;
  readonly lines: readonly string[];
  readonly law: string;
}

const forms: Readonly<Record<AssemblyForm, string>> = {
  SYSTEM: 'Заочное голосование с использованием системы (статья 47.1 Жилищного кодекса РФ).',
  ADVISORY: 'Опрос собственников. Решений общего собрания он не принимает.',
};

const modes: Readonly<Record<NoticeFacts['legalMode'], string>> = {
  STATE_SYSTEM: 'Собрание проводится в государственной информационной системе, электронные голоса имеют силу.',
  PAPER_BACKED: 'Юридическую силу имеют подписанные решения собственников на бумаге.',
  ADVISORY: 'Юридической силы не имеет.',
};

const known = (...lines: readonly (string | null)[]): string[] =>
  lines.filter((line): line is string => line !== null && line.trim() !== '');
const after = (words: string, text: string | null): string | null => text && `${words}${text}`;

export function noticeTitle({ form, annual, address }: NoticeFacts): string {
  if (form === 'ADVISORY') return `Сообщение об опросе собственников помещений в многоквартирном доме: ${address}`;
  const kind = annual ? 'годового' : 'внеочередного';
  return `Сообщение о проведении ${kind} общего собрания собственников помещений в многоквартирном доме: ${address}`;
}

/** In the order of the law; a section without lines is still to be filled in. */
export function noticeSections(facts: NoticeFacts): readonly NoticeSection[] {
  const { opens, closes, items } = facts;
  const period = opens === null || closes === null ? [] : [`Начало: ${opens}.`, `Окончание: ${closes}.`];
  const agenda = items.map(
    ({ wording, code, proposal }, at) =>
      `${at + 1}. ${wording} (п. ${code})${proposal === null ? '' : `. ${proposal}`}`,
  );
  const written = (part: NoticePart, title: string, law: string, lines: readonly string[]): NoticeSection => ({
    part,
    title,
    law,
    lines,
  });
  return [
    written('INITIATOR', 'Инициатор', 'ст. 45 ч. 5 п. 1', known(facts.initiator)),
    written('FORM', 'Форма проведения', 'ст. 45 ч. 5 п. 2', [forms[facts.form]]),
    written('PERIOD', 'Время голосования', 'ст. 47.1 ч. 4', period),
    ...(facts.form === 'ADVISORY'
      ? []
      : [written('ADMINISTRATOR', 'Администратор общего собрания', 'ст. 47.1 ч. 4', known(facts.administrator))]),
    written(
      'PAPER',
      'Приём решений на бумаге',
      'ст. 45 ч. 5 п. 3, ст. 47.1 ч. 4',
      facts.administratorAddress === null
        ? []
        : known(
            `Место приёма: ${facts.administratorAddress}.`,
            after('Принимаются до: ', facts.paperUntil),
            facts.acceptanceProcedure,
          ),
    ),
    written('AGENDA', 'Повестка', 'ст. 45 ч. 5 п. 4', agenda),
    written(
      'MATERIALS',
      'Где ознакомиться с материалами',
      'ст. 45 ч. 5 п. 5',
      known(facts.materialsPlace, facts.materials.length > 0 ? `Приложены: ${facts.materials.join('; ')}.` : null),
    ),
    written('LEGAL_MODE', 'Правовой режим', 'ФЗ от 13.12.2024 № 463-ФЗ', [modes[facts.legalMode]]),
  ];
}

/** Whoever a ballot stands for is told in plain words what became of it and what they may do (domain rows 5, 6, 20, 56). */

export const messageKinds = [
  'BALLOT_COUNTED',
  'BALLOT_NOT_COUNTED',
  'BALLOT_FELL',
  'DISPUTE_OPENED',
  'DISPUTE_REJECTED',
] as const;
export type MessageKind = (typeof messageKinds)[number];
export type Lang = 'ru' | 'en';

export interface MessageFacts {
  readonly kind: MessageKind;
  readonly assemblyTitle: string;
  readonly premisesNumber: string;
  readonly channel: 'ELECTRONIC' | 'PAPER';
  readonly authority: 'OWNER' | 'HEAD' | 'PARENT' | 'PROXY' | null;
  readonly reason: string | null;
  /** Why a dispute was rejected. */
  readonly answer: string | null;
}

type Words = Readonly<Record<Lang, string>>;

const titles: Readonly<Record<MessageKind, Words>> = {
  BALLOT_COUNTED: { ru: 'От вашего имени учтено решение', en: 'A ballot in your name was counted' },
  BALLOT_NOT_COUNTED: { ru: 'Решение от вашего имени не учтено', en: 'A ballot in your name was not counted' },
  BALLOT_FELL: { ru: 'Решение от вашего имени больше не учитывается', en: 'A ballot in your name counts no more' },
  DISPUTE_OPENED: { ru: 'Возражение принято', en: 'The dispute is on record' },
  DISPUTE_REJECTED: { ru: 'Возражение отклонено', en: 'The dispute was rejected' },
};

const reasons: Readonly<Record<string, Words>> = {
  LATE: { ru: 'бюллетень передан позже срока', en: 'it was handed over too late' },
  EARLY: { ru: 'бюллетень передан до начала голосования', en: 'it was handed over before voting opened' },
  UNSIGNED: { ru: 'бюллетень не подписан', en: 'it is not signed' },
  NOT_OWNER: {
    ru: 'в день передачи вы не были собственником этого помещения',
    en: 'you did not own the premises when it was handed over',
  },
  NO_AUTHORITY: { ru: 'у того, кто его передал, не было полномочий', en: 'whoever handed it in had no authority' },
  EMPTY: { ru: 'ни на один вопрос не дан один ответ', en: 'no item has exactly one answer' },
  ALREADY_VOTED: {
    ru: 'за эти квадратные метры решение уже было учтено, и действует первое',
    en: 'these square metres had a counted ballot already, and the first one stands',
  },
  NOT_CONFIRMED: {
    ru: 'до конца голосования его не успели ввести и подтвердить два сотрудника',
    en: 'two people had not entered and confirmed it when voting ended',
  },
  DISPUTE_UPHELD: {
    ru: 'возражение признано. Пока идёт голосование, вы можете проголосовать сами',
    en: 'the dispute was upheld. You may vote yourself while voting runs',
  },
  SOLD_BEFORE: {
    ru: 'право на помещение перешло раньше, чем было подано решение',
    en: 'the premises had passed to somebody else before it was cast',
  },
};

const channels: Readonly<Record<MessageFacts['channel'], Words>> = {
  ELECTRONIC: { ru: 'электронно', en: 'electronically' },
  PAPER: { ru: 'на бумаге', en: 'on paper' },
};

const authorities: Readonly<Record<'HEAD' | 'PARENT' | 'PROXY', Words>> = {
  HEAD: { ru: 'через руководителя', en: 'through the head of the body' },
  PARENT: { ru: 'через родителя', en: 'through a parent' },
  PROXY: { ru: 'представителем по доверенности', en: 'by the holder of a proxy' },
};

export function messageTitle(kind: MessageKind, lang: Lang): string {
  return titles[kind][lang];
}

function how({ channel, authority }: MessageFacts, lang: Lang): string {
  const by = authority === null || authority === 'OWNER' ? [] : [authorities[authority][lang]];
  return [channels[channel][lang], ...by].join(', ');
}

function why({ reason }: MessageFacts, lang: Lang): string {
  const known = reason === null ? undefined : reasons[reason];
  return known?.[lang] ?? { ru: 'причина указана в самом решении', en: 'the ballot itself says why' }[lang];
}

export function messageText(facts: MessageFacts, lang: Lang): string {
  const { kind, assemblyTitle, premisesNumber, answer } = facts;
  if (lang === 'ru') {
    const where = `«${assemblyTitle}», помещение ${premisesNumber}`;
    return {
      BALLOT_COUNTED: `${where}: учтено решение, поданное ${how(facts, lang)}. Если это не ваше решение, сообщите об этом: «Не моё решение».`,
      BALLOT_NOT_COUNTED: `${where}: решение, поданное ${how(facts, lang)}, не учтено: ${why(facts, lang)}.`,
      BALLOT_FELL: `${where}: решение исключено из подсчёта: ${why(facts, lang)}.`,
      DISPUTE_OPENED: `${where}: заявление «Не моё решение» получено. Пока на него не ответили, решение учитывается.`,
      DISPUTE_REJECTED: `${where}: администратор оставил решение в подсчёте. ${answer ?? ''}`.trim(),
    }[kind];
  }
  const where = `“${assemblyTitle}”, premises ${premisesNumber}`;
  return {
    BALLOT_COUNTED: `${where}: a ballot cast ${how(facts, lang)} was counted. If it is not yours, say so: “Not my decision”.`,
    BALLOT_NOT_COUNTED: `${where}: a ballot cast ${how(facts, lang)} was not counted: ${why(facts, lang)}.`,
    BALLOT_FELL: `${where}: the ballot was taken out of the count: ${why(facts, lang)}.`,
    DISPUTE_OPENED: `${where}: your “Not my decision” was received. The ballot counts until it is answered.`,
    DISPUTE_REJECTED: `${where}: the administrator left the ballot in the count. ${answer ?? ''}`.trim(),
  }[kind];
}

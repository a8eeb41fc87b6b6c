/** Why a ballot counts or not, for whoever it stands for: in plain words, with what they may do (art. 48 p. 4–6; domain rows 4–18, 56–58). */
import type { BallotReason, BallotState } from './ballot-words.ts';
import type { Authority } from './entitlement.ts';

type Lang = 'ru' | 'en';
type Words = Readonly<Record<Lang, string>>;

export interface BallotToExplain {
  readonly channel: 'ELECTRONIC' | 'PAPER';
  readonly state: BallotState;
  readonly reason: BallotReason | null;
  readonly authority: Extract<Authority, { ok: true }>['by'] | null;
  /** It says something else than the ballot that counts for the same square metres. */
  readonly conflict: boolean;
  /** The assembly was called off: nothing in it is counted. */
  readonly isCancelled: boolean;
}

const counted: Readonly<Record<BallotToExplain['channel'], Words>> = {
  ELECTRONIC: {
    ru: 'Учитывается: решение подано электронно, пока шло голосование, и за эти квадратные метры оно первое.',
    en: 'It counts: it was cast electronically while voting ran, and it is the first for these square metres.',
  },
  PAPER: {
    ru: 'Учитывается: бюллетень передан в срок и подписан, и за эти квадратные метры он первый.',
    en: 'It counts: the paper was handed over in time and signed, and it is the first for these square metres.',
  },
};

const acted: Readonly<Record<'HEAD' | 'PARENT' | 'PROXY', Words>> = {
  HEAD: { ru: 'Его подал руководитель организации.', en: 'The head of the body cast it.' },
  PARENT: { ru: 'За несовершеннолетнего его подал родитель.', en: 'A parent cast it for a minor.' },
  PROXY: { ru: 'Его подал представитель по доверенности.', en: 'The holder of a proxy cast it.' },
};

const reasons: Readonly<Record<BallotReason, Words>> = {
  LATE: {
    ru: 'Не учитывается: бюллетень передан администратору позже срока для бумаги.',
    en: 'It does not count: the paper was handed over after the limit for paper.',
  },
  EARLY: {
    ru: 'Не учитывается: бюллетень передан до начала голосования.',
    en: 'It does not count: the paper was handed over before voting opened.',
  },
  UNSIGNED: {
    ru: 'Не учитывается: бюллетень не подписан.',
    en: 'It does not count: the paper is not signed.',
  },
  NOT_OWNER: {
    ru: 'Не учитывается: названный в бюллетене не был собственником этого помещения, когда его передали.',
    en: 'It does not count: whoever it names did not own these premises when it was handed over.',
  },
  NO_AUTHORITY: {
    ru: 'Не учитывается: у того, кто передал бюллетень, не было полномочий.',
    en: 'It does not count: whoever handed it in had no authority.',
  },
  EMPTY: {
    ru: 'Не учитывается: ни на один вопрос не дано ровно одного ответа.',
    en: 'It does not count: no item has exactly one answer.',
  },
  ALREADY_VOTED: {
    ru: 'Не учитывается: за эти квадратные метры решение уже было учтено, а действует первое.',
    en: 'It does not count: these square metres had a counted ballot already, and the first one stands.',
  },
  NOT_CONFIRMED: {
    ru: 'Не учитывается: до конца голосования его не успели ввести и подтвердить два сотрудника.',
    en: 'It does not count: two people had not entered and confirmed it when voting ended.',
  },
  DISPUTE_UPHELD: {
    ru: 'Больше не учитывается: ваше возражение признано. Пока идёт голосование, можно проголосовать снова.',
    en: 'It counts no more: your dispute was upheld. While voting runs, you may vote again.',
  },
  SOLD_BEFORE: {
    ru: 'Больше не учитывается: право на помещение перешло раньше, чем решение было подано.',
    en: 'It counts no more: the premises had passed to somebody else before it was cast.',
  },
};

const cancelled: Words = {
  ru: 'Собрание отменено: ни одно решение в нём не учитывается.',
  en: 'The assembly was called off: no ballot in it counts.',
};
const conflict: Words = {
  ru: 'Оно отличается от того, которое учтено.',
  en: 'It says something else than the one that counts.',
};

export function explainBallot(ballot: BallotToExplain, lang: Lang): string {
  const { state, reason, channel, authority } = ballot;
  if (ballot.isCancelled) return cancelled[lang];
  const fate = state === 'COUNTED' || reason === null ? counted[channel] : reasons[reason];
  const by = authority === null || authority === 'OWNER' ? [] : [acted[authority][lang]];
  return [fate[lang], ...by, ...(ballot.conflict ? [conflict[lang]] : [])].join(' ');
}

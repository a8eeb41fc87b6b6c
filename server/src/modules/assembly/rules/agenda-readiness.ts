/** An agenda is announced only when each item is one clear question under a point of the law in force at the notice (art. 45 p. 5, art. 46 p. 2). */
import type { RefusalCode } from '@veche/shared/refusals';
import { inForce, type AgendaPoint } from './agenda-library.ts';
import { examineWording } from './agenda-wording.ts';

export interface DraftItem {
  readonly code: string;
  readonly wording: string;
  readonly entrance: number | null;
  readonly premisesId: string | null;
}

export type AgendaAnswer =
  | { readonly ok: true; readonly points: readonly AgendaPoint[] }
  | {
      readonly ok: false;
      readonly code: RefusalCode;
      /** The item to blame, from 0. */
      readonly item: number | null;
      readonly field: keyof DraftItem | null;
      readonly facts: Readonly<Record<string, string>>;
    };

type Refused = Extract<AgendaAnswer, { readonly ok: false }>;

function judgeItem({ code, wording, entrance, premisesId }: DraftItem, item: number, noticeAt: number) {
  const refuse = (refusal: Omit<Refused, 'ok' | 'item'>): Refused => ({ ok: false, item, ...refusal });
  const point = inForce(code, noticeAt);
  if (!point) return refuse({ code: 'AGENDA_CODE_UNKNOWN', field: 'code', facts: { code } });
  const blocking = examineWording(wording).find((finding) => finding.severity === 'BLOCK');
  if (blocking) {
    const { kind, fragment } = blocking;
    return refuse({ code: 'AGENDA_WORDING', field: 'wording', facts: { kind, fragment } });
  }
  if (point.needs === 'ENTRANCE_AND_PREMISES' && (entrance === null || premisesId === null)) {
    const field = entrance === null ? 'entrance' : 'premisesId';
    return refuse({ code: 'AGENDA_TARGET_MISSING', field, facts: { code } });
  }
  return point;
}

/** The rule comes from the code alone, whoever wrote the agenda; it is frozen as in force at `noticeAt`. */
export function agendaReadiness(items: readonly DraftItem[], noticeAt: number): AgendaAnswer {
  const [first] = agendaRefusals(items, noticeAt);
  if (first) return first;
  const judged = items.map((item, at) => judgeItem(item, at, noticeAt));
  return { ok: true, points: judged.filter((answer): answer is AgendaPoint => !('ok' in answer)) };
}

/** Everything that keeps an agenda from being announced: the first of each item. */
export function agendaRefusals(items: readonly DraftItem[], noticeAt: number): readonly Refused[] {
  if (items.length === 0) return [{ ok: false, code: 'AGENDA_EMPTY', item: null, field: null, facts: {} }];
  return items.flatMap((item, at) => {
    const answer = judgeItem(item, at, noticeAt);
    return 'ok' in answer ? [answer] : [];
  });
}

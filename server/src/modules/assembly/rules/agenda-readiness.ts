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

/** The rule comes from the code alone, whoever wrote the agenda; it is frozen as in force at `noticeAt`. */
export function agendaReadiness(items: readonly DraftItem[], noticeAt: number): AgendaAnswer {
  if (items.length === 0) return { ok: false, code: 'AGENDA_EMPTY', item: null, field: null, facts: {} };
  const points: AgendaPoint[] = [];
  for (const [item, { code, wording, entrance, premisesId }] of items.entries()) {
    const point = inForce(code, noticeAt);
    if (!point) return { ok: false, code: 'AGENDA_CODE_UNKNOWN', item, field: 'code', facts: { code } };
    const blocking = examineWording(wording).find((finding) => finding.severity === 'BLOCK');
    if (blocking) {
      return {
        ok: false,
        code: 'AGENDA_WORDING',
        item,
        field: 'wording',
        facts: { kind: blocking.kind, fragment: blocking.fragment },
      };
    }
    if (point.needs === 'ENTRANCE_AND_PREMISES' && (entrance === null || premisesId === null)) {
      return {
        ok: false,
        code: 'AGENDA_TARGET_MISSING',
        item,
        field: entrance === null ? 'entrance' : 'premisesId',
        facts: { code },
      };
    }
    points.push(point);
  }
  return { ok: true, points };
}

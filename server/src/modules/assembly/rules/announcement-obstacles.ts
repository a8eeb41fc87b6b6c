/** A notice is posted only when nothing in the law stands against it (art. 45 p. 2, 4, 5, 7; art. 47.1 p. 3–9). */
import type { RefusalCode } from '@veche/shared/refusals';
import { agendaRefusals, type DraftItem } from './agenda-readiness.ts';
import { lawfulTimeline, type AssemblyForm, type PlannedTimeline } from './timeline.ts';
import { timelineField } from './timeline-field.ts';

export interface RegisterFacts {
  /** An owner in the house, or the organisation that manages it. */
  readonly initiatorIsEntitled: boolean;
  readonly premises: number;
  readonly owners: number;
}

export interface AnnouncementFacts extends RegisterFacts {
  readonly form: AssemblyForm;
  /** null: the opening or the end is not set. */
  readonly plan: PlannedTimeline | null;
  readonly hasOpening: boolean;
  readonly hasAdministrator: boolean;
  readonly items: readonly DraftItem[];
  readonly noticeAt: number;
}

export interface Obstacle {
  readonly code: RefusalCode;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly field: readonly string[] | null;
}

function datesOf({ plan, hasOpening }: AnnouncementFacts): Obstacle[] {
  if (plan === null) {
    const what = hasOpening ? 'closesAt' : 'opensAt';
    return [{ code: 'INVALID_INPUT', facts: { what }, field: ['input', what] }];
  }
  const answer = lawfulTimeline(plan);
  if (answer.ok) return [];
  return answer.refusals.map(({ code, facts }) => ({ code, facts, field: timelineField(code) }));
}

function peopleOf({ form, hasAdministrator, initiatorIsEntitled }: AnnouncementFacts): Obstacle[] {
  // A poll binds nobody, so anybody may ask.
  if (form === 'ADVISORY') return [];
  return [
    ...(hasAdministrator
      ? []
      : [blame('INVALID_INPUT', { what: 'administrator' }, ['input', 'administratorPersonId'])]),
    ...(initiatorIsEntitled ? [] : [blame('INITIATOR_NOT_ENTITLED', {}, ['input', 'initiatorPersonId'])]),
  ];
}

function registerOf({ premises, owners }: AnnouncementFacts): Obstacle[] {
  if (premises === 0) return [blame('REGISTER_NOT_READY', { what: 'no premises' }, null)];
  return owners === 0 ? [blame('REGISTER_NOT_READY', { what: 'no owners' }, null)] : [];
}

function agendaOf({ items, noticeAt }: AnnouncementFacts): Obstacle[] {
  return agendaRefusals(items, noticeAt).map(({ code, facts, item, field }) =>
    item === null
      ? blame(code, facts, ['input', 'agenda'])
      : blame(code, { ...facts, item: item + 1 }, ['input', 'agenda', String(item), field ?? 'code']),
  );
}

function blame(code: RefusalCode, facts: Obstacle['facts'], field: Obstacle['field']): Obstacle {
  return { code, facts, field };
}

/** In the order in which they are mended: the first is the answer of the call. */
export function announcementObstacles(facts: AnnouncementFacts): readonly Obstacle[] {
  return [datesOf, peopleOf, registerOf, agendaOf].flatMap((look) => look(facts));
}

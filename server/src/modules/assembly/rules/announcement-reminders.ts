/** Nothing in the law stops the notice for these; the minutes will miss them all the same (Minstroy 266/пр). */
import { materialFindings } from './named-materials.ts';
import type { AssemblyForm } from './timeline.ts';

/** What is known of a person's card, without what stands in it. */
export interface CardFacts {
  readonly hasPassport: boolean;
  readonly hasSnils: boolean;
  readonly ownsHere: boolean;
  readonly hasTitleHere: boolean;
}

export interface ReminderFacts {
  readonly form: AssemblyForm;
  readonly wordings: readonly string[];
  readonly materials: number;
  /** null: nobody yet, or a body: those are named by their ОГРН, which is always there. */
  readonly initiator: CardFacts | null;
  readonly administrator: CardFacts | null;
}

export type ReminderKind = 'MATERIAL_MISSING' | 'INITIATOR_PASSPORT' | 'INITIATOR_TITLE' | 'ADMINISTRATOR_SNILS';

export interface Reminder {
  readonly kind: ReminderKind;
  readonly field: readonly string[];
  readonly fragment: string;
}

const about = (kind: ReminderKind, ...path: readonly string[]): Reminder => ({
  kind,
  field: ['input', ...path],
  fragment: '',
});

function wordingReminders({ wordings, materials }: ReminderFacts): Reminder[] {
  if (materials > 0) return [];
  return wordings.flatMap((wording, item) =>
    materialFindings(wording).map(({ fragment }) => ({
      ...about('MATERIAL_MISSING', 'agenda', String(item), 'wording'),
      fragment,
    })),
  );
}

/** A poll has no minutes that would name anybody's papers. */
function cardReminders({ form, initiator, administrator }: ReminderFacts): Reminder[] {
  if (form === 'ADVISORY') return [];
  return [
    ...(initiator && !initiator.hasPassport ? [about('INITIATOR_PASSPORT', 'initiatorPersonId')] : []),
    ...(initiator?.ownsHere === true && !initiator.hasTitleHere ? [about('INITIATOR_TITLE', 'initiatorPersonId')] : []),
    ...(administrator && !administrator.hasSnils ? [about('ADMINISTRATOR_SNILS', 'administratorPersonId')] : []),
  ];
}

export function announcementReminders(facts: ReminderFacts): readonly Reminder[] {
  return [...wordingReminders(facts), ...cardReminders(facts)];
}

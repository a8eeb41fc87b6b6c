import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { openDetails } from '../identity/index.ts';
import { agendaOf } from './assembly.queries.ts';
import { isStaffOf } from './assembly.policy.ts';
import type { AssemblyType } from './assembly.type.ts';
import type { ReminderType } from './announcement.type.ts';
import { wordReminder } from './reminder-words.ts';
import { announcementReminders, type CardFacts } from './rules/announcement-reminders.ts';

interface CardRow extends Omit<CardFacts, 'hasPassport' | 'hasSnils'> {
  readonly id: string;
  readonly sealed: Buffer | null;
}

const cardsSql = `select p.id, p.details_sealed as sealed, count(o.id) > 0 as "ownsHere", count(o.title_number) > 0 as "hasTitleHere"
  from person p left join (ownership_holder oh join ownership o on o.id = oh.ownership_id and o.withdrawn_at is null and o.until is null
    join premises f on f.id = o.premises_id and f.house_id = $2 and f.withdrawn_at is null) on oh.person_id = p.id
  where p.id = any($1::uuid[]) and p.kind = 'PERSON' group by p.id`;

/** What stands in nobody's way and will be missed in the minutes; for the staff of a draft. Of sealed details only whether they are there. */
export async function remindersFor(context: Context, { row, state }: AssemblyType): Promise<ReminderType[]> {
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  if (state !== 'DRAFT' || !isStaffOf(context.viewer, place)) return [];
  const { initiator_person_id: initiator, administrator_person_id: administrator } = row;
  const persons = [initiator, administrator].filter((id) => id !== null);
  const [items, cards, [kept]] = await Promise.all([
    agendaOf(context, row.id),
    context.database.read<CardRow>(cardsSql, [persons, row.house_id]),
    context.database.read<{ materials: number }>(
      'select count(*)::int as materials from material where assembly_id = $1',
      [row.id],
    ),
  ]);
  const cardOf = (id: string | null): CardFacts | null => {
    const card = cards.find((one) => one.id === id);
    if (!card) return null;
    const { passport, snils } = openDetails(context.secrets, card.id, card.sealed);
    return { ...card, hasPassport: passport != null, hasSnils: snils != null };
  };
  const about = { initiatorPersonId: initiator, administratorPersonId: administrator };
  return announcementReminders({
    form: row.form,
    wordings: items.map(({ wording }) => wording),
    materials: kept?.materials ?? 0,
    initiator: cardOf(initiator),
    administrator: cardOf(administrator),
  }).map((reminder) => {
    const personId = Object.entries(about).find(([name]) => name === reminder.field[1])?.[1] ?? null;
    return {
      kind: reminder.kind,
      field: reminder.field,
      explanation: wordReminder(reminder, context.locale),
      personId: personId === null ? null : encodeId('Person', personId),
    };
  });
}

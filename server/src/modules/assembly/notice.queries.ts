import type { Context } from '../../kernel/context.ts';
import { organisationById, personById } from '../identity/index.ts';
import { houseById } from '../registry/index.ts';
import type { NoticeType } from './announcement.type.ts';
import { agendaOf, materialsOf } from './assembly.queries.ts';
import { planOfRow, type AssemblyType } from './assembly.type.ts';
import { noticeSections, noticeTitle, type NoticeFacts } from './rules/notice-sections.ts';
import { paperLimitOf } from './rules/timeline.ts';

function writeMoment(moment: Date, timeZone: string): string {
  const written = new Intl.DateTimeFormat('ru-RU', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone,
  }).format(moment);
  return `${written} ${timeZone === 'Europe/Moscow' ? 'по московскому времени' : `(${timeZone})`}`;
}

/** A person by name, with the flats that make them an owner of this house; an organisation by name and ОГРН. */
async function namePerson(context: Context, id: string | null, houseId: string): Promise<string | null> {
  const person = id === null ? null : await personById(context, id);
  if (!person) return null;
  const owned = await context.database.read<{ number: string }>(
    `select distinct p.number, p.number_key from premises p join ownership o on o.premises_id = p.id
       join ownership_holder oh on oh.ownership_id = o.id
      where p.house_id = $1 and oh.person_id = $2 and o.until is null and o.withdrawn_at is null order by p.number_key limit 5`,
    [houseId, id],
  );
  return owned.length === 0
    ? person.displayName
    : `${person.displayName}, собственник: пом. ${owned.map(({ number }) => number).join(', ')}`;
}

async function nameOrganisation(context: Context, id: string | null): Promise<string | null> {
  const organisation = id === null ? null : await organisationById(context, id);
  return organisation && `${organisation.name}, ОГРН ${organisation.ogrn}`;
}

export async function noticeOf(context: Context, { row }: AssemblyType): Promise<NoticeType> {
  const [house, items, materials, initiators, administrators] = await Promise.all([
    houseById(context, row.house_id),
    agendaOf(context, row.id),
    materialsOf(context, row.id),
    Promise.all([
      namePerson(context, row.initiator_person_id, row.house_id),
      nameOrganisation(context, row.initiator_organisation_id),
    ]),
    Promise.all([
      namePerson(context, row.administrator_person_id, row.house_id),
      nameOrganisation(context, row.administrator_organisation_id),
    ]),
  ]);
  const plan = planOfRow(row, context.receivedAt);
  const moment = (at: Date | null): string | null => at && writeMoment(at, row.time_zone);
  const facts: NoticeFacts = {
    form: row.form,
    annual: row.annual,
    legalMode: row.legal_mode,
    address: house?.address ?? '',
    initiator: initiators.find((name) => name !== null) ?? null,
    administrator: administrators.find((name) => name !== null) ?? null,
    administratorAddress: row.administrator_address,
    acceptanceProcedure: row.acceptance_procedure,
    materialsPlace: row.materials_place,
    materials: materials.map(({ title }) => title),
    opens: moment(row.opens_at),
    closes: moment(row.closes_at),
    paperUntil: plan && moment(new Date(paperLimitOf(plan))),
    items: items.map(({ wording, code, proposal }) => ({ wording, code, proposal: proposal ?? null })),
  };
  const sections = noticeSections(facts);
  return { title: noticeTitle(facts), sections, isComplete: sections.every(({ lines }) => lines.length > 0) };
}

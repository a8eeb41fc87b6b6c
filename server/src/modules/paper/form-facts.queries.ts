import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { wordForm, type FormWording } from './rules/form-wording.ts';

interface FormRow {
  readonly annual: boolean;
  readonly form: 'SYSTEM' | 'ADVISORY';
  readonly title: string;
  readonly address: string;
  readonly initiator: string | null;
  readonly returnAddress: string | null;
  readonly opensAt: Date | null;
  readonly closesAt: Date | null;
  readonly paperUntil: Date | null;
  readonly timeZone: string;
}

interface ItemRow {
  readonly position: number;
  readonly code: string;
  readonly wording: string;
  readonly proposal: string | null;
}

const formSql = `select a.annual, a.form, a.title, concat_ws(', ', h.settlement, h.street, 'д. ' || h.number, h.block) as address,
    coalesce(o.organisation_name, p.body_name, nullif(concat_ws(' ', p.family_name, p.given_name, p.patronymic), '')) as initiator,
    a.administrator_address as "returnAddress", a.opens_at as "opensAt", a.closes_at as "closesAt",
    coalesce(a.paper_accepted_until, a.closes_at) as "paperUntil", a.time_zone as "timeZone"
  from assembly a join house h on h.id = a.house_id left join organisation o on o.id = a.initiator_organisation_id
  left join person p on p.id = a.initiator_person_id where a.id = $1`;

function writeMoment(moment: Date | null, timeZone: string): string {
  if (moment === null) return '—';
  const written = new Intl.DateTimeFormat('ru-RU', { dateStyle: 'long', timeStyle: 'short', timeZone }).format(moment);
  return `${written}${timeZone === 'Europe/Moscow' ? ' по московскому времени' : ` (${timeZone})`}`;
}

/** What every ballot of an assembly says, from what was announced. */
export async function formWording(context: Context, assemblyId: string): Promise<FormWording> {
  const [row] = await context.database.read<FormRow>(formSql, [assemblyId]);
  if (!row) throw new Error('an assembly without a house');
  const items = await context.database.read<ItemRow>(
    'select position, code, wording, proposal from agenda_item where assembly_id = $1 order by position',
    [assemblyId],
  );
  const { opensAt, closesAt, paperUntil, timeZone } = row;
  return wordForm({
    ...row,
    number: encodeId('Assembly', assemblyId),
    initiator: row.initiator ?? '—',
    opens: writeMoment(opensAt, timeZone),
    closes: writeMoment(closesAt, timeZone),
    paperUntil: writeMoment(paperUntil, timeZone),
    items,
  });
}

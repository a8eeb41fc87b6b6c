import type { Context } from '../../kernel/context.ts';
import { loadById, loadRow, loadRows, type MaybePromise } from '../../kernel/load-by-id.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import { mayReadName, maySeeMaskedSnils } from './identity.policy.ts';
import { openDetails } from './person-details.ts';
import { personColumns, personType, type PersonRow, type PersonType } from './person.type.ts';
import { maskSnils } from './rules/snils.ts';

const persons = `select ${personColumns('p')} from person p where p.id = any($1::uuid[])`;

/** A person for a field whose names are not for everybody who sees the thing: null for a token without `people:read`. */
export function namedPerson(context: Context, id: string): MaybePromise<PersonType | null> {
  return mayReadName(context.viewer, id) ? personById(context, id) : null;
}

/** A person for a field of something the viewer already sees, whose name is as public as that thing. */
export function personById(context: Context, id: string): MaybePromise<PersonType | null> {
  const row = loadRow<PersonRow>(context, 'person', id, persons);
  const typed = (known: PersonRow | null): PersonType | null => known && personType(context, known);
  return row instanceof Promise ? row.then(typed) : typed(row);
}

/** Reads the people whom a page names, all at once. */
export async function loadPersons(context: Context, ids: readonly string[]): Promise<void> {
  return loadRows(context, 'person', ids, persons);
}

/** The last two digits before the check number, for staff who see the person anyway. */
export async function maskedSnils(context: Context, personId: string): Promise<string | null> {
  const visible = (await visibleNode(context, 'Person', personId)) !== null;
  if (!maySeeMaskedSnils(context.viewer, { personId, visible })) return null;
  const row = await loadById(context, 'person.details_sealed', personId, async (ids) =>
    context.database.read<{ id: string; sealed: Buffer | null }>(
      'select id, details_sealed as sealed from person where id = any($1::uuid[])',
      [ids],
    ),
  );
  const { snils } = openDetails(context.secrets, personId, row?.sealed);
  return snils == null ? null : maskSnils(snils);
}

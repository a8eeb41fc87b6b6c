import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { provideNodes, visibleNode } from '../../kernel/node-registry.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import {
  personColumns,
  personType,
  readOgrn,
  readSnils,
  snilsHash,
  type PersonRow,
  type PersonType,
} from '../identity/index.ts';
import type { PersonFilter } from './person-register.type.ts';
import type { PersonSort } from './registry.enums.ts';
import { ownershipsVisibleTo, personsVisibleTo } from './registry.policy.ts';

async function readVisible(context: Context, ids: readonly string[]): Promise<PersonType[]> {
  const parameters = new Parameters();
  const wanted = `${parameters.add(ids)}::uuid[]`;
  const visible = personsVisibleTo(context.viewer, parameters, new Date(context.clock.now()));
  const rows = await context.database.read<PersonRow>(
    `select ${personColumns('q')} from person q where q.id = any(${wanted}) and q.withdrawn_at is null and ${visible}`,
    parameters.values,
  );
  return rows.map((row) => personType(context, row));
}

// Who may see a person depends on what they own, so the register answers for persons.
provideNodes('Person', {
  access: { who: 'SIGNED_IN', scope: 'people:read' },
  load: async (context, uuids) => new Map((await readVisible(context, uuids)).map((one) => [one.personId, one])),
});

export async function findPerson(context: Context, id: string): Promise<PersonType | null> {
  return (await readVisible(context, [id]))[0] ?? null;
}

/** For a field of something else: null for whoever may not see the person itself. */
export async function visiblePerson(context: Context, id: string): Promise<PersonType | null> {
  return (await visibleNode(context, 'Person', id)) as PersonType | null;
}

/** Names as they are searched and sorted; the same expression as of the index `person_search`. */
const nameKey = `lower(translate(coalesce(q.body_name, q.family_name || ' ' || coalesce(q.given_name, '') || ' ' || coalesce(q.patronymic, ''), ''), 'Ёё', 'Ее'))`;

const sorts: Readonly<Record<PersonSort, SortKey>> = {
  NAME: { by: nameKey, type: 'text' },
  NAME_DESCENDING: { by: nameKey, type: 'text', descending: true },
  NEWEST: { by: 'q.created_at', type: 'timestamptz', descending: true },
  OLDEST: { by: 'q.created_at', type: 'timestamptz' },
};

function nameWords(text: string): string[] {
  return text
    .toLowerCase()
    .replaceAll('ё', 'е')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}

/** Nobody learns by searching who owns what: only ownerships that the viewer sees count. */
function ownersIn(context: Context, houseId: string, parameters: Parameters): string {
  const now = new Date(context.clock.now());
  const [house, moment] = [parameters.add(houseId), parameters.add(now)];
  return `q.id in (select f.person_id from ownership_holder f join ownership o on o.id = f.ownership_id
    join premises p on p.id = o.premises_id join house h on h.id = p.house_id
   where h.id = ${house}::uuid and p.withdrawn_at is null and o.withdrawn_at is null
     and o.since <= ${moment}::timestamptz and (o.until is null or o.until > ${moment}::timestamptz)
     and ${ownershipsVisibleTo(context.viewer, parameters, now)})`;
}

function conditions(context: Context, filter: PersonFilter, parameters: Parameters): string[] {
  const where = ['q.withdrawn_at is null', personsVisibleTo(context.viewer, parameters, new Date(context.clock.now()))];
  for (const word of nameWords(filter.name ?? '')) {
    where.push(`${nameKey} like ${parameters.add(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`)}`);
  }
  if (filter.kind != null) where.push(`q.kind = ${parameters.add(filter.kind)}`);
  if (filter.snils != null) {
    const snils = readSnils(filter.snils);
    where.push(snils === null ? 'false' : `q.snils_hash = ${parameters.add(snilsHash(context.secrets, snils))}`);
  }
  if (filter.ogrn != null) where.push(`q.ogrn = ${parameters.add(readOgrn(filter.ogrn) ?? '')}`);
  if (filter.ownsInHouseId != null) {
    where.push(ownersIn(context, decodeId('House', filter.ownsInHouseId, ['filter', 'ownsInHouseId']), parameters));
  }
  return where;
}

export async function listPersons(
  context: Context,
  args: PageArgs,
  filter: PersonFilter,
  sort: PersonSort,
): Promise<Page<PersonType>> {
  const parameters = new Parameters();
  return listPage<PersonRow, PersonType>({
    database: context.database,
    select: personColumns('q'),
    from: 'person q',
    where: conditions(context, filter, parameters),
    parameters,
    sort: [sorts[sort], { by: 'q.id', type: 'uuid' }],
    args,
    nodeOf: (row) => personType(context, row),
  });
}

import { Refusal } from '../../../kernel/refusal.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import { restoreHouses } from './enter-houses.ts';
import { undoneSince } from './undone-since.ts';

async function refuseIf(unit: Unit, what: string, sql: string, importId: string): Promise<void> {
  const [used] = await unit.sql<{ used: boolean }>(`select exists (${sql}) as used`, [importId]);
  if (used?.used === true) throw new Refusal('IMPORT_IN_USE', { what });
}

/** Takes the houses back that an import brought; refused when anything was built on one of them. */
export async function withdrawHouses(unit: Unit, importId: string): Promise<void> {
  const created = 'from house h where h.import_id = $1 and h.withdrawn_at is null';
  await refuseIf(
    unit,
    'IN_PREMISES',
    `select ${created} and exists (select from premises p where p.house_id = h.id and p.withdrawn_at is null)`,
    importId,
  );
  await refuseIf(
    unit,
    'IN_ROLE',
    `select ${created} and (h.organisation_id is not null
       or exists (select from role_grant g where g.house_id = h.id and g.revoked_at is null))`,
    importId,
  );
  await refuseIf(
    unit,
    'IN_CHANGE',
    `select from house h left join (${undoneSince('place_id', 'version', 'count(*) * 2')}) undone on undone.id = h.id
      where h.import_id = $1 and h.withdrawn_at is null and h.version <> 1 + coalesce(undone.steps, 0)`,
    importId,
  );
  if (!(await restoreHouses(unit, importId))) throw new Refusal('IMPORT_IN_USE', { what: 'IN_CHANGE' });
  await unit.sql(
    'update house set withdrawn_at = $2, version = version + 1 where import_id = $1 and withdrawn_at is null',
    [importId, unit.now],
  );
}

const premisesUndone = undoneSince('place_id', 'premises', 'count(*) * 2');
/** Every row that added to a person was a version, and the undoing of each import one more. */
const peopleUndone = undoneSince('person_id', 'person', 'count(*) + count(distinct u.import_id)');

const changedSince = `select from import_row r
    left join premises p on p.id = r.place_id left join person q on q.id = r.person_id left join ownership o on o.id = r.ownership_id
    left join (${premisesUndone}) places on places.id = p.id left join (${peopleUndone}) people on people.id = q.id
  where r.import_id = $1 and r.before is not null
    and (p.version <> (r.before->'premises'->>'version')::int + coalesce(places.steps, 0)
      or q.version <> coalesce(people.steps, 0) + (select max((last.before->'person'->>'version')::int) from import_row last
                        where last.import_id = $1 and last.person_id = r.person_id)
      or (r.before ? 'title' and (o.until is not null or o.withdrawn_at is not null)))`;

const restore = [
  `update premises p set version = p.version + 1, entrance = (b->>'entrance')::int, floor = (b->>'floor')::int,
      cadastral_number = b->>'cadastralNumber'
    from import_row r, lateral (select r.before->'premises' as b) before
    where r.import_id = $1 and r.before ? 'premises' and p.id = r.place_id`,
  `update ownership o set title_kind = b->>'kind', title_number = b->>'number', title_date = (b->>'date')::date
    from import_row r, lateral (select r.before->'title' as b) before
    where r.import_id = $1 and r.before ? 'title' and o.id = r.ownership_id`,
  // Several rows may have added to one person; the first of them knows what was there before.
  `update person q set version = q.version + 1, details_sealed = decode(b->>'sealed', 'base64'), comes_of_age_on = (b->>'comesOfAgeOn')::date
    from (select distinct on (person_id) person_id, before->'person' as b from import_row
           where import_id = $1 and before ? 'person' order by person_id, row_number) first
    where q.id = first.person_id`,
];

/** Takes back what an import brought into the register of a house; refused when anything was built on it. */
export async function withdrawRegister(unit: Unit, importId: string): Promise<void> {
  const premises = 'from premises p where p.import_id = $1 and p.withdrawn_at is null';
  await refuseIf(
    unit,
    'IN_TRANSFER',
    `select from ownership o where o.import_id = $1 and o.withdrawn_at is null
       and (o.until is not null or exists (select from ownership later where later.previous_id = o.id))`,
    importId,
  );
  await refuseIf(
    unit,
    'IN_OWNERSHIP',
    `select ${premises} and exists (select from ownership o where o.premises_id = p.id and o.import_id is distinct from $1 and o.withdrawn_at is null)`,
    importId,
  );
  await refuseIf(
    unit,
    'IN_CHANGE',
    `select from premises p left join (${premisesUndone}) undone on undone.id = p.id
      where p.import_id = $1 and p.withdrawn_at is null and p.version <> 1 + coalesce(undone.steps, 0)`,
    importId,
  );
  await refuseIf(unit, 'IN_CHANGE', changedSince, importId);
  for (const sql of restore) await unit.sql(sql, [importId]);
  const { now } = unit;
  await unit.sql('update ownership set withdrawn_at = $2 where import_id = $1 and withdrawn_at is null', [
    importId,
    now,
  ]);
  await unit.sql(
    'update premises set withdrawn_at = $2, version = version + 1 where import_id = $1 and withdrawn_at is null',
    [importId, now],
  );
  // An empty period: the parent never acted.
  await unit.sql('update guardianship set until = since where import_id = $1 and until is null', [importId]);
  // People whom anything else knows by now stay.
  await unit.sql(
    `update person q set withdrawn_at = $2, version = q.version + 1 where q.import_id = $1 and q.withdrawn_at is null
       and not exists (select from ownership_holder oh join ownership o on o.id = oh.ownership_id where oh.person_id = q.id and o.withdrawn_at is null)
       and not exists (select from account a where a.person_id = q.id)
       and not exists (select from person body where body.head_id = q.id and body.withdrawn_at is null)
       and not exists (select from guardianship g where q.id in (g.child_id, g.parent_id) and (g.until is null or g.until > g.since))`,
    [importId, now],
  );
}

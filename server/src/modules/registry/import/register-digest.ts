import type { Ask } from './staged-row.ts';

const houses = `select h.id || ' ' || h.version as entry from house h
  where h.withdrawn_at is null and (
    h.address_key in (select r.place_key from import_row r where r.import_id = $1 and r.fields is not null)
    or h.fias_id in (select (r.fields->>'fiasId')::uuid from import_row r where r.import_id = $1 and r.fields is not null))`;

const premises = 'from premises p where p.house_id = $2 and p.withdrawn_at is null';
const ownerships = `from ownership o join premises p on p.id = o.premises_id
  where p.house_id = $2 and p.withdrawn_at is null and o.withdrawn_at is null`;
const numbered = (column: string): string =>
  `select q.id || ' ' || q.version from import_row r join person q on q.snils_hash = decode(substr(r.${column}, 7), 'hex')
    where r.import_id = $1 and r.${column} like 'snils %' and q.withdrawn_at is null`;

const register = `select h.id || ' ' || h.version as entry from house h where h.id = $2
  union select p.id || ' ' || p.version ${premises}
  union select concat_ws(' ', o.id, o.since, o.until, o.title_kind, o.title_number, o.title_date) ${ownerships}
  union select q.id || ' ' || q.version from ownership_holder oh join person q on q.id = oh.person_id
    where oh.ownership_id in (select o.id ${ownerships})
  union ${numbered('person_key')}
  union ${numbered('parent_key')}
  union select q.id || ' ' || q.version from import_row r join person q on q.ogrn = substr(r.person_key, 6)
    where r.import_id = $1 and r.person_key like 'ogrn %' and q.withdrawn_at is null`;

/** Everything of the register that the judging of these rows looks at, in one short text: unchanged, it is the same. */
export async function registerDigest(ask: Ask, importId: string, houseId: string | null): Promise<string> {
  const [found] = await ask<{ digest: string }>(
    `select coalesce(md5(string_agg(entry, ',' order by entry)), '') as digest from (${houseId === null ? houses : register}) as entries`,
    houseId === null ? [importId] : [importId, houseId],
  );
  return found?.digest ?? '';
}

import type { GuardianFacts, ProxyFacts } from './rules/entitlement.ts';

/** One for each entry of the roll in the premises that an inquiry names; a single one without an entry where there is none. */
export interface CastFactsRow {
  /** Which inquiry, from 0. */
  n: number;
  state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
  opens: number | null;
  closes: number | null;
  paper: number | null;
  roll_version: number;
  items: string | null;
  owner_of_age: number | null;
  actor_of_age: number | null;
  guardians: GuardianFacts[] | null;
  proxies: ProxyFacts[] | null;
  first_command: string | null;
  first_ids: Record<string, unknown> | null;
  first_fingerprint: string | null;
  entry_id: string | null;
  premises_id: string;
  ownership_id: string;
  lineage_id: string;
  holder_ids: string;
  since: number;
  until: number | null;
  taken: boolean;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** A day of Moscow as the moment it begins. */
const dayMs = (column: string): string =>
  `(extract(epoch from ${column}::timestamp at time zone 'Europe/Moscow') * 1000)::float8`;

/** Whether there is one. As a scalar it is looked up for each row; of an `exists` the planner may make a scan of the whole table. */
const any = (select: string): string => `coalesce((select true from ${select} limit 1), false)`;

/** Ballots that count for the same square metres as `e`: its lineage, one it was cut from, or one cut from it. */
const taken = `${any(`ballot b where b.assembly_id = e.assembly_id and b.state = 'COUNTED' and b.lineage_id = e.lineage_id`)}
  or (e.ancestor_lineage_ids <> '{}' and ${any(`ballot b where b.assembly_id = e.assembly_id and b.state = 'COUNTED'
        and b.lineage_id = any(e.ancestor_lineage_ids)`)})
  or (e.until is not null and ${any(`roll_entry d join ballot b on b.assembly_id = d.assembly_id and b.lineage_id = d.lineage_id
        and b.state = 'COUNTED'
       where d.assembly_id = e.assembly_id and d.premises_id = e.premises_id and e.lineage_id = any(d.ancestor_lineage_ids)`)})`;

/** Who acts for themselves is judged by their age alone. */
const forAnother = (aggregate: string): string => `case when q."ownerId" <> q."actorId" then (${aggregate}) end`;

/** What is on the roll is found by its premises: the index on them is the only one the hot path needs. */
const premises = `case when q."premisesIds" <> '{}' then q."premisesIds"
  else array(select w.premises_id from ownership w where w.id = any(q."ownershipIds")) end`;

/**
 * Everything about one inquiry is looked up by an index for that inquiry alone: `lateral … limit` and scalar queries leave
 * the planner no way to read a whole table for the crowd.
 */
export const castFactsSql = `select q.n, a.state, ${ms('a.opens_at')} as opens, ${ms('a.closes_at')} as closes,
    ${ms('a.paper_accepted_until')} as paper, a.roll_version,
    array(select i.id from agenda_item i where i.assembly_id = a.id order by i.position)::text as items,
    (select ${dayMs('o.comes_of_age_on')} from person o where o.id = q."ownerId") as owner_of_age,
    (select ${dayMs('c.comes_of_age_on')} from person c where c.id = q."actorId") as actor_of_age,
    ${forAnother(`select json_agg(json_build_object('parentId', g.parent_id, 'since', ${ms('g.since')}, 'until', ${ms('g.until')}))
       from guardianship g where g.child_id = q."ownerId"`)} as guardians,
    ${forAnother(`select json_agg(json_build_object('id', x.id, 'holderId', x.holder_id, 'mayVote', x.may_vote,
              'premisesIds', x.premises_ids, 'validFrom', ${ms('x.valid_from')}, 'validUntil', ${ms('x.valid_until')},
              'revokedAt', ${ms('x.revoked_at')}) order by x.registered_at, x.id)
       from proxy x where x.owner_id = q."ownerId" and x.holder_id = any(q."actorIds") and x.house_id = a.house_id
        and (x.assembly_id is null or x.assembly_id = a.id)`)} as proxies,
    j.command as first_command, j.ids as first_ids, encode(j.fingerprint, 'hex') as first_fingerprint,
    e.id as entry_id, e.premises_id, e.ownership_id, e.lineage_id, e.holder_ids::text, ${ms('e.since')} as since,
    ${ms('e.until')} as until, (${taken}) as taken
  from jsonb_to_recordset($1::jsonb) as q(n int, "assemblyId" uuid, "ownerId" uuid, "actorId" uuid, "actorIds" uuid[],
         "premisesIds" uuid[], "ownershipIds" uuid[], "accountId" uuid, "idempotencyKey" text)
 cross join lateral (select * from assembly where id = q."assemblyId" limit 1) a
  left join lateral (select * from journal where account_id = q."accountId" and idempotency_key = q."idempotencyKey" limit 1) j on true
  left join lateral (select * from roll_entry
         where assembly_id = q."assemblyId" and premises_id = any(${premises}) order by id limit 10000) e on true
 order by q.n, e.id`;

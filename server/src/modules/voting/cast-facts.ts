import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { EntryFacts } from './rules/electronic-ballot.ts';
import type { ActingFacts, GuardianFacts, ProxyFacts } from './rules/entitlement.ts';

/** Everything that is asked before a ballot is judged, in one read. */
export interface CastFacts {
  readonly state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
  readonly opensAt: number;
  readonly closesAt: number;
  readonly paperAcceptedUntil: number;
  readonly rollVersion: number;
  readonly itemIds: readonly string[];
  readonly acting: ActingFacts;
  readonly entries: readonly EntryFacts[];
  /** The call already accepted under the same idempotency key. */
  readonly first: {
    readonly command: string;
    readonly ids: Readonly<Record<string, unknown>>;
    readonly fingerprint: string;
  } | null;
}

export interface CastInquiry {
  readonly assemblyId: string;
  readonly ownerId: string;
  readonly actorId: string;
  readonly actorIds: readonly string[];
  readonly premisesIds: readonly string[];
  readonly ownershipIds: readonly string[];
  readonly accountId: string | null;
  readonly idempotencyKey: string | null;
}

interface Row {
  state: CastFacts['state'];
  opens: number | null;
  closes: number | null;
  paper: number | null;
  roll_version: number;
  items: string[] | null;
  owner_of_age: number | null;
  actor_of_age: number | null;
  guardians: GuardianFacts[] | null;
  proxies: ProxyFacts[] | null;
  entries: EntryFacts[] | null;
  first: CastFacts['first'];
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/** A day of Moscow as the moment it begins. */
const dayMs = (column: string): string =>
  `(extract(epoch from ${column}::timestamp at time zone 'Europe/Moscow') * 1000)::float8`;

/** Ballots that count for the same square metres as `e`: its lineage, one it was cut from, or one cut from it. */
const taken = `exists (select from ballot b where b.assembly_id = e.assembly_id and b.state = 'COUNTED' and b.lineage_id = e.lineage_id)
  or (e.ancestor_lineage_ids <> '{}' and exists (select from ballot b where b.assembly_id = e.assembly_id
        and b.state = 'COUNTED' and b.lineage_id = any(e.ancestor_lineage_ids)))
  or (e.until is not null and exists (select from roll_entry d join ballot b on b.assembly_id = d.assembly_id
        and b.lineage_id = d.lineage_id and b.state = 'COUNTED'
       where d.assembly_id = e.assembly_id and d.premises_id = e.premises_id and e.lineage_id = any(d.ancestor_lineage_ids)))`;

const sql = `select a.state, ${ms('a.opens_at')} as opens, ${ms('a.closes_at')} as closes,
    ${ms('a.paper_accepted_until')} as paper, a.roll_version,
    (select array_agg(i.id order by i.position) from agenda_item i where i.assembly_id = a.id) as items,
    (select ${dayMs('o.comes_of_age_on')} from person o where o.id = $2) as owner_of_age,
    (select ${dayMs('o.comes_of_age_on')} from person o where o.id = $3) as actor_of_age,
    (select json_agg(json_build_object('parentId', g.parent_id, 'since', ${ms('g.since')}, 'until', ${ms('g.until')}))
       from guardianship g where g.child_id = $2) as guardians,
    (select json_agg(json_build_object('id', x.id, 'holderId', x.holder_id, 'mayVote', x.may_vote,
              'premisesIds', x.premises_ids, 'validFrom', ${ms('x.valid_from')}, 'validUntil', ${ms('x.valid_until')},
              'revokedAt', ${ms('x.revoked_at')}) order by x.registered_at, x.id)
       from proxy x where x.owner_id = $2 and x.holder_id = any($4) and x.house_id = a.house_id
        and (x.assembly_id is null or x.assembly_id = a.id)) as proxies,
    (select json_agg(json_build_object('id', e.id, 'premisesId', e.premises_id, 'ownershipId', e.ownership_id,
              'lineageId', e.lineage_id, 'holderIds', e.holder_ids, 'since', ${ms('e.since')}, 'until', ${ms('e.until')},
              'taken', (${taken})) order by e.id)
       from roll_entry e
      where e.assembly_id = a.id and (e.premises_id = any($5) or e.ownership_id = any($6))) as entries,
    (select json_build_object('command', j.command, 'ids', j.ids, 'fingerprint', encode(j.fingerprint, 'hex'))
       from journal j where j.account_id = $7 and j.idempotency_key = $8) as first
  from assembly a where a.id = $1`;

export async function readCastFacts(read: Context['database']['read'], inquiry: CastInquiry): Promise<CastFacts> {
  const [row] = await read<Row>(
    sql,
    [
      inquiry.assemblyId,
      inquiry.ownerId,
      inquiry.actorId,
      inquiry.actorIds,
      inquiry.premisesIds,
      inquiry.ownershipIds,
      inquiry.accountId,
      inquiry.idempotencyKey,
    ],
    'cast-facts',
  );
  if (!row) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
  return {
    state: row.state,
    opensAt: row.opens ?? Infinity,
    closesAt: row.closes ?? Infinity,
    paperAcceptedUntil: row.paper ?? Infinity,
    rollVersion: row.roll_version,
    itemIds: row.items ?? [],
    acting: {
      ownerId: inquiry.ownerId,
      ownerOfAgeAt: row.owner_of_age,
      actorId: inquiry.actorId,
      actorIds: inquiry.actorIds,
      actorOfAgeAt: row.actor_of_age,
      guardians: row.guardians ?? [],
      proxies: row.proxies ?? [],
    },
    entries: row.entries ?? [],
    first: row.first,
  };
}

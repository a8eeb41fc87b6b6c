import type { Database, Read } from '../../kernel/database.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { AskedTogether } from '../../kernel/together.ts';
import { castFactsSql, type CastFactsRow } from './cast-facts.sql.ts';
import type { EntryFacts } from './rules/electronic-ballot.ts';
import type { ActingFacts } from './rules/entitlement.ts';

/** Everything that is asked before a ballot is judged, in one read. */
export interface CastFacts {
  readonly state: CastFactsRow['state'];
  readonly opensAt: number;
  readonly closesAt: number;
  readonly paperAcceptedUntil: number;
  readonly rollVersion: number;
  readonly itemIds: readonly string[];
  readonly acting: ActingFacts;
  /** Every entry of the roll in the premises that are named, or that the named ownerships lie in. */
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

const askers = new WeakMap<Database, AskedTogether<CastInquiry, CastFacts | null>>();

/** The facts of one inquiry; inquiries of a crowd share round trips. */
export async function askCastFacts(database: Database, inquiry: CastInquiry): Promise<CastFacts> {
  let asker = askers.get(database);
  if (!asker) {
    asker = new AskedTogether(async (inquiries) => readAllCastFacts(database.read, inquiries), { most: 100, lanes: 2 });
    askers.set(database, asker);
  }
  return known(await asker.ask(inquiry));
}

/** The same within a transaction. */
export async function readCastFacts(read: Read, inquiry: CastInquiry): Promise<CastFacts> {
  const [facts] = await readAllCastFacts(read, [inquiry]);
  return known(facts);
}

function known(facts: CastFacts | null | undefined): CastFacts {
  if (!facts) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
  return facts;
}

/** In the order of the inquiries; null where there is no such assembly. */
async function readAllCastFacts(read: Read, inquiries: readonly CastInquiry[]): Promise<readonly (CastFacts | null)[]> {
  const asked = inquiries.map((inquiry, n) => ({ n, ...inquiry }));
  const rows = await read<CastFactsRow>(castFactsSql, [JSON.stringify(asked)], 'cast-facts');
  const groups = Map.groupBy(rows, ({ n }) => n);
  return inquiries.map((inquiry, n) => {
    const group = groups.get(n);
    return group?.[0] ? factsOf(inquiry, group[0], group) : null;
  });
}

function factsOf(inquiry: CastInquiry, row: CastFactsRow, rows: readonly CastFactsRow[]): CastFacts {
  return {
    state: row.state,
    opensAt: row.opens ?? Infinity,
    closesAt: row.closes ?? Infinity,
    paperAcceptedUntil: row.paper ?? Infinity,
    rollVersion: row.roll_version,
    itemIds: uuidsOf(row.items),
    acting: {
      ownerId: inquiry.ownerId,
      ownerOfAgeAt: row.owner_of_age,
      actorId: inquiry.actorId,
      actorIds: inquiry.actorIds,
      actorOfAgeAt: row.actor_of_age,
      guardians: row.guardians ?? [],
      proxies: row.proxies ?? [],
    },
    entries: rows.flatMap((each) => (each.entry_id === null ? [] : [entryOf(each, each.entry_id)])),
    first:
      row.first_command === null
        ? null
        : { command: row.first_command, ids: row.first_ids ?? {}, fingerprint: row.first_fingerprint ?? '' },
  };
}

function entryOf(row: CastFactsRow, id: string): EntryFacts {
  return {
    id,
    premisesId: row.premises_id,
    ownershipId: row.ownership_id,
    lineageId: row.lineage_id,
    holderIds: uuidsOf(row.holder_ids),
    since: row.since,
    until: row.until,
    taken: row.taken,
  };
}

/** `{a,b}`: the driver's own parser of arrays costs more than all the rest of a row. */
function uuidsOf(array: string | null): string[] {
  return array === null || array === '{}' ? [] : array.slice(1, -1).split(',');
}

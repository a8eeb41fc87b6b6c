import type { Read } from '../kernel/database.ts';
import { pick, type DemoRandom } from './demo-chance.ts';

const hour = 3_600_000;
const day = 24 * hour;
const moscow = 3 * hour;

/** One ownership on the frozen roll, as one of its holders could vote with it. */
export interface DemoVoice {
  readonly entryId: string;
  readonly lineageId: string;
  readonly premisesId: string;
  readonly ownerId: string;
  readonly ownerKind: 'PERSON' | 'COMPANY' | 'PUBLIC';
  readonly isMinor: boolean;
  /** Who may act: oneself, the parents of a minor, the head of a body; with their accounts, where they have one. */
  readonly actors: readonly { readonly personId: string; readonly accountId: string | null }[];
}

interface Row {
  entry_id: string;
  lineage_id: string;
  premises_id: string;
  owner_id: string;
  kind: DemoVoice['ownerKind'];
  minor: boolean;
  actors: { personId: string; accountId: string | null }[] | null;
}

/** Everybody on the roll of an assembly, in the order of the house. */
export async function readVoices(read: Read, assemblyId: string): Promise<DemoVoice[]> {
  const rows = await read<Row>(
    `select e.id as entry_id, e.lineage_id, e.premises_id, o.id as owner_id, o.kind,
            coalesce(o.comes_of_age_on > a.opens_at::date, false) as minor,
            (select json_agg(json_build_object('personId', x.id, 'accountId', c.id) order by x.id)
               from (select g.parent_id as id from guardianship g where g.child_id = o.id and o.comes_of_age_on > a.opens_at::date
                     union all select o.head_id where o.head_id is not null
                     union all select o.id where o.head_id is null and coalesce(o.comes_of_age_on <= a.opens_at::date, true)) x
               left join account c on c.person_id = x.id and c.created_at <= a.opens_at) as actors
       from assembly a
       join roll_entry e on e.assembly_id = a.id and e.until is null
       join roll_premises rp on rp.assembly_id = a.id and rp.premises_id = e.premises_id
       cross join lateral unnest(e.holder_ids) as h(id)
       join person o on o.id = h.id
      where a.id = $1
      order by rp.kind, rp.number_key, e.share_denominator, o.family_name, o.given_name, o.id`,
    [assemblyId],
  );
  return rows.map((row) => ({
    entryId: row.entry_id,
    lineageId: row.lineage_id,
    premisesId: row.premises_id,
    ownerId: row.owner_id,
    ownerKind: row.kind,
    isMinor: row.minor,
    actors: row.actors ?? [],
  }));
}

const hours = [7, 8, 9, 10, 12, 13, 14, 17, 18, 18, 19, 19, 20, 20, 20, 21, 21, 22, 22, 23];

/** When somebody votes: many on the first days, many on the last, most of them in the evening. */
export function momentBetween(random: DemoRandom, from: number, to: number): number {
  const rush = random();
  const along = rush < 0.36 ? random() * 0.22 : rush < 0.62 ? 1 - random() * 0.2 : random();
  const somewhere = from + along * (to - from);
  const midnight = Math.floor((somewhere + moscow) / day) * day - moscow;
  const moment = midnight + pick(random, hours) * hour + random() * hour;
  return Math.trunc(moment >= from && moment < to ? moment : somewhere);
}

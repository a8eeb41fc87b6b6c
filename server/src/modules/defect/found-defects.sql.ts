import type { DefectKind } from './rules/defect-kinds.ts';

/** Something on record of a paper ballot that is wanting, as the database finds it. */
export interface FoundRow {
  ballot_id: string;
  assembly_id: string;
  submission_id: string;
  kind: DefectKind;
  is_counted: boolean;
  /** When what is on record since has mended it. */
  mended_at: Date | null;
  repair_id: string | null;
  sheet: string;
  pages: number | null;
  read_pages: number[] | null;
  /** In hundredths of m². */
  printed_area: string | null;
  roll_area: string | null;
  is_share_printed: boolean | null;
  /** The day of the hand-over, where the house is. */
  handed_over_on: string;
  /** Whose entry it is, as people: of the hand-over alone (at the counter, or with the first entry of a scan), or of anything on it. */
  hand_over_by: string[];
  entered_by: string[];
}

/** The pages of one sheet that were read; a ballot that nobody scanned is not judged by its pages. What comes after T1 repairs nothing. */
const pages = `select sb.page_count as pages, sb.id, p.read, p.read_then, p.last_read
    from (select sb.id, sb.page_count from scanned_ballot sb
           where sb.assembly_id = b.assembly_id and sb.printed_number = s.printed_number
           order by sb.first_read_at desc, sb.id limit 1) sb
    cross join lateral (select count(*)::int as read, max(coalesce(p.settled_at, p.read_at)) as last_read,
        (count(*) filter (where coalesce(p.settled_at, p.read_at) <= s.settled_at))::int as read_then
      from scan_page p where p.ballot_id = sb.id and p.state = 'READ' and coalesce(p.settled_at, p.read_at) < a.closes_at) p`;

/**
 * What the sheet said when it was printed, from the last print before it was handed in; a blank form says nothing. `offset 0`: by its
 * number first, and not by all ballots of the run.
 */
const printed = `select pb.ownership_ids, (select pa.area_hundredths from premises_area pa
       where pa.premises_id = b.premises_id and pa.since <= r.requested_at order by pa.since desc, pa.id desc limit 1) as area
    from (select one.run_id, one.ownership_ids from printed_ballot one where one.printed_number = s.printed_number offset 0) pb
    join print_run r on r.id = pb.run_id
   where r.assembly_id = b.assembly_id and r.requested_at <= s.taken_in_at and pb.ownership_ids <> '{}'
   order by r.requested_at desc limit 1`;

/** Since when a document of that representative covers the day on the sheet. */
export const covering = `select min(x.registered_at) as since from proxy given
    join proxy x on x.owner_id = b.owner_id and x.holder_id = given.holder_id and x.house_id = a.house_id and x.may_vote
     and (x.assembly_id is null or x.assembly_id = b.assembly_id)
     and (x.premises_ids is null or b.premises_id = any(x.premises_ids))
     and x.valid_from < ((t.signed_on + 1)::timestamp at time zone a.time_zone)
     and least(x.valid_until, x.revoked_at) > (t.signed_on::timestamp at time zone a.time_zone)
     and x.registered_at < a.closes_at
   where b.proxy_id is not null and t.signed_on is not null and given.id = b.proxy_id`;

/** Another ballot that counts for the same square metres. */
const anew = `select o.received_at as at from ballot o
      where b.state = 'REJECTED' and o.assembly_id = b.assembly_id and o.state = 'COUNTED' and o.lineage_id = b.lineage_id
    union all
    select min(o.received_at) from ballot o
      where b.state = 'REJECTED' and b.lineage_id is null and o.owner_id = b.owner_id and o.assembly_id = b.assembly_id
        and o.premises_id = b.premises_id and o.state = 'COUNTED'
    order by 1 limit 1`;

export const counts = `b.state = 'COUNTED'`;
/** Refused for what a new ballot mends, and not beside one that counted already. */
const refusedFor = (reason: string): string =>
  `b.state = 'REJECTED' and b.reason = '${reason}' and (anew.at is null or anew.at > b.received_at)`;
const actsWithoutTerm = `${counts} and b.authority = 'PROXY' and t.signed_on is not null and (covered.since is null or covered.since > b.received_at)`;
const isScannedInPart = `scanned.read > 0 and (scanned.read < scanned.pages or scanned.read_then between 1 and scanned.pages - 1)`;

/** What each defect is, and when what came on record since has mended it. */
const conditions: Readonly<Record<DefectKind, readonly [isFound: string, mendedAt: string]>> = {
  HAND_OVER_TYPED: [`${counts} and coalesce(s.is_hand_over_typed, true)`, 'null'],
  FOUR_EYES_OFF: [`${counts} and not a.four_eyes`, 'null'],
  NO_DATE: [`${counts} and s.id is not null and t.signed_on is null`, 'null'],
  DOUBLE_MARK: [`${counts} and b.sheet ~ '[3567]'`, 'null'],
  PAGE_MISSING: [
    `${counts} and ${isScannedInPart}`,
    'case when scanned.read = scanned.pages and scanned.last_read < a.closes_at then scanned.last_read end',
  ],
  REGISTER_DIFFERS: [
    `${counts} and (printed.area <> rp.area_hundredths or not (e.ownership_id = any(printed.ownership_ids)))`,
    'null',
  ],
  AUTHORITY_EXPIRED: [
    `((${actsWithoutTerm}) or (${refusedFor('NO_AUTHORITY')}))`,
    `case when ${counts} then covered.since else anew.at end`,
  ],
  NOT_SIGNED: [refusedFor('UNSIGNED'), 'anew.at'],
  OWNER_UNKNOWN: [refusedFor('NOT_OWNER'), 'anew.at'],
};
export const allConditions = Object.entries(conditions);

/** Each look-up by an index for one ballot. The first step of a sheet in the alphabet is its decision, if it came to one. */
const paper = `ballot b
    join assembly a on a.id = b.assembly_id
    left join paper_sheet s on s.submission_id = b.submission_id
    left join roll_entry e on e.id = b.roll_entry_id
    left join roll_premises rp on rp.assembly_id = b.assembly_id and rp.premises_id = b.premises_id
    left join lateral (select one.signed_on from transcription one where one.sheet_id = s.id order by one.step limit 1) t on true
    left join lateral (${pages}) scanned on true
    left join lateral (${printed}) printed on true
    left join lateral (${covering}) covered on true
    left join lateral (${anew}) anew on true`;

/** Every defect of the paper ballots under a condition over `ballot b`, open and repaired. Electronic ballots have none. */
export function foundDefects(condition: string): string {
  const kinds = allConditions.map(
    ([kind, [isFound, mendedAt]]) => `('${kind}', ${isFound}, (${mendedAt})::timestamptz)`,
  );
  return `select b.id as ballot_id, b.assembly_id, b.submission_id, k.kind, b.state = 'COUNTED' as is_counted, k.mended_at,
      r.id as repair_id, b.sheet, (b.handed_over_at at time zone a.time_zone)::date::text as handed_over_on, scanned.pages,
      array(select p.sheet_page from scan_page p where p.ballot_id = scanned.id and p.state = 'READ') as read_pages,
      array(select c.person_id from account c where c.id = coalesce(s.taken_in_by, b.entered_by)
            union select one.by_person_id from transcription one where one.sheet_id = s.id and one.step = 'FIRST')::text[] as hand_over_by,
      array(select c.person_id from account c where c.id in (s.taken_in_by, b.entered_by)
            union select one.by_person_id from transcription one where one.sheet_id = s.id)::text[] as entered_by,
      printed.area::text as printed_area, rp.area_hundredths::text as roll_area,
      e.ownership_id = any(printed.ownership_ids) as is_share_printed
    from ${paper}
    cross join lateral (values ${kinds.join(', ')}) k(kind, is_found, mended_at)
    left join defect_repair r on r.submission_id = b.submission_id and r.kind = k.kind
   where b.channel = 'PAPER' and k.is_found and (${condition})`;
}

export const isOpen = 'f.mended_at is null and f.repair_id is null';

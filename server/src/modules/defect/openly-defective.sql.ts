import { allConditions, counts, covering } from './found-defects.sql.ts';

/** What a ballot is judged by, as `found-defects` looks it up for one; here for a whole assembly at once, because a live count asks for it. */
const signed = (assembly: string): string => `select distinct on (one.sheet_id) one.sheet_id, one.signed_on
    from paper_sheet s join transcription one on one.sheet_id = s.id where s.assembly_id = ${assembly} order by one.sheet_id, one.step`;
const scanned = (assembly: string): string => `select s.id as sheet_id, sb.pages, count(p.id)::int as read,
      (count(*) filter (where coalesce(p.settled_at, p.read_at) <= s.settled_at))::int as read_then, max(coalesce(p.settled_at, p.read_at)) as last_read
    from paper_sheet s join assembly a on a.id = s.assembly_id
    join (select distinct on (one.printed_number) one.printed_number, one.id, one.page_count as pages from scanned_ballot one
           where one.assembly_id = ${assembly} order by one.printed_number, one.first_read_at desc, one.id) sb on sb.printed_number = s.printed_number
    left join scan_page p on p.ballot_id = sb.id and p.state = 'READ' and coalesce(p.settled_at, p.read_at) < a.closes_at
   where s.assembly_id = ${assembly} group by s.id, sb.id, sb.pages`;
const printed = (
  assembly: string,
): string => `select distinct on (s.id) s.id as sheet_id, pb.ownership_ids, r.requested_at
    from paper_sheet s join printed_ballot pb on pb.printed_number = s.printed_number and pb.ownership_ids <> '{}'
    join print_run r on r.id = pb.run_id and r.assembly_id = s.assembly_id and r.requested_at <= s.taken_in_at
   where s.assembly_id = ${assembly} order by s.id, r.requested_at desc`;

/** The counted ballots of an assembly that have an open defect; `assembly` is a parameter. */
export function openlyDefective(assembly: string): string {
  const open = allConditions.map(
    ([kind, [isFound, mendedAt]]) =>
      `(${isFound}${mendedAt === 'null' ? '' : ` and (${mendedAt}) is null`} and '${kind}' <> all(r.kinds))`,
  );
  return `with signed as materialized (${signed(assembly)}), scanned as materialized (${scanned(assembly)}),
      printed_before as materialized (${printed(assembly)}),
      repaired as materialized (select d.submission_id, array_agg(d.kind) as kinds from defect_repair d where d.assembly_id = ${assembly} group by 1)
    select b.id from ballot b
    join assembly a on a.id = b.assembly_id
    left join paper_sheet s on s.submission_id = b.submission_id
    left join roll_entry e on e.id = b.roll_entry_id
    left join roll_premises rp on rp.assembly_id = b.assembly_id and rp.premises_id = b.premises_id
    left join signed t on t.sheet_id = s.id
    left join scanned on scanned.sheet_id = s.id
    left join printed_before before on before.sheet_id = s.id
    left join repaired on repaired.submission_id = b.submission_id
    cross join lateral (select coalesce(repaired.kinds, '{}') as kinds) r
    cross join lateral (select before.ownership_ids, (select pa.area_hundredths from premises_area pa
        where pa.premises_id = b.premises_id and pa.since <= before.requested_at order by pa.since desc, pa.id desc limit 1) as area) printed
    left join lateral (${covering}) covered on true
    cross join lateral (select null::timestamptz as at) anew
   where b.channel = 'PAPER' and ${counts} and b.assembly_id = ${assembly} and (${open.join(' or ')})`;
}

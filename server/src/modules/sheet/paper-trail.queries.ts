import type { Context } from '../../kernel/context.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { provideFileReader } from '../files/index.ts';
import { printRunsVisibleTo as sheetsVisibleTo } from '../paper/index.ts';
import { ballotsInNameOf, type BallotType } from '../voting/index.ts';
import type { PaperTrailType } from './paper-trail.type.ts';
import { maySeeTrail } from './sheet.policy.ts';

/** One page of a stored file, from 0. */
interface ScannedPage {
  readonly sha256: string;
  readonly page: number;
}
interface TrailRow extends Omit<PaperTrailType, 'scans' | 'fileUrl'> {
  readonly id: string;
  readonly isInViewersName: boolean;
  readonly assemblyId: string;
  readonly houseId: string;
  readonly organisationId: string | null;
  readonly file: string | null;
  /** Of the file that came with it; several papers in one file are nobody's alone. */
  readonly fileSha256: string | null;
  readonly fileMediaType: string | null;
  readonly isFileShared: boolean;
  readonly pages: readonly ScannedPage[];
}

const columns = `b.id, b.assembly_id as "assemblyId", a.house_id as "houseId", h.organisation_id as "organisationId",
  s.printed_number as "printedNumber", case when s.handed_over_at is not null then s.taken_in_at end as "takenInAt", coalesce(s.is_hand_over_typed, true) as "isHandOverTyped",
  coalesce(t3.signed_on, t1.signed_on)::text as "signedOn", case when b.sheet <> '' then coalesce(t1.at, b.received_at) end as "enteredAt", t2.at as "confirmedAt",
  t3.at as "decidedAt", t3.reason as "decisionReason", taken.person_id as "takenInUuid",
  coalesce(t1.by_person_id, entered.person_id) as "enteredUuid", t2.by_person_id as "confirmedUuid", t3.by_person_id as "decidedUuid",
  f.id as file, f.sha256 as "fileSha256", f.media_type as "fileMediaType",
  exists (select from paper_sheet x join stored_file y on y.id = x.scan_file_id where y.sha256 = f.sha256 and x.id <> s.id) as "isFileShared",
  coalesce((select jsonb_agg(jsonb_build_object('sha256', c.sha256, 'page', g.number - 1) order by n.first_read_at, n.id, g.sheet_page)
     from scanned_ballot n join scan_page g on g.ballot_id = n.id and g.state = 'READ' join scan c on c.id = g.scan_id
    where n.assembly_id = b.assembly_id and n.printed_number = s.printed_number and c.sha256 is not null), '[]') as pages`;
const from = `ballot b left join roll_entry re on re.id = b.roll_entry_id
  join assembly a on a.id = b.assembly_id join house h on h.id = a.house_id
  left join paper_sheet s on s.submission_id = b.submission_id
  left join account taken on taken.id = s.taken_in_by left join account entered on entered.id = b.entered_by
  left join transcription t1 on t1.sheet_id = s.id and t1.step = 'FIRST'
  left join transcription t2 on t2.sheet_id = s.id and t2.step = 'SECOND'
  left join transcription t3 on t3.sheet_id = s.id and t3.step = 'DECISION'
  left join stored_file f on f.id = s.scan_file_id`;

/** The trail of a ballot, for whoever may follow it; any other is as good as none. */
async function readTrail(context: Context, ballotId: string): Promise<TrailRow | null> {
  return loadBy<TrailRow | null>(context, 'paper-trails', ballotId, async (ids) => {
    const parameters = new Parameters();
    const wanted = parameters.add(ids);
    const rows = await context.database.read<TrailRow>(
      `select ${columns}, ${ballotsInNameOf(context, parameters)} as "isInViewersName"
         from ${from} where b.channel = 'PAPER' and b.id = any(${wanted}::uuid[])`,
      parameters.values,
    );
    const known = new Map(rows.filter((row) => maySeeTrail(context.viewer, row)).map((row) => [row.id, row]));
    return ids.map((id) => known.get(id) ?? null);
  });
}

const seen = new Set(['application/pdf', 'image/jpeg', 'image/png', 'image/tiff']);

/** What may be looked at: the pages that were read of it, or else the first one of the file that came with it. */
function pagesOf({ pages, fileSha256, fileMediaType, isFileShared }: TrailRow): readonly ScannedPage[] {
  if (pages.length > 0) return pages;
  return fileSha256 === null || isFileShared || !seen.has(fileMediaType ?? '') ? [] : [{ sha256: fileSha256, page: 0 }];
}

export async function trailOf(context: Context, { row }: BallotType): Promise<PaperTrailType | null> {
  const trail = row.channel === 'PAPER' ? await readTrail(context, row.id) : null;
  if (!trail) return null;
  const id = encodeId('Ballot', row.id);
  const { file, isFileShared } = trail;
  return {
    ...trail,
    scans: pagesOf(trail).map((_page, at) => ({ number: at + 1, pictureUrl: `/ballot-scans/${id}/${String(at + 1)}` })),
    fileUrl: file === null || isFileShared ? null : `/files/${encodeId('StoredFile', file)}`,
  };
}

/** A page of the paper behind a ballot, from 1, as a JPEG. */
export async function scanPicture(context: Context, ballotId: string, number: number): Promise<Uint8Array | null> {
  const trail = await readTrail(context, ballotId);
  const page = trail && pagesOf(trail)[number - 1];
  return page ? context.scanReader.picture(await context.files.localPath(page.sha256), page.page) : null;
}

// The file brought with a paper: read by whoever enters it, and with the ballot it became by whoever may follow that one.
provideFileReader(async (context, fileId) => {
  const parameters = new Parameters();
  const sheets = await context.database.read<{ atWork: boolean; ballots: string[] }>(
    `select s.submission_id is null and ${sheetsVisibleTo(context.viewer, parameters)} as "atWork",
        array(select b.id::text from ballot b where b.submission_id = s.submission_id) as ballots
       from paper_sheet s join assembly a on a.id = s.assembly_id join house h on h.id = a.house_id
      where s.scan_file_id = ${parameters.add(fileId)}::uuid`,
    parameters.values,
  );
  if (sheets.some(({ atWork }) => atWork)) return true;
  for (const ballotId of sheets.flatMap(({ ballots }) => ballots)) {
    const trail = await readTrail(context, ballotId);
    if (trail && (!trail.isFileShared || !trail.isInViewersName)) return true;
  }
  return false;
});

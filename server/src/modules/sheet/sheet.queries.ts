import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { printRunsVisibleTo as sheetsVisibleTo } from '../paper/index.ts';
import { premisesById, type PremisesType } from '../registry/index.ts';
import { ballotsOfSubmission, decodeSheet, type BallotType } from '../voting/index.ts';
import type { SheetState, TranscriptionStep } from './rules/sheet-lifecycle.ts';
import { differencesOf, maySeeTranscription, type DifferenceKind, type Transcript } from './rules/transcription.ts';
import type { PaperSheetType, TranscriptionType } from './sheet.type.ts';

interface SheetRow extends Omit<PaperSheetType, 'id' | 'scanFileId'> {
  readonly scan: string | null;
}

const select = `s.id as uuid, s.assembly_id as "assemblyUuid", s.printed_number as number, s.state, s.handed_over_at as "handedOverAt",
  s.is_hand_over_typed as "isHandOverTyped", s.taken_in_at as "takenInAt", s.scan_file_id as scan, s.held_until as "heldUntil",
  s.owner_id as "ownerUuid", s.premises_ids::text[] as "premisesUuids", s.submission_id as "submissionUuid"`;
const from = 'paper_sheet s join assembly a on a.id = s.assembly_id join house h on h.id = a.house_id';

function typeOf({ scan, ...row }: SheetRow): PaperSheetType {
  return {
    ...row,
    id: encodeId('PaperSheet', row.uuid),
    scanFileId: scan === null ? null : encodeId('StoredFile', scan),
  };
}

export const sheetAccess = {
  who: ['PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR'],
  scope: 'ballots:enter',
} as const;

async function readSheets(context: Context, ids: readonly string[]): Promise<PaperSheetType[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  const rows = await context.database.read<SheetRow>(
    `select ${select} from ${from} where s.id = any(${wanted}::uuid[]) and ${sheetsVisibleTo(context.viewer, parameters)}`,
    parameters.values,
  );
  return rows.map(typeOf);
}

provideNodes('PaperSheet', {
  access: sheetAccess,
  load: async (context, uuids) => new Map((await readSheets(context, uuids)).map((sheet) => [sheet.uuid, sheet])),
});

export async function findSheet(context: Context, sheetId: string): Promise<PaperSheetType | null> {
  const [sheet] = await readSheets(context, [sheetId]);
  return sheet ?? null;
}

/** The papers of an assembly that the viewer runs, the one that waits longest first. */
export async function listSheets(
  context: Context,
  assemblyId: string,
  { states, takenIn }: { readonly states: readonly SheetState[] | null; readonly takenIn: boolean },
  args: PageArgs,
): Promise<Page<PaperSheetType>> {
  const parameters = new Parameters();
  const where = [sheetsVisibleTo(context.viewer, parameters)];
  where.push(`s.assembly_id = ${parameters.add(decodeId('Assembly', assemblyId, ['assemblyId']))}::uuid`);
  if (takenIn) where.push('s.handed_over_at is not null');
  if (states) where.push(`s.state = any(${parameters.add(states)}::text[])`);
  return listPage<SheetRow, PaperSheetType>({
    database: context.database,
    select,
    from,
    where,
    parameters,
    sort: [
      { by: 's.taken_in_at', type: 'timestamptz' },
      { by: 's.id', type: 'uuid' },
    ],
    args,
    nodeOf: typeOf,
  });
}

interface TranscriptionRow extends Transcript {
  readonly sheetId: string;
  readonly step: TranscriptionStep;
  readonly at: Date;
  readonly byPersonId: string;
  readonly reason: string | null;
  readonly items: string[];
}

async function readTranscriptions(context: Context, { uuid }: PaperSheetType): Promise<readonly TranscriptionRow[]> {
  return loadBy<readonly TranscriptionRow[]>(context, 'transcriptions', uuid, async (ids) => {
    const rows = await context.database.read<TranscriptionRow>(
      `select t.sheet_id as "sheetId", t.step, t.at, t.by_person_id as "byPersonId", t.owner_id as "ownerId",
         t.premises_ids::text[] as "premisesIds", t.acted_by_id as "actedById", t.signed, t.signed_on::text as "signedOn",
         t.sheet, t.reason,
         array(select i.id::text from agenda_item i where i.assembly_id = s.assembly_id order by i.position) as items
       from transcription t join paper_sheet s on s.id = t.sheet_id where t.sheet_id = any($1::uuid[]) order by t.at, t.id`,
      [ids],
    );
    const known = Map.groupBy(rows, ({ sheetId }) => sheetId);
    return ids.map((id) => known.get(id) ?? []);
  });
}

/** Until two people have made theirs, everybody sees only their own. */
export async function transcriptionsOf(context: Context, sheet: PaperSheetType): Promise<TranscriptionType[]> {
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN') return [];
  const rows = await readTranscriptions(context, sheet);
  return rows
    .filter(({ byPersonId }) => maySeeTranscription(sheet.state, byPersonId, viewer.personId))
    .map((row) => ({
      step: row.step,
      at: row.at,
      signed: row.signed,
      signedOn: row.signedOn,
      reason: row.reason,
      byPersonUuid: row.byPersonId,
      ownerUuid: row.ownerId,
      actedByUuid: row.actedById,
      premisesUuids: row.premisesIds,
      votes: decodeSheet(row.sheet).map((marks, at) => ({
        agendaItemId: encodeId('AgendaItem', row.items[at] ?? ''),
        marks,
      })),
    }));
}

export async function differencesOn(context: Context, sheet: PaperSheetType): Promise<readonly DifferenceKind[]> {
  const [first, second] = await readTranscriptions(context, sheet);
  return first && second?.step === 'SECOND' ? differencesOf(first, second) : [];
}

export async function ballotsOf(context: Context, { submissionUuid }: PaperSheetType): Promise<BallotType[]> {
  return submissionUuid === null ? [] : ballotsOfSubmission(context, submissionUuid);
}

export async function allPremises(context: Context, uuids: readonly string[]): Promise<PremisesType[]> {
  const found = await Promise.all(uuids.map(async (uuid) => premisesById(context, uuid)));
  return found.filter((premises) => premises !== null);
}

import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { headedBodies } from '../identity/index.ts';
import { Ballot } from './ballot.entity.ts';
import { readCastFacts } from './cast-facts.ts';
import { encodeSheet } from './rules/answers.ts';
import { judgePaperBallot, type PaperFate } from './rules/paper-ballot.ts';
import type { PaperVoteInput } from './voting.input.ts';

/** A sheet as it was read, to be judged and put on record. */
export interface PaperToRecord {
  readonly assemblyId: string;
  readonly ownerId: string;
  readonly premisesIds: readonly string[];
  /** Who handed it in for the owner, or the owner; null: nobody has read that. */
  readonly actorId: string | null;
  /** Empty: nobody has read what is marked on it. */
  readonly sheet: string;
  /** null: it was only scanned. */
  readonly handedOverAt: Date | null;
  /** When it came, by hand or as a scan. */
  readonly cameAt: Date;
  /** null: nobody has looked. */
  readonly signed: boolean | null;
  readonly enteredBy: string | null;
  /** false: voting has ended before a second person confirmed it. */
  readonly confirmed: boolean;
}

/** Paper is entered from the announcement until T1. */
export function requireOpenForEntry(
  context: Context,
  assembly: { state: string; closesAt?: Date | null | undefined },
): void {
  const closesAt = assembly.closesAt ?? null;
  if (assembly.state === 'DRAFT') throw new Refusal('WRONG_STATE', { state: assembly.state });
  const ended = closesAt === null || context.receivedAt >= closesAt.getTime();
  if (ended || (assembly.state !== 'ANNOUNCED' && assembly.state !== 'VOTING')) {
    throw new Refusal('CLOSED', { closesAt: closesAt?.toISOString() ?? null });
  }
}

export async function itemIdsOf(unit: Unit, assemblyId: string): Promise<string[]> {
  const rows = await unit.sql<{ id: string }>('select id from agenda_item where assembly_id = $1 order by position', [
    assemblyId,
  ]);
  return rows.map(({ id }) => id);
}

/** The marks as they stand on the sheet, in the order of the agenda; an item left out is blank. */
export function sheetOf(votes: readonly PaperVoteInput[], itemIds: readonly string[]): string {
  const marks = new Map<string, PaperVoteInput['marks']>();
  for (const [at, vote] of votes.entries()) {
    const path = ['input', 'votes', String(at), 'agendaItemId'];
    const id = decodeId('AgendaItem', vote.agendaItemId, path);
    if (!itemIds.includes(id)) throw new Refusal('NOT_FOUND', { kind: 'AgendaItem' }, path);
    if (marks.has(id)) throw new Refusal('DUPLICATE', { what: 'agendaItemId' }, path);
    marks.set(id, vote.marks);
  }
  return encodeSheet(itemIds.map((id) => marks.get(id) ?? []));
}

/** Judges a sheet and puts it on record, counted or with the reason why not. The caller holds the assembly's exclusive lock. */
export async function recordPaper(
  context: Context,
  unit: Unit,
  paper: PaperToRecord,
): Promise<{ submissionId: string; ballotIds: string[] }> {
  const { assemblyId, ownerId, sheet, signed } = paper;
  const actorId = paper.actorId ?? ownerId;
  const facts = await readCastFacts(unit.sql, {
    assemblyId,
    ownerId,
    actorId,
    actorIds: [actorId, ...(await headedBodies(unit, actorId))],
    premisesIds: paper.premisesIds,
    ownershipIds: [],
    accountId: null,
    idempotencyKey: null,
  });
  const submissionId = newId();
  const ballotIds: string[] = [];
  for (const premisesId of paper.premisesIds) {
    const fates = judgePaperBallot({
      handedOverAt: (paper.handedOverAt ?? paper.cameAt).getTime(),
      period: { running: true, opensAt: facts.opensAt, closesAt: facts.closesAt },
      acceptedUntil: facts.paperAcceptedUntil,
      signed: signed ?? true,
      acting: facts.acting,
      premisesId,
      entries: facts.entries.filter((entry) => entry.premisesId === premisesId),
      sheet,
    });
    for (const fate of fates) {
      const reason = paper.confirmed ? fate.reason : 'NOT_CONFIRMED';
      const ballot = unit.em.create(Ballot, {
        id: newId(),
        assemblyId,
        submissionId,
        channel: 'PAPER',
        premisesId,
        rollEntryId: fate.entry?.id ?? null,
        lineageId: fate.entry?.lineageId ?? null,
        ownerId,
        actedById: paper.actorId,
        authority: paper.actorId === null ? null : (fate.authority?.by ?? null),
        proxyId: paper.actorId === null ? null : (fate.authority?.proxyId ?? null),
        sheet,
        receivedAt: new Date(context.receivedAt),
        handedOverAt: paper.handedOverAt,
        signed,
        enteredBy: paper.enteredBy,
        state: reason === null ? 'COUNTED' : 'REJECTED',
        reason,
        conflict: await differsFromCounted(unit, assemblyId, fate, sheet),
        annulledAt: null,
      });
      ballotIds.push(ballot.id);
    }
  }
  unit.tell({ name: 'PaperBallotEntered', assemblyId, submissionId });
  return { submissionId, ballotIds };
}

/** Two sheets for the same square metres that say different things are flagged as a conflict. */
async function differsFromCounted(unit: Unit, assemblyId: string, fate: PaperFate, sheet: string): Promise<boolean> {
  if (fate.reason !== 'ALREADY_VOTED' || fate.entry === null || sheet === '') return false;
  const [counted] = await unit.sql<{ sheet: string }>(
    `select sheet from ballot where assembly_id = $1 and lineage_id = $2 and state = 'COUNTED'`,
    [assemblyId, fate.entry.lineageId],
  );
  return counted !== undefined && counted.sheet !== sheet;
}

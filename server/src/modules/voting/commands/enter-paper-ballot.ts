import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { lockAssembly, openIfDue } from '../../assembly/index.ts';
import { Person, headedBodies } from '../../identity/index.ts';
import { Premises } from '../../registry/index.ts';
import { Ballot } from '../ballot.entity.ts';
import { readCastFacts } from '../cast-facts.ts';
import { requireKey } from '../require-key.ts';
import { encodeSheet } from '../rules/answers.ts';
import { judgePaperBallot, type PaperFate } from '../rules/paper-ballot.ts';
import { mayEnterPaperBallot } from '../voting.policy.ts';
import type { EnterPaperBallotInput } from '../voting.input.ts';

/**
 * May: whoever runs the assembly, until T1. Changes: the sheet is on record for good, counted or with the first reason why
 * not; an electronic ballot on record is never displaced. Announces PaperBallotEntered.
 */
export async function enterPaperBallot(
  context: Context,
  input: EnterPaperBallotInput,
): Promise<{ submissionId: string }> {
  const { idempotencyKey, ...rest } = input;
  requireKey(idempotencyKey);
  const idempotency = {
    key: idempotencyKey,
    input: rest,
    replay: async (ids: { readonly [role: string]: unknown }) => ({ submissionId: String(ids['submission']) }),
  };
  return inTransaction(context, { command: 'enterPaperBallot', idempotency }, async (unit) => {
    // The exclusive lock: no voter slips between the judgement and the record, and two papers wait for one another.
    const assembly = await lockAssembly(
      context,
      unit,
      decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']),
      mayEnterPaperBallot,
    );
    await openIfDue(context, unit, assembly);
    await unit.em.flush();
    requireOpenForEntry(context, assembly);
    if (input.handedOverAt.getTime() > context.receivedAt)
      throw new Refusal('IN_THE_FUTURE', {}, ['input', 'handedOverAt']);
    const ownerId = await requirePerson(unit, input.ownerId, 'ownerId');
    const premisesId = decodeId('Premises', input.premisesId, ['input', 'premisesId']);
    if (!(await unit.em.findOne(Premises, { id: premisesId, houseId: assembly.houseId }))) {
      throw new Refusal('NOT_FOUND', { kind: 'Premises' }, ['input', 'premisesId']);
    }
    const actorId = input.actedById == null ? ownerId : await requirePerson(unit, input.actedById, 'actedById');
    const facts = await readCastFacts(unit.sql, {
      assemblyId: assembly.id,
      ownerId,
      actorId,
      actorIds: [actorId, ...(await headedBodies(unit, actorId))],
      premisesIds: [premisesId],
      ownershipIds: [],
      accountId: null,
      idempotencyKey: null,
    });
    const sheet = sheetOf(input, facts.itemIds);
    const handedOverAt = input.handedOverAt.getTime();
    const signed = input.signed ?? true;
    const fates = judgePaperBallot({
      handedOverAt,
      period: { running: true, opensAt: facts.opensAt, closesAt: facts.closesAt },
      acceptedUntil: facts.paperAcceptedUntil,
      signed,
      acting: facts.acting,
      premisesId,
      entries: facts.entries,
      sheet,
    });
    const submissionId = newId();
    const ballotIds: string[] = [];
    for (const fate of fates) {
      const ballot = unit.em.create(Ballot, {
        id: newId(),
        assemblyId: assembly.id,
        submissionId,
        channel: 'PAPER',
        premisesId,
        rollEntryId: fate.entry?.id ?? null,
        lineageId: fate.entry?.lineageId ?? null,
        ownerId,
        actedById: actorId,
        authority: fate.authority?.by ?? null,
        proxyId: fate.authority?.proxyId ?? null,
        sheet,
        receivedAt: new Date(context.receivedAt),
        handedOverAt: input.handedOverAt,
        signed,
        enteredBy: context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null,
        state: fate.reason === null ? 'COUNTED' : 'REJECTED',
        reason: fate.reason,
        conflict: await differsFromCounted(unit, assembly.id, fate, sheet),
        annulledAt: null,
      });
      ballotIds.push(ballot.id);
    }
    unit.tell({ name: 'PaperBallotEntered', assemblyId: assembly.id, submissionId });
    unit.record({ assembly: assembly.id, submission: submissionId, ballots: ballotIds });
    return { submissionId };
  });
}

function requireOpenForEntry(context: Context, assembly: { state: string; closesAt?: Date | null | undefined }): void {
  const closesAt = assembly.closesAt ?? null;
  if (assembly.state === 'DRAFT') throw new Refusal('WRONG_STATE', { state: assembly.state });
  const ended = closesAt === null || context.receivedAt >= closesAt.getTime();
  if (ended || (assembly.state !== 'ANNOUNCED' && assembly.state !== 'VOTING')) {
    throw new Refusal('CLOSED', { closesAt: closesAt?.toISOString() ?? null });
  }
}

async function requirePerson(unit: Unit, globalId: string, field: string): Promise<string> {
  const id = decodeId('Person', globalId, ['input', field]);
  if (!(await unit.em.findOne(Person, { id }))) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field]);
  return id;
}

function sheetOf(input: EnterPaperBallotInput, itemIds: readonly string[]): string {
  const marks = new Map<string, EnterPaperBallotInput['votes'][number]['marks']>();
  for (const [at, vote] of input.votes.entries()) {
    const path = ['input', 'votes', String(at), 'agendaItemId'];
    const id = decodeId('AgendaItem', vote.agendaItemId, path);
    if (!itemIds.includes(id)) throw new Refusal('NOT_FOUND', { kind: 'AgendaItem' }, path);
    if (marks.has(id)) throw new Refusal('DUPLICATE', { what: 'agendaItemId' }, path);
    marks.set(id, vote.marks);
  }
  return encodeSheet(itemIds.map((id) => marks.get(id) ?? []));
}

/** Two sheets for the same square metres that say different things are flagged as a conflict. */
async function differsFromCounted(unit: Unit, assemblyId: string, fate: PaperFate, sheet: string): Promise<boolean> {
  if (fate.reason !== 'ALREADY_VOTED' || fate.entry === null) return false;
  const [counted] = await unit.sql<{ sheet: string }>(
    `select sheet from ballot where assembly_id = $1 and lineage_id = $2 and state = 'COUNTED'`,
    [assemblyId, fate.entry.lineageId],
  );
  return counted !== undefined && counted.sheet !== sheet;
}

import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { requireKey } from '../../../kernel/require-key.ts';
import { fingerprintOf } from '../../../kernel/transaction.ts';
import { openVoting } from '../../assembly/index.ts';
import { askCastFacts, type CastFacts, type CastInquiry } from '../cast-facts.ts';
import { receiptCode } from '../receipt.ts';
import { recordCast, type CastRecord } from '../record-casts.ts';
import { encodeSheet } from '../rules/answers.ts';
import { judgeElectronicBallot, type CastFor, type EntryFacts } from '../rules/electronic-ballot.ts';
import { mayCastBallot } from '../voting.policy.ts';
import type { CastBallotInput } from '../voting.input.ts';

export interface CastSubmission {
  readonly submissionId: string;
  /** null: it was accepted by an earlier call, and its receipt is made again from what is stored. */
  readonly receipt: string | null;
}

/**
 * May: whoever the roll, parenthood or a proxy entitles at the moment the server received the call. Changes: one counted
 * ballot for each ownership, all or none. Announces BallotCast.
 *
 * Two round trips, each shared with whoever votes in the same moment: one reads all that is judged, one writes it under
 * the assembly's shared lock and only if the roll is still the one that was read; otherwise everything is asked again.
 */
export async function castBallot(context: Context, input: CastBallotInput): Promise<CastSubmission> {
  const { viewer } = context;
  if (!mayCastBallot(viewer)) throw new Refusal('NOT_SIGNED_IN');
  const { idempotencyKey, ...rest } = input;
  requireKey(idempotencyKey);
  const named = namedIn(input);
  const inquiry: CastInquiry = {
    assemblyId: decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']),
    ownerId: input.ownerId == null ? viewer.personId : decodeId('Person', input.ownerId, ['input', 'ownerId']),
    actorId: viewer.personId,
    actorIds: viewer.actorIds,
    premisesIds: named.by === 'premises' ? named.ids : [],
    ownershipIds: named.by === 'ownerships' ? named.ids : [],
    accountId: viewer.accountId,
    idempotencyKey,
  };
  const fingerprint = fingerprintOf(rest);
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    const facts = await askCastFacts(context.database, inquiry);
    if (facts.first) return firstAnswer(facts.first, fingerprint, idempotencyKey);
    if (facts.state === 'ANNOUNCED' && facts.opensAt <= context.receivedAt) {
      await openVoting(context, inquiry.assemblyId);
      continue;
    }
    const sheet = sheetOf(input, facts.itemIds);
    const casts = judge(context, facts, named, sheet);
    const record = recordOf(context, inquiry, facts, { casts, sheet, fingerprint });
    if (await recordCast(context.database, record)) {
      const { assemblyId, submissionId } = record;
      context.events.publish(context, { name: 'BallotCast', assemblyId, submissionId });
      return { submissionId, receipt: receiptOfRecord(context, record) };
    }
  }
  throw new Error('the roll changed under the call ten times over');
}

interface Named {
  readonly by: 'premises' | 'ownerships';
  /** In the order given, each once. */
  readonly ids: readonly string[];
}

function namedIn(input: CastBallotInput): Named {
  const { premisesIds, ownershipIds } = input;
  if ((premisesIds == null) === (ownershipIds == null)) {
    throw new Refusal('INVALID_INPUT', { what: 'premisesIds, ownershipIds' }, ['input', 'premisesIds']);
  }
  const given = premisesIds ?? ownershipIds ?? [];
  if (given.length === 0 || given.length > 100) {
    throw new Refusal('INVALID_INPUT', { what: 'premisesIds', minimum: 1, maximum: 100 }, ['input', 'premisesIds']);
  }
  const kind = premisesIds == null ? 'Ownership' : 'Premises';
  const ids = given.map((id, at) =>
    decodeId(kind, id, ['input', premisesIds == null ? 'ownershipIds' : 'premisesIds', String(at)]),
  );
  return { by: premisesIds == null ? 'ownerships' : 'premises', ids: [...new Set(ids)] };
}

/** One character per item; anything but exactly one answer for each known item makes a sheet that is not complete. */
function sheetOf(input: CastBallotInput, itemIds: readonly string[]): string {
  const answers = new Map<string, (typeof input.votes)[number]['answer'][]>();
  for (const [at, { agendaItemId, answer }] of input.votes.entries()) {
    const id = decodeId('AgendaItem', agendaItemId, ['input', 'votes', String(at), 'agendaItemId']);
    answers.set(id, [...(answers.get(id) ?? []), answer]);
  }
  const sheet = encodeSheet(itemIds.map((id) => (answers.get(id) ?? []).filter((answer) => answer != null)));
  const known = new Set(itemIds);
  const exact = input.votes.length === itemIds.length && [...answers.keys()].every((id) => known.has(id));
  return exact ? sheet : '';
}

function judge(context: Context, facts: CastFacts, named: Named, sheet: string): readonly CastFor[] {
  const key = named.by === 'premises' ? ('premisesId' as const) : ('ownershipId' as const);
  const entriesOf = (id: string): readonly EntryFacts[] => facts.entries.filter((entry) => entry[key] === id);
  const answer = judgeElectronicBallot({
    receivedAt: context.receivedAt,
    period: { running: facts.state === 'VOTING', opensAt: facts.opensAt, closesAt: facts.closesAt },
    acting: facts.acting,
    named: named.ids.map(entriesOf),
    sheet,
    itemCount: facts.itemIds.length,
  });
  if (answer.ok) return answer.casts;
  const period = facts.state === 'DRAFT' ? {} : { opensAt: iso(facts.opensAt), closesAt: iso(facts.closesAt) };
  const path =
    answer.at === null ? null : ['input', named.by === 'premises' ? 'premisesIds' : 'ownershipIds', String(answer.at)];
  throw new Refusal(answer.code, answer.code === 'NOT_OPEN' ? period : {}, path);
}

function iso(moment: number): string | null {
  return Number.isFinite(moment) ? new Date(moment).toISOString() : null;
}

function firstAnswer(first: NonNullable<CastFacts['first']>, fingerprint: Buffer, key: string): CastSubmission {
  if (first.command !== 'castBallot' || first.fingerprint !== fingerprint.toString('hex')) {
    throw new Refusal('KEY_REUSED', { key }, ['input', 'idempotencyKey']);
  }
  return { submissionId: String(first.ids['submission']), receipt: null };
}

/** What is to be stored when nothing has changed since the facts were read. */
function recordOf(
  context: Context,
  inquiry: CastInquiry,
  facts: CastFacts,
  { casts, sheet, fingerprint }: { casts: readonly CastFor[]; sheet: string; fingerprint: Buffer },
): CastRecord {
  const [first] = casts;
  return {
    assemblyId: inquiry.assemblyId,
    rollVersion: facts.rollVersion,
    submissionId: newId(),
    ballots: casts.map(({ entry }) => ({
      id: newId(),
      entryId: entry.id,
      lineageId: entry.lineageId,
      premisesId: entry.premisesId,
    })),
    ownerId: inquiry.ownerId,
    actorId: inquiry.actorId,
    authority: first?.authority.by ?? null,
    proxyId: first?.authority.proxyId ?? null,
    sheet,
    receivedAt: new Date(context.receivedAt),
    recordedAt: new Date(context.clock.now()),
    accountId: inquiry.accountId,
    tokenId: context.viewer.kind === 'SIGNED_IN' ? context.viewer.tokenId : null,
    idempotencyKey: inquiry.idempotencyKey ?? '',
    fingerprint,
    requestId: context.requestId,
  };
}

function receiptOfRecord(context: Context, record: CastRecord): string {
  const { assemblyId, submissionId, ownerId, sheet } = record;
  const ballotIds = record.ballots.map(({ id }) => id);
  const receivedAt = context.receivedAt;
  return receiptCode(context.secrets, { assemblyId, submissionId, receivedAt, ownerId, sheet, ballotIds });
}

import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { requireKey } from '../../../kernel/require-key.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { lockAssembly, openIfDue } from '../../assembly/index.ts';
import { Person } from '../../identity/index.ts';
import { Premises } from '../../registry/index.ts';
import { itemIdsOf, recordPaper, requireOpenForEntry, sheetOf } from '../record-paper.ts';
import { mayEnterPaperBallot } from '../voting.policy.ts';
import type { EnterPaperBallotInput } from '../voting.input.ts';

/**
 * May: whoever runs the assembly, until T1, where four eyes are switched off. Changes: the sheet is on record for good, counted or with the first reason why
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
    if (assembly.fourEyes) throw new Refusal('FOUR_EYES', {}, ['input', 'assemblyId']);
    if (input.handedOverAt.getTime() > context.receivedAt)
      throw new Refusal('IN_THE_FUTURE', {}, ['input', 'handedOverAt']);
    const ownerId = await requirePerson(unit, input.ownerId, 'ownerId');
    const premisesId = decodeId('Premises', input.premisesId, ['input', 'premisesId']);
    if (!(await unit.em.findOne(Premises, { id: premisesId, houseId: assembly.houseId }))) {
      throw new Refusal('NOT_FOUND', { kind: 'Premises' }, ['input', 'premisesId']);
    }
    const actorId = input.actedById == null ? ownerId : await requirePerson(unit, input.actedById, 'actedById');
    const { submissionId, ballotIds } = await recordPaper(context, unit, {
      assemblyId: assembly.id,
      ownerId,
      premisesIds: [premisesId],
      actorId,
      sheet: sheetOf(input.votes, await itemIdsOf(unit, assembly.id)),
      handedOverAt: input.handedOverAt,
      cameAt: input.handedOverAt,
      signed: input.signed ?? true,
      enteredBy: context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null,
      confirmed: true,
    });
    unit.record({ assembly: assembly.id, submission: submissionId, ballots: ballotIds });
    return { submissionId };
  });
}

async function requirePerson(unit: Unit, globalId: string, field: string): Promise<string> {
  const id = decodeId('Person', globalId, ['input', field]);
  if (!(await unit.em.findOne(Person, { id }))) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field]);
  return id;
}

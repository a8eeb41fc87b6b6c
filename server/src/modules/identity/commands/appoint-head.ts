import { LockMode } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import type { AppointHeadInput } from '../person.input.ts';
import { mayRunPlatform } from '../identity.policy.ts';
import { Person } from '../person.entity.ts';
import { moscowToday } from '../person-details.ts';

/** May: the platform administrator. Changes: through whose account a company or a public body acts. Announces nothing. */
export async function appointHead(context: Context, input: AppointHeadInput): Promise<{ personId: string }> {
  if (!mayRunPlatform(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const bodyId = decodeId('Person', input.bodyId, ['input', 'bodyId']);
  const headId = input.personId == null ? null : decodeId('Person', input.personId, ['input', 'personId']);
  return inTransaction(context, { command: 'appointHead' }, async (unit) => {
    const body = await unit.em.findOne(
      Person,
      { id: bodyId, withdrawnAt: null },
      { lockMode: LockMode.PESSIMISTIC_WRITE },
    );
    if (!body) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', 'bodyId']);
    if (body.kind === 'PERSON') throw new Refusal('INVALID_INPUT', { what: 'kind' }, ['input', 'bodyId']);
    if (headId !== null) {
      const head = await unit.em.findOne(Person, { id: headId, withdrawnAt: null });
      if (!head) throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', 'personId']);
      const minor = head.comesOfAgeOn != null && head.comesOfAgeOn > moscowToday(context);
      if (head.kind !== 'PERSON' || minor) throw new Refusal('INVALID_INPUT', { what: 'head' }, ['input', 'personId']);
    }
    const before = body.headId ?? null;
    body.headId = headId;
    unit.record({ person: bodyId, head: headId, headBefore: before });
    return { personId: bodyId };
  });
}

import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { draftItem, readAnnouncementFacts } from '../announcement-facts.ts';
import { AgendaItem, type AgendaItem as AgendaItemRow } from '../assembly.entity.ts';
import type { AnnounceAssemblyInput } from '../assembly.input.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { lockAssembly, requireVersion } from '../find-assembly.ts';
import { planOf } from '../plan-of.ts';
import { agendaReadiness } from '../rules/agenda-readiness.ts';
import { announcementObstacles } from '../rules/announcement-obstacles.ts';
import { assemblyLifecycle } from '../rules/assembly-lifecycle.ts';
import { paperLimitOf } from '../rules/timeline.ts';
import { readableFacts } from '../timeline-words.ts';

/**
 * May: whoever runs the assembly. Changes: the draft becomes the notice; from now on agenda, dates and rules stand.
 * Announces AssemblyAnnounced. The notice is dated by the moment the server received the call.
 */
export async function announceAssembly(
  context: Context,
  input: AnnounceAssemblyInput,
): Promise<{ assemblyId: string }> {
  const assemblyId = decodeId('Assembly', input.assemblyId, ['input', 'assemblyId']);
  return inTransaction(context, { command: 'announceAssembly' }, async (unit) => {
    const assembly = await lockAssembly(context, unit, assemblyId, mayRunAssembly);
    const next = assemblyLifecycle.next(assembly.state, 'announce');
    if (next === undefined) throw new Refusal('WRONG_STATE', { state: assembly.state });
    requireVersion(assembly, input.version);
    const items = await unit.em.find(AgendaItem, { assemblyId }, { orderBy: { position: 'asc' } });
    const plan = planOf(assembly, context.receivedAt);
    const [obstacle] = announcementObstacles({
      plan,
      hasOpening: assembly.opensAt != null,
      form: assembly.form,
      hasAdministrator: assembly.administratorPersonId !== null || assembly.administratorOrganisationId !== null,
      items: items.map(draftItem),
      noticeAt: context.receivedAt,
      ...(await readAnnouncementFacts(unit.sql, assembly)),
    });
    if (obstacle) throw new Refusal(obstacle.code, readableFacts(obstacle.facts), obstacle.field);
    if (plan === null) throw new Error('announced without its dates');
    freezeRules(unit, items, context.receivedAt);
    unit.em.assign(assembly, {
      state: next,
      noticeAt: new Date(context.receivedAt),
      paperAcceptedUntil: new Date(paperLimitOf(plan)),
      rollVersion: assembly.rollVersion + 1,
    });
    unit.tell({ name: 'AssemblyAnnounced', assemblyId, houseId: assembly.houseId });
    unit.record({ assembly: assemblyId }, { state: { before: 'DRAFT', after: next } });
    return { assemblyId };
  });
}

function freezeRules(unit: Unit, items: readonly AgendaItemRow[], noticeAt: number): void {
  const answer = agendaReadiness(items.map(draftItem), noticeAt);
  for (const [at, item] of items.entries()) {
    const point = answer.ok ? answer.points[at] : undefined;
    if (point) unit.em.assign(item, { rule: point.rule, ruleValidFrom: point.validFrom, ruleSource: point.source });
  }
}

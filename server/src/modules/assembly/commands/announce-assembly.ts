import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction, type Unit } from '../../../kernel/transaction.ts';
import { House } from '../../registry/index.ts';
import { AgendaItem, type Assembly as AssemblyRow } from '../assembly.entity.ts';
import type { AnnounceAssemblyInput } from '../assembly.input.ts';
import { mayRunAssembly } from '../assembly.policy.ts';
import { lockAssembly, requireVersion } from '../find-assembly.ts';
import { planOf } from '../plan-of.ts';
import { agendaReadiness } from '../rules/agenda-readiness.ts';
import { assemblyLifecycle } from '../rules/assembly-lifecycle.ts';
import { lawfulTimeline } from '../rules/timeline.ts';
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
    const paperAcceptedUntil = requireTimeline(assembly, context.receivedAt);
    requireAdministrator(assembly);
    await requireInitiator(unit, assembly);
    await requireRegister(unit, assembly);
    await freezeRules(unit, assembly, context.receivedAt);
    unit.em.assign(assembly, {
      state: next,
      noticeAt: new Date(context.receivedAt),
      paperAcceptedUntil: new Date(paperAcceptedUntil),
      rollVersion: assembly.rollVersion + 1,
    });
    unit.tell({ name: 'AssemblyAnnounced', assemblyId, houseId: assembly.houseId });
    unit.record({ assembly: assemblyId }, { state: { before: 'DRAFT', after: next } });
    return { assemblyId };
  });
}

function requireTimeline(assembly: AssemblyRow, noticeAt: number): number {
  const plan = planOf(assembly, noticeAt);
  if (plan === null) {
    const field = assembly.opensAt ? 'closesAt' : 'opensAt';
    throw new Refusal('INVALID_INPUT', { what: field }, ['input', field]);
  }
  const answer = lawfulTimeline(plan);
  if (answer.ok) return answer.paperAcceptedUntil;
  const [first] = answer.refusals;
  if (!first) throw new Error('refused without a reason');
  throw new Refusal(first.code, readableFacts(first.facts));
}

/** Voting with the system has an administrator, whom the notice names (art. 47.1 p. 4). */
function requireAdministrator(assembly: AssemblyRow): void {
  const named = assembly.administratorPersonId ?? assembly.administratorOrganisationId ?? null;
  if (assembly.form === 'SYSTEM' && named === null) {
    throw new Refusal('INVALID_INPUT', { what: 'administrator' }, ['input', 'administratorPersonId']);
  }
}

/** Any owner may convene, and the organisation that manages the house (art. 45 p. 2, 7). */
async function requireInitiator(unit: Unit, assembly: AssemblyRow): Promise<void> {
  if (assembly.form === 'ADVISORY') return;
  const { initiatorPersonId, initiatorOrganisationId } = assembly;
  const house = await unit.em.findOneOrFail(House, { id: assembly.houseId });
  if (initiatorOrganisationId !== null && initiatorOrganisationId === house.organisationId) return;
  const owners = await unit.sql(
    `select 1 from ownership o join ownership_holder oh on oh.ownership_id = o.id join premises p on p.id = o.premises_id
      where p.house_id = $1 and oh.person_id = $2 and o.until is null and o.withdrawn_at is null limit 1`,
    [assembly.houseId, initiatorPersonId],
  );
  if (owners.length === 0) throw new Refusal('INITIATOR_NOT_ENTITLED', {}, ['input', 'initiatorPersonId']);
}

async function requireRegister(unit: Unit, assembly: AssemblyRow): Promise<void> {
  const [register] = await unit.sql<{ premises: number; owners: number }>(
    `select count(distinct p.id)::int as premises, count(o.id)::int as owners from premises p
       left join ownership o on o.premises_id = p.id and o.until is null and o.withdrawn_at is null
      where p.house_id = $1 and p.withdrawn_at is null`,
    [assembly.houseId],
  );
  if (!register || register.premises === 0) throw new Refusal('REGISTER_NOT_READY', { what: 'no premises' });
  if (register.owners === 0) throw new Refusal('REGISTER_NOT_READY', { what: 'no owners' });
}

async function freezeRules(unit: Unit, assembly: AssemblyRow, noticeAt: number): Promise<void> {
  const items = await unit.em.find(AgendaItem, { assemblyId: assembly.id }, { orderBy: { position: 'asc' } });
  const answer = agendaReadiness(
    items.map(({ code, wording, entrance, premisesId }) => ({
      code,
      wording,
      entrance: entrance ?? null,
      premisesId: premisesId ?? null,
    })),
    noticeAt,
  );
  if (!answer.ok) {
    const path =
      answer.item === null ? ['input', 'agenda'] : ['input', 'agenda', String(answer.item), answer.field ?? 'code'];
    throw new Refusal(
      answer.code,
      { ...answer.facts, ...(answer.item === null ? {} : { item: answer.item + 1 }) },
      path,
    );
  }
  for (const [at, item] of items.entries()) {
    const point = answer.points[at];
    if (point) unit.em.assign(item, { rule: point.rule, ruleValidFrom: point.validFrom, ruleSource: point.source });
  }
}

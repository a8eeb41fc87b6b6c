import { decodeId, decodeOptionalId } from '../../kernel/global-id.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Organisation, Person } from '../identity/index.ts';
import { Premises } from '../registry/index.ts';
import { AgendaItem, type Assembly as AssemblyRow } from './assembly.entity.ts';
import type { AgendaItemInput, AssemblyFieldsInput } from './assembly.input.ts';

const longestText = 10_000;

function text(value: string | null | undefined, field: string): string | null {
  const trimmed = value?.trim() ?? '';
  if (trimmed.length > longestText)
    throw new Refusal('INVALID_INPUT', { what: field, maximum: longestText }, ['input', field]);
  return trimmed === '' ? null : trimmed;
}

/** The fields of a draft as columns. What is left out of the input is empty, except the agenda. */
export async function draftColumns(unit: Unit, input: AssemblyFieldsInput) {
  const title = text(input.title, 'title');
  if (title === null || title.length > 300)
    throw new Refusal('INVALID_INPUT', { what: 'title', maximum: 300 }, ['input', 'title']);
  const person = async (id: string | null | undefined, field: string): Promise<string | null> => {
    const uuid = decodeOptionalId('Person', id);
    if (uuid !== null && !(await unit.em.findOne(Person, { id: uuid, withdrawnAt: null }))) {
      throw new Refusal('NOT_FOUND', { kind: 'Person' }, ['input', field]);
    }
    return uuid;
  };
  const organisation = async (id: string | null | undefined, field: string): Promise<string | null> => {
    const uuid = decodeOptionalId('Organisation', id);
    if (uuid !== null && !(await unit.em.findOne(Organisation, { id: uuid }))) {
      throw new Refusal('NOT_FOUND', { kind: 'Organisation' }, ['input', field]);
    }
    return uuid;
  };
  const tellerIds: string[] = [];
  for (const id of input.tellerIds ?? []) {
    const teller = await person(id, 'tellerIds');
    if (teller !== null) tellerIds.push(teller);
  }
  return {
    title,
    annual: input.annual ?? false,
    initiatorPersonId: await person(input.initiatorPersonId, 'initiatorPersonId'),
    initiatorOrganisationId: await organisation(input.initiatorOrganisationId, 'initiatorOrganisationId'),
    administratorPersonId: await person(input.administratorPersonId, 'administratorPersonId'),
    administratorOrganisationId: await organisation(input.administratorOrganisationId, 'administratorOrganisationId'),
    administratorAddress: text(input.administratorAddress, 'administratorAddress'),
    chairId: await person(input.chairId, 'chairId'),
    secretaryId: await person(input.secretaryId, 'secretaryId'),
    tellerIds,
    acceptanceProcedure: text(input.acceptanceProcedure, 'acceptanceProcedure'),
    materialsPlace: text(input.materialsPlace, 'materialsPlace'),
    liveCounts: input.liveCounts ?? ('TURNOUT_ONLY' as const),
    fourEyes: input.fourEyes ?? true,
    handedToAdministratorAt: input.handedToAdministratorAt ?? null,
    opensAt: input.opensAt ?? null,
    closesAt: input.closesAt ?? null,
    paperAcceptedUntil: input.paperAcceptedUntil ?? null,
  };
}

const longestAgenda = 100;

/** Puts the agenda in the order given, and says how it read before and reads now. A draft's items may be taken away again; announced ones never. */
export async function writeAgenda(
  unit: Unit,
  assembly: AssemblyRow,
  agenda: readonly AgendaItemInput[],
): Promise<{ readonly before: readonly string[]; readonly after: readonly string[] }> {
  if (agenda.length > longestAgenda) {
    throw new Refusal('INVALID_INPUT', { what: 'agenda', maximum: longestAgenda }, ['input', 'agenda']);
  }
  const before = await unit.em.find(AgendaItem, { assemblyId: assembly.id }, { orderBy: { position: 'asc' } });
  const read = before.map(({ wording }) => wording);
  for (const [at, item] of agenda.entries()) {
    const premisesId =
      item.premisesId == null
        ? null
        : decodeId('Premises', item.premisesId, ['input', 'agenda', String(at), 'premisesId']);
    if (
      premisesId !== null &&
      !(await unit.em.findOne(Premises, { id: premisesId, houseId: assembly.houseId, withdrawnAt: null }))
    ) {
      throw new Refusal('NOT_FOUND', { kind: 'Premises' }, ['input', 'agenda', String(at), 'premisesId']);
    }
    const columns = {
      code: item.code.trim(),
      wording: item.wording.trim(),
      proposal: item.proposal?.trim() || null,
      entrance: item.entrance ?? null,
      premisesId,
    };
    const known = before[at];
    if (known) unit.em.assign(known, columns);
    else {
      unit.em.create(AgendaItem, {
        id: newId(),
        assemblyId: assembly.id,
        position: at + 1,
        ...columns,
        rule: null,
        ruleValidFrom: null,
        ruleSource: null,
      });
    }
  }
  await unit.em.flush();
  const surplus = before.slice(agenda.length).map((item) => item.id);
  if (surplus.length > 0) {
    await unit.sql('update material set agenda_item_id = null where agenda_item_id = any($1)', [surplus]);
    await unit.sql('delete from agenda_item where id = any($1)', [surplus]);
  }
  return { before: read, after: agenda.map(({ wording }) => wording.trim()) };
}

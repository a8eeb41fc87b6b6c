import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { mayReadName } from '../identity/index.ts';
import { ownershipType, type OwnershipRow, type OwnershipType } from './ownership.type.ts';
import { holdersVisibleTo, ownershipsHeldBy, ownershipsVisibleTo } from './registry.policy.ts';

function columns(context: Context, parameters: Parameters): string {
  const named = holdersVisibleTo(context.viewer, parameters, new Date(context.clock.now()));
  return `o.id, o.premises_id as "premisesId", p.house_id as "houseId", p.area_hundredths::text as "areaHundredths",
    o.share_numerator::text as "shareNumerator", o.share_denominator::text as "shareDenominator", o.joint,
    o.title_kind as "titleKind", o.title_number as "titleNumber", o.title_date::text as "titleDate", o.since, o.until,
    o.previous_id as "previousId",
    array(select oh.person_id from ownership_holder oh where oh.ownership_id = o.id and ${named} order by oh.person_id)
      as "holderIds"`;
}

/** The ownerships that the viewer may see among those of a condition. */
async function readOwnerships(
  context: Context,
  condition: (parameters: Parameters) => string,
): Promise<OwnershipType[]> {
  const parameters = new Parameters();
  const wanted = condition(parameters);
  const visible = ownershipsVisibleTo(context.viewer, parameters, new Date(context.clock.now()));
  const rows = await context.database.read<OwnershipRow>(
    `select ${columns(context, parameters)}
       from ownership o join premises p on p.id = o.premises_id join house h on h.id = p.house_id
      where o.withdrawn_at is null and p.withdrawn_at is null and ${wanted} and ${visible}
      order by p.number_key, p.id, o.since, o.id`,
    parameters.values,
  );
  return rows.map(ownershipType);
}

async function readByIds(context: Context, ids: readonly string[]): Promise<OwnershipType[]> {
  return readOwnerships(context, (parameters) => `o.id = any(${parameters.add(ids)}::uuid[])`);
}

provideNodes('Ownership', {
  access: { who: 'SIGNED_IN', scope: 'houses:read' },
  load: async (context, uuids) => new Map((await readByIds(context, uuids)).map((one) => [one.ownershipId, one])),
});

/** Read anew: a command may just have written them. */
export async function findOwnerships(context: Context, ids: readonly string[]): Promise<OwnershipType[]> {
  return ids.length === 0 ? [] : readByIds(context, ids);
}

function inForce(parameters: Parameters, at: Date): string {
  const moment = `${parameters.add(at)}::timestamptz`;
  return `o.since <= ${moment} and (o.until is null or o.until > ${moment})`;
}

/** Who owned premises at a moment; without a moment everything on record. One read for all premises of an answer. */
export async function ownershipsOf(context: Context, premisesId: string, at: Date | null): Promise<OwnershipType[]> {
  return loadBy(context, `ownerships at ${at?.toISOString() ?? 'any time'}`, premisesId, async (ids) => {
    const found = await readOwnerships(context, (parameters) => {
      const here = `o.premises_id = any(${parameters.add(ids)}::uuid[])`;
      return at === null ? here : `${here} and ${inForce(parameters, at)}`;
    });
    return ids.map((id) => found.filter((one) => one.premisesId === id));
  });
}

/** What a person owns at a moment, as far as the viewer may see it. */
export async function ownershipsOfPerson(context: Context, personId: string, at: Date): Promise<OwnershipType[]> {
  if (!mayReadName(context.viewer, personId)) return [];
  return loadBy(context, `ownerships of a person at ${at.toISOString()}`, personId, async (ids) => {
    const holders = await context.database.read<{ ownershipId: string; personId: string }>(
      'select ownership_id as "ownershipId", person_id as "personId" from ownership_holder where person_id = any($1::uuid[])',
      [ids],
    );
    const found = await readOwnerships(
      context,
      (parameters) =>
        `o.id = any(${parameters.add(holders.map((one) => one.ownershipId))}::uuid[]) and ${inForce(parameters, at)}`,
    );
    return ids.map((id) => {
      const held = new Set(holders.filter((one) => one.personId === id).map((one) => one.ownershipId));
      return found.filter((one) => held.has(one.ownershipId));
    });
  });
}

/** What the viewer, a body they head, or their child owns now. */
export async function myOwnerships(context: Context): Promise<OwnershipType[]> {
  const now = new Date(context.clock.now());
  return readOwnerships(
    context,
    (parameters) => `${ownershipsHeldBy(context.viewer, parameters, now)} and ${inForce(parameters, now)}`,
  );
}

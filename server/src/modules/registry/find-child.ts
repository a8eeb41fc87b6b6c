import type { Context } from '../../kernel/context.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { HousePlace } from './registry.policy.ts';

/** Refuses whoever keeps no register in which the child owns something. */
export async function requireChildOfRegister(
  context: Context,
  unit: Unit,
  may: (viewer: Viewer, places: readonly HousePlace[]) => boolean,
  childId: string,
  field: string,
): Promise<void> {
  const places = await unit.sql<HousePlace>(
    `select distinct h.id as "houseId", h.organisation_id as "organisationId"
       from ownership_holder oh join ownership o on o.id = oh.ownership_id and o.withdrawn_at is null
       join premises p on p.id = o.premises_id join house h on h.id = p.house_id
      where oh.person_id = $1`,
    [childId],
  );
  if (!may(context.viewer, places)) throw new Refusal('NOT_ALLOWED', {}, ['input', field]);
}

import type { EntityManager } from '@mikro-orm/postgresql';
import type { Context } from '../../../kernel/context.ts';
import { decodeId } from '../../../kernel/global-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import { House, type House as HouseRow } from '../house.entity.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { HousePlace } from '../registry.policy.ts';
import { ImportJob, type ImportJob as ImportJobRow } from './import-job.entity.ts';
import { missingScope } from './import.policy.ts';
import { importLifecycle, type ImportState } from './rules/import-lifecycle.ts';

/** Which right over houses (null) or over the register of a house the command asks for. */
type May = (viewer: Viewer, place: HousePlace | null) => boolean;

export interface FoundImport {
  readonly job: ImportJobRow;
  readonly house: HouseRow | null;
}

export async function placeOf(
  em: EntityManager,
  houseId: string | null,
): Promise<{ house: HouseRow | null; place: HousePlace | null }> {
  if (houseId === null) return { house: null, place: null };
  const house = await em.findOne(House, { id: houseId, withdrawnAt: null });
  if (!house) throw new Refusal('NOT_FOUND', { kind: 'House' }, ['input', 'houseId']);
  return { house, place: { houseId, organisationId: house.organisationId ?? null } };
}

/** Where houses stand is no secret, so a wrong one is refused as not allowed; an import of others is not there at all. */
export function requireRight(context: Context, may: May, place: HousePlace | null, refusal: Refusal): void {
  if (!may(context.viewer, place)) throw refusal;
  const scope = missingScope(context.viewer, place, 'people:write');
  if (scope !== null) throw new Refusal('SCOPE_MISSING', { scope });
}

/** An import under its lock, for whoever may go on with it. */
export async function lockImport(context: Context, unit: Unit, may: May, importId: string): Promise<FoundImport> {
  const field = ['input', 'importId'];
  const id = decodeId('ImportJob', importId, field);
  await unit.lock(id, 'exclusive');
  const job = await unit.em.findOne(ImportJob, { id });
  const unknown = new Refusal('NOT_FOUND', { kind: 'ImportJob' }, field);
  if (!job) throw unknown;
  const { house, place } = await placeOf(unit.em, job.houseId ?? null);
  requireRight(context, may, place, unknown);
  return { job, house };
}

export function nextState(job: ImportJobRow, verb: Parameters<typeof importLifecycle.next>[1]): ImportState {
  const next = importLifecycle.next(job.state, verb);
  if (next === undefined) throw new Refusal('IMPORT_STATE', { state: job.state }, ['input', 'importId']);
  return next;
}

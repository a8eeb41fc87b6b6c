import type { Context } from '../../kernel/context.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { House } from '../registry/index.ts';
import { Assembly, type Assembly as AssemblyRow } from './assembly.entity.ts';
import { assembliesVisibleTo, type AssemblyPlace } from './assembly.policy.ts';

export async function placeOf(unit: Unit, houseId: string, assemblyId: string | null): Promise<AssemblyPlace> {
  const house = await unit.em.findOne(House, { id: houseId, withdrawnAt: null });
  if (!house) throw new Refusal('NOT_FOUND', { kind: 'House' }, ['input', 'houseId']);
  return { assemblyId, houseId, organisationId: house.organisationId ?? null };
}

/** Loads an assembly under its exclusive lock for a command; whoever may not is refused, and told nothing if they may not even see it. */
export async function lockAssembly(
  context: Context,
  unit: Unit,
  assemblyId: string,
  may: (viewer: Viewer, place: AssemblyPlace) => boolean,
): Promise<AssemblyRow> {
  await unit.lock(assemblyId, 'exclusive');
  const assembly = await unit.em.findOne(Assembly, { id: assemblyId });
  if (!assembly) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
  const place = await placeOf(unit, assembly.houseId, assembly.id);
  if (!may(context.viewer, place)) {
    throw new Refusal((await isVisible(context, assemblyId)) ? 'NOT_ALLOWED' : 'NOT_FOUND', { kind: 'Assembly' });
  }
  return assembly;
}

export async function isVisible(context: Context, assemblyId: string): Promise<boolean> {
  const parameters = new Parameters();
  const id = parameters.add(assemblyId);
  const rows = await context.database.read(
    `select 1 from assembly a join house h on h.id = a.house_id
      where a.id = ${id} and ${assembliesVisibleTo(context.viewer, parameters, new Date(context.clock.now()))}`,
    parameters.values,
  );
  return rows.length > 0;
}

/** Two people editing the same thing are warned; nobody overwrites. */
export function requireVersion(assembly: AssemblyRow, yours: number): void {
  if (assembly.version !== yours) {
    throw new Refusal('STALE_VERSION', { yours, current: assembly.version }, ['input', 'version']);
  }
}

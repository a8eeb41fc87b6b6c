import type { Context } from '../../kernel/context.ts';
import { loadBy } from '../../kernel/load-by-id.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { housesServedBy, housesVisibleTo, mayKeepRegister } from './registry.policy.ts';

async function housesAmong(
  context: Context,
  name: string,
  houseId: string,
  filter: (parameters: Parameters) => string,
): Promise<boolean> {
  return loadBy(context, name, houseId, async (houseIds) => {
    const parameters = new Parameters();
    const wanted = `${parameters.add(houseIds)}::uuid[]`;
    const rows = await context.database.read<{ id: string }>(
      `select h.id from house h where h.id = any(${wanted}) and ${filter(parameters)}`,
      parameters.values,
    );
    const visible = new Set(rows.map(({ id }) => id));
    return houseIds.map((id) => visible.has(id));
  });
}

/** Whether the viewer sees the premises and areas of this house; one read for all houses of an answer. */
export async function isRegisterShown(context: Context, houseId: string): Promise<boolean> {
  const now = new Date(context.clock.now());
  return housesAmong(context, 'register shown', houseId, (parameters) =>
    housesVisibleTo(context.viewer, parameters, now),
  );
}

/** Whether the register of this house is the viewer's work. */
export async function isRegisterServed(context: Context, houseId: string): Promise<boolean> {
  return housesAmong(context, 'register served', houseId, (parameters) => housesServedBy(context.viewer, parameters));
}

/** Whether the viewer may change the register of a house they see. */
export function keepsRegister(
  { viewer }: Context,
  house: { readonly houseId: string; readonly organisationId: string | null },
): boolean {
  return mayKeepRegister(viewer, house);
}

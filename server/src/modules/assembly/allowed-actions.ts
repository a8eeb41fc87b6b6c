import { registerEnumType } from 'type-graphql';
import type { Viewer } from '../../kernel/viewer.ts';
import { isStaffOf, mayAbortVoting, mayRunAssembly } from './assembly.policy.ts';
import type { AssemblyType } from './assembly.type.ts';
import { assemblyLifecycle } from './rules/assembly-lifecycle.ts';

export const AssemblyActionEnum = {
  AMEND: 'AMEND',
  ANNOUNCE: 'ANNOUNCE',
  CANCEL: 'CANCEL',
  ABORT: 'ABORT',
  REGISTER_PROXY: 'REGISTER_PROXY',
  ENTER_PAPER: 'ENTER_PAPER',
  SEE_BALLOTS: 'SEE_BALLOTS',
} as const;
export type AssemblyAction = keyof typeof AssemblyActionEnum;
registerEnumType(AssemblyActionEnum, { name: 'AssemblyAction' });

/** What the viewer may do with an assembly now; the console shows just that. */
export function actionsOn(viewer: Viewer, { row, state }: Pick<AssemblyType, 'row' | 'state'>): AssemblyAction[] {
  const place = { assemblyId: row.id, houseId: row.house_id, organisationId: row.organisation_id };
  const runs = mayRunAssembly(viewer, place);
  const actions: AssemblyAction[] = [];
  const can = (verb: Parameters<typeof assemblyLifecycle.next>[1]): boolean =>
    assemblyLifecycle.next(state, verb) !== undefined;
  if (runs && state === 'DRAFT') actions.push('AMEND');
  if (runs && can('announce')) actions.push('ANNOUNCE');
  if (runs && can('cancel')) actions.push('CANCEL');
  if (mayAbortVoting(viewer) && can('abort')) actions.push('ABORT');
  if (runs && (state === 'ANNOUNCED' || state === 'VOTING')) actions.push('REGISTER_PROXY', 'ENTER_PAPER');
  if (isStaffOf(viewer, place) && state !== 'DRAFT') actions.push('SEE_BALLOTS');
  return actions;
}

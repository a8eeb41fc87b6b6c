import type { Context } from '../../../kernel/context.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import type { Assembly as AssemblyRow } from '../assembly.entity.ts';
import { assemblyLifecycle } from '../rules/assembly-lifecycle.ts';
import { freezeRoll } from './freeze-roll.ts';

/**
 * Opens an announced assembly whose moment has come, under its exclusive lock. The time of the law decides: whoever
 * comes first after T0 (the clockwork, a voter, a sale) finds it open as of T0. It leaves its own journal row.
 */
export async function openIfDue(context: Context, unit: Unit, assembly: AssemblyRow): Promise<boolean> {
  const { opensAt } = assembly;
  const next = assemblyLifecycle.next(assembly.state, 'open');
  if (next === undefined || !opensAt || context.receivedAt < opensAt.getTime()) return false;
  const { commonUnit, entries } = await freezeRoll(unit, assembly);
  unit.em.assign(assembly, {
    state: next,
    openedAt: opensAt,
    commonUnit: commonUnit.toString(),
    rollVersion: assembly.rollVersion + 1,
  });
  await unit.em.flush();
  await unit.sql(`insert into journal (at, command, ids, changes) values ($1, 'openVoting', $2, $3)`, [
    unit.now,
    JSON.stringify({ assembly: assembly.id }),
    JSON.stringify({ state: { before: 'ANNOUNCED', after: next }, entries }),
  ]);
  unit.tell({ name: 'VotingOpened', assemblyId: assembly.id, houseId: assembly.houseId });
  return true;
}

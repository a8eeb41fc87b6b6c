import { LockMode } from '@mikro-orm/postgresql';
import { decodeId } from '../../kernel/global-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { SavedView } from './saved-view.entity.ts';

const notThere = (): Refusal => new Refusal('NOT_FOUND', { kind: 'SavedView' }, ['input', 'savedViewId']);

/** The view of an input, locked; one that was deleted is not there. */
export async function findView(unit: Unit, savedViewId: string): Promise<SavedView> {
  const id = decodeId('SavedView', savedViewId, ['input', 'savedViewId']);
  const view = await unit.em.findOne(SavedView, { id, deletedAt: null }, { lockMode: LockMode.PESSIMISTIC_WRITE });
  if (!view) throw notThere();
  return view;
}

/** Somebody else's view is not there, rather than forbidden: its id says nothing. */
export function refuseForeign(isOwn: boolean): void {
  if (!isOwn) throw notThere();
}

export function refuseStale(view: SavedView, yours: number): void {
  if (view.version !== yours)
    throw new Refusal('STALE_VERSION', { yours, current: view.version }, ['input', 'version']);
}

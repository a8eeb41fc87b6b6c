import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { Ballot } from '../voting/index.ts';
import { foundDefects, type FoundRow } from './found-defects.sql.ts';

const field = ['input', 'ballotId'];

/** A paper ballot that a command names. */
export async function findPaperBallot(unit: Unit, ballotGlobalId: string): Promise<Ballot> {
  const ballot = await unit.em.findOne(Ballot, { id: decodeId('Ballot', ballotGlobalId, field) });
  if (ballot?.channel !== 'PAPER') throw new Refusal('NOT_FOUND', { kind: 'Ballot' }, field);
  return ballot;
}

/** What is wanting on it now, in the transaction. */
export async function findDefects(unit: Unit, ballotId: string): Promise<FoundRow[]> {
  return unit.sql<FoundRow>(foundDefects('b.id = $1::uuid'), [ballotId]);
}

import { mayEnter } from '../../kernel/access.ts';
import type { Context } from '../../kernel/context.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import type { AssemblyType } from '../assembly/index.ts';
import type { BallotType } from './ballot.type.ts';
import { explainBallot } from './rules/ballot-explanation.ts';

export function explanationOf(context: Context, { row }: BallotType): string {
  return explainBallot({ ...row, isCancelled: row.assembly?.state === 'CANCELLED' }, context.locale);
}

/** The assembly as this viewer sees it; null for a token without the scope. */
export async function assemblyOfBallot(context: Context, { row }: BallotType): Promise<AssemblyType | null> {
  if (mayEnter(context.viewer, { who: 'SIGNED_IN', scope: 'assemblies:read' })) return null;
  return (await visibleNode(context, 'Assembly', row.assembly_id)) as AssemblyType | null;
}

import type { Context, World } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { LiveStream, type LiveEvent } from '../../kernel/live.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isVisible, readAssemblyRow, type AssemblyRow } from '../assembly/index.ts';

/** A state of the count: the assembly as it was read with its number. */
export interface CountChange extends LiveEvent {
  readonly row: AssemblyRow;
}

const furtherSteps: string[] = [];

/** What moves the count beside ballots and the roll, of a module above: a number over `assembly a` that only rises. */
export function provideCountStep(sql: string): void {
  furtherSteps.push(sql);
}

/**
 * The number of a state is how many things made it: ballots recorded, ballots that fell, entries of the roll, changes of
 * the assembly, and what upper modules add. Each only rises, so equal numbers are equal states, in every process and after
 * every restart.
 */
const numberOfState = (): string => `((select count(*) + count(b.annulled_at) from ballot b where b.assembly_id = a.id)
  + a.roll_version + a.version${furtherSteps.map((step) => ` + ${step}`).join('')})::int as sequence`;

export async function followCount(
  context: Context,
  assemblyGlobalId: string,
  after: number | null,
): Promise<LiveStream<CountChange>> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  const requireReader = async (reader: Context): Promise<void> => {
    if (!(await isVisible(reader, assemblyId))) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['assemblyId']);
  };
  await requireReader(context);
  return new LiveStream<CountChange>({
    topic: 'COUNT',
    assemblyId,
    isState: true,
    after,
    requireReader,
    read: async (world, known, behind) => readCountChange(world, assemblyId, known, behind),
  });
}

/** A stream of states, not of changes: whoever comes late gets the newest one, and has missed nothing that stands. */
async function readCountChange(
  world: World,
  assemblyId: string,
  after: number | null,
  behind: boolean,
): Promise<CountChange | null> {
  const row = await readAssemblyRow<{ sequence: number }>(world, assemblyId, numberOfState());
  if (!row || row.sequence === after) return null;
  return { row, sequence: row.sequence, lagged: behind || (after !== null && after > row.sequence) };
}

import { clockworkContext } from '../../kernel/clockwork-context.ts';
import type { World } from '../../kernel/context.ts';
import { ifUnclaimed } from '../../kernel/if-unclaimed.ts';
import { once } from '../../kernel/once.ts';
import { keepDocument } from './commands/keep-document.ts';
import { documentsOf, type DocumentPlan } from './rules/document-kinds.ts';
import { setDocument } from './set-documents.ts';

const mostBytes = 1024 * 1024 * 1024;

/** Assemblies that lack a paper they should have by now; those whose minutes are waited for come first. */
export async function assembliesWithoutDocuments(world: World): Promise<string[]> {
  const [closed, announced] = [documentsOf('CLOSED').length, documentsOf('ANNOUNCED').length];
  const rows = await world.database.read<{ id: string }>(
    `select a.id from assembly a where a.state in ('ANNOUNCED', 'VOTING', 'CLOSED')
       and (select count(*) from assembly_document d where d.assembly_id = a.id) < case a.state when 'CLOSED' then $1::int else $2::int end
      order by a.state = 'CLOSED' desc, a.closes_at desc, a.id`,
    [closed, announced],
  );
  return rows.map(({ id }) => id);
}

async function missing(world: World, assemblyId: string): Promise<DocumentPlan[]> {
  const [assembly] = await world.database.read<{ state: Parameters<typeof documentsOf>[0]; made: string[] }>(
    `select a.state, array(select d.kind || ' ' || d.format from assembly_document d where d.assembly_id = a.id) as made
       from assembly a where a.id = $1`,
    [assemblyId],
  );
  if (!assembly) return [];
  const made = new Set(assembly.made);
  return documentsOf(assembly.state).filter(({ kind, format }) => !made.has(`${kind} ${format}`));
}

async function write(world: World, assemblyId: string, signal: AbortSignal): Promise<void> {
  for (const plan of await missing(world, assemblyId)) {
    if (signal.aborted) return;
    const context = clockworkContext(world);
    const bytes = await setDocument(context, assemblyId, plan);
    await keepDocument(context, assemblyId, plan, await world.files.put(once(bytes), mostBytes));
  }
}

/** Writes the papers an assembly still lacks, if no other process is at it. What was stored before a stop is not made again. */
export async function writeDocuments(world: World, assemblyId: string, signal: AbortSignal): Promise<void> {
  await ifUnclaimed(world, assemblyId, async () => write(world, assemblyId, signal));
}

import { RehearsalProblem, type Caller } from './caller.ts';

/** What a rehearsal is played on. */
export interface Stage {
  /** Sees the ballots and the count of the assembly: its staff. */
  readonly staff: Caller;
  readonly assemblyId: string;
  /** Those who may vote, in the order in which they come; some may have voted, or never had an account. */
  readonly voters: readonly Caller[];
}

export interface StageAssembly {
  readonly title: string;
  readonly form: string;
  readonly state: string;
  readonly agenda: readonly { readonly id: string }[];
}

export async function assemblyOn({ staff, assemblyId }: Stage): Promise<StageAssembly> {
  const { assembly } = await staff.ask<{ assembly: StageAssembly | null }>(
    'query ($id: ID!) { assembly(id: $id) { title form state agenda { id } } }',
    { id: assemblyId },
  );
  if (!assembly) throw new Error('the assembly is not there, or the token may not see it');
  return assembly;
}

/** Answers at random belong into a poll without legal force only. */
export function requireAdvisory({ title, form }: Pick<StageAssembly, 'title' | 'form'>): void {
  if (form === 'ADVISORY') return;
  throw new RehearsalProblem(`«${title}» decides for real: a rehearsal with given voters takes an advisory poll only.`);
}

export function inAnyOrder<Item>(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ item, at: Math.random() }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

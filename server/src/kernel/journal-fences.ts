import type { GlobalKind } from './global-id.ts';
import type { Parameters } from './page-query.ts';
import type { Viewer } from './viewer.ts';

/** Where a row of the journal belongs, said by the module that owns the place. */
export interface JournalFence {
  /** The part that the place plays in the ids of a row: `house`. */
  readonly role: string;
  /** SQL: whether the place is this viewer's work; `id` is an expression of type uuid. */
  readonly within: (id: string, viewer: Viewer, parameters: Parameters) => string;
}

/** Commands that name no place: whoever sees the thing they were about may read of them. */
const unplaced = new Set<string>();
const fences = new Map<string, JournalFence>();
const further = new Map<GlobalKind, (uuid: string) => string>();

export function fenceJournal(fence: JournalFence): void {
  fences.set(fence.role, fence);
}

export function openUnplaced(...commands: readonly string[]): void {
  for (const command of commands) unplaced.add(command);
}

/** SQL over `journal j` for the rows of one kind of thing that the index of its ids leaves out; `uuid` is an expression. */
export function provideFurtherRows(kind: GlobalKind, sql: (uuid: string) => string): void {
  further.set(kind, sql);
}

export function furtherRows(kind: GlobalKind, uuid: string, parameters: Parameters): string {
  return further.get(kind)?.(`${parameters.add(uuid)}::uuid`) ?? 'false';
}

/**
 * Rows within the viewer's work, as a filter over `journal j`: every place that a row names must be theirs. A row that names
 * none is for them only when its command is open; roles and looks at personal details never are.
 */
export function rowsWithin(viewer: Viewer, parameters: Parameters): string {
  const placed = [...fences.values()].map(({ role }) => `j.ids->>'${role}' is not null`);
  const inside = [...fences.values()].map(
    ({ role, within }) => `(j.ids->>'${role}' is null or ${within(`(j.ids->>'${role}')::uuid`, viewer, parameters)})`,
  );
  const open = `j.command = any(${parameters.add([...unplaced])}::text[])`;
  return [`(${[...placed, open].join(' or ')})`, ...inside, `j.command not in ('grantRole', 'revealPerson')`].join(
    ' and ',
  );
}

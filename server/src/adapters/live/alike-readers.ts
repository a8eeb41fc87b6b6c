import type { LiveSource } from '../../kernel/live.ts';
import type { LiveReader } from './live-reader.ts';

/** Readers that know the same, ask the same and have the same rights. */
export interface Alike {
  readonly source: LiveSource;
  readonly position: number | null;
  readonly behind: boolean;
  readonly readers: LiveReader[];
}

/** From here on they are served; what goes wrong with the batch before this one marks them as behind again. */
export function groupsOf(readers: readonly LiveReader[]): Iterable<Alike> {
  const groups = new Map<string, Alike>();
  let last: Alike | null = null;
  for (const reader of readers) {
    if (reader.isOver) continue;
    // Mostly all are alike: then nothing is looked up.
    if (!last || !isOf(last, reader)) {
      const { connection, operation, source, promised: position, behind } = reader;
      const key = `${String(position)} ${String(behind)} ${connection.group}\n${operation.key}`;
      last = groups.get(key) ?? { source, position, behind, readers: [] };
      groups.set(key, last);
    }
    last.readers.push(reader);
    reader.fresh = false;
    reader.behind = false;
  }
  return groups.values();
}

function isOf({ position, behind, readers: [first] }: Alike, reader: LiveReader): boolean {
  return (
    first !== undefined &&
    position === reader.promised &&
    behind === reader.behind &&
    first.connection.group === reader.connection.group &&
    first.operation.key === reader.operation.key
  );
}

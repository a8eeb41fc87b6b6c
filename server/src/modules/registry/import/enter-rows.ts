import { breathe, type Background } from './background.ts';
import { countRows, type Counts } from './write-verdicts.ts';
import type { Ask } from './staged-row.ts';

/** One statement over a part of the staged rows: `$1` is the import, `$2` and `$3` the first and last row. */
export interface Step {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const span = 5000;

/** Runs the steps one after the other, each over the whole table in parts, and says how far it is. */
export async function enterSteps(
  ask: Ask,
  importId: string,
  steps: readonly Step[],
  background: Background,
): Promise<Counts> {
  const [last] = await ask<{ row: number; rows: number }>(
    'select coalesce(max(row_number), 0) as row, count(*)::int as rows from import_row where import_id = $1',
    [importId],
  );
  const { row: lastRow, rows } = last ?? { row: 0, rows: 0 };
  for (const [at, step] of steps.entries()) {
    for (let from = 1; from <= lastRow; from += span) {
      await ask(step.sql, [importId, from, from + span - 1, ...step.parameters]);
      const share = (at + Math.min(1, (from + span - 1) / lastRow)) / steps.length;
      await background.progress(Math.floor(rows * share));
      await breathe(background);
    }
  }
  return countRows(ask, importId);
}

/** What was entered needs no staging any more; what was refused stays to be shown, what was changed to be undone. */
export async function clearEntered(ask: Ask, importId: string): Promise<void> {
  await ask(`delete from import_row where import_id = $1 and verdict <> 'REFUSED' and before is null`, [importId]);
  await ask(
    `update import_row set fields = null, details_sealed = null, person_key = null, parent_key = null, plan = null where import_id = $1`,
    [importId],
  );
}

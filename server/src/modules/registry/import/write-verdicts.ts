import type { StagedError } from './import-row.entity.ts';
import type { MappedColumn } from './rules/import-field.ts';
import type { Fault, Verdict } from './rules/verdict.ts';
import type { Ask } from './staged-row.ts';

/** What is to become of one staged row. */
export interface StagedVerdict {
  readonly row_number: number;
  readonly verdict: Verdict;
  readonly errors?: readonly StagedError[];
  readonly place_id?: string | null;
  readonly creates_place?: boolean;
  readonly person_id?: string | null;
  readonly creates_person?: boolean;
  readonly ownership_id?: string | null;
  readonly creates_ownership?: boolean;
  readonly plan?: Readonly<Record<string, unknown>> | null;
  readonly fills_title?: boolean;
  readonly fills_details?: boolean;
}

export function errorsOf(faults: readonly Fault[], columns: readonly MappedColumn[]): StagedError[] {
  // Two checks may find the same fault.
  const different = new Map(faults.map((one) => [JSON.stringify([one.field, one.code, one.facts]), one]));
  return [...different.values()].map(({ field, code, facts }) => ({
    field,
    column: columns.find((mapped) => mapped.field === field)?.column ?? null,
    code,
    facts,
  }));
}

const update = `update import_row r set verdict = j.verdict, errors = j.errors, place_id = j.place_id,
    creates_place = coalesce(j.creates_place, false), person_id = j.person_id, creates_person = coalesce(j.creates_person, false),
    ownership_id = j.ownership_id, creates_ownership = coalesce(j.creates_ownership, false), plan = j.plan,
    fills_title = coalesce(j.fills_title, false), fills_details = coalesce(j.fills_details, false)
  from jsonb_to_recordset($2::jsonb) as j (row_number int, verdict text, errors jsonb, place_id uuid, creates_place boolean,
    person_id uuid, creates_person boolean, ownership_id uuid, creates_ownership boolean, plan jsonb, fills_title boolean,
    fills_details boolean)
  where r.import_id = $1 and r.row_number = j.row_number`;

export async function writeVerdicts(ask: Ask, importId: string, decided: readonly StagedVerdict[]): Promise<void> {
  if (decided.length > 0) await ask(update, [importId, JSON.stringify(decided)]);
}

export interface Counts {
  readonly rows: number;
  readonly new: number;
  readonly same: number;
  readonly changed: number;
  readonly refused: number;
}

export async function countRows(ask: Ask, importId: string): Promise<Counts> {
  const [counts] = await ask<Counts>(
    `select count(*)::int as rows, (count(*) filter (where verdict = 'NEW'))::int as new,
        (count(*) filter (where verdict = 'SAME'))::int as same, (count(*) filter (where verdict = 'CHANGED'))::int as changed,
        (count(*) filter (where verdict = 'REFUSED'))::int as refused
      from import_row where import_id = $1`,
    [importId],
  );
  if (!counts) throw new Error('nothing was counted');
  return counts;
}

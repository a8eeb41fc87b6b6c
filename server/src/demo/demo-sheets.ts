import type { Read } from '../kernel/database.ts';

/** A paper ballot of the demo, as it came over the counter. */
export interface DemoSheet {
  readonly submissionId: string;
  /** Whoever entered it typed the hour of its hand-over, which nobody had stamped. */
  readonly isTyped: boolean;
  readonly isUndated: boolean;
}

/** The administrator of the platform helps out. */
export async function secondReader(read: Read): Promise<string> {
  const [row] = await read<{ id: string }>(
    `select account_id as id from role_grant where role = 'PLATFORM_ADMINISTRATOR' order by since, id limit 1`,
  );
  if (!row) throw new Error('the demo has no administrator');
  return row.id;
}

/** Takes each paper ballot in at the counter and has two people read it, whose readings agree. */
export async function writeDemoSheets(read: Read, second: string, sheets: readonly DemoSheet[]): Promise<void> {
  const values = [
    sheets.map(({ submissionId }) => submissionId),
    sheets.map(({ isTyped }) => isTyped),
    sheets.map(({ isUndated }) => isUndated),
    second,
  ];
  await read(
    `with given as (select * from unnest($1::uuid[], $2::boolean[], $3::boolean[]) as g(submission_id, typed, undated)),
    sheet as (
      insert into paper_sheet (id, assembly_id, owner_id, premises_ids, handed_over_at, is_hand_over_typed, taken_in_by,
                               taken_in_at, state, submission_id, settled_at)
      select gen_random_uuid(), b.assembly_id, b.owner_id, array[b.premises_id], b.handed_over_at, g.typed, b.entered_by,
             case when g.typed then b.received_at else b.handed_over_at end, 'CONFIRMED', b.submission_id, b.received_at
        from given g join ballot b on b.submission_id = g.submission_id
      returning id, submission_id)
    insert into transcription (id, sheet_id, step, by_account_id, by_person_id, at, owner_id, premises_ids, acted_by_id,
                               signed, signed_on, sheet)
    select gen_random_uuid(), s.id, t.step, c.id, c.person_id, b.received_at, b.owner_id, array[b.premises_id],
           b.acted_by_id, b.signed, case when not g.undated then (b.handed_over_at at time zone a.time_zone)::date end, b.sheet
      from sheet s join given g on g.submission_id = s.submission_id join ballot b on b.submission_id = s.submission_id
      join assembly a on a.id = b.assembly_id
      cross join lateral (values ('FIRST', b.entered_by), ('SECOND', $4::uuid)) t(step, account_id)
      join account c on c.id = t.account_id`,
    values,
  );
}

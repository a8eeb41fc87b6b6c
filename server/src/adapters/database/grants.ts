import type { Pool } from 'pg';

/**
 * What the application's role may do: it adds and reads, changes what is meant to change, and erases nothing but
 * the leavings of its own bookkeeping. Repeated at every start, so a new table is never left without a decision.
 */
export async function grantApplicationRole(owner: Pool): Promise<void> {
  const { rows } = await owner.query<{ known: boolean }>(
    "select exists (select from pg_roles where rolname = 'veche_app') as known",
  );
  if (rows[0]?.known !== true) return;
  const { rows: self } = await owner.query<{ same: boolean }>("select current_user = 'veche_app' as same");
  if (self[0]?.same === true) return;
  await owner.query(`
    grant usage on schema public to veche_app;
    revoke all on all tables in schema public from veche_app;
    grant select, insert, update on all tables in schema public to veche_app;
    grant usage, select on all sequences in schema public to veche_app;
    grant execute on all functions in schema public to veche_app;
    revoke update on journal, result, ballot, veche_migration from veche_app;
    revoke insert on veche_migration from veche_app;
    grant update (state, reason, annulled_at, conflict) on ballot to veche_app;
  `);
  const { rows: own } = await owner.query<{ name: string }>(
    "select relname as name from pg_class where relnamespace = 'public'::regnamespace and relname in ('sign_in_attempt', 'import_row', 'agenda_item', 'material', 'scan_chunk')",
  );
  for (const { name } of own) await owner.query(`grant delete on ${name} to veche_app`);
}

import { Migration } from '@mikro-orm/migrations';

/** What the database itself refuses, whoever asks: the journal and a result never change, a ballot's sheet never does. */
export class Migration20261122180100_guards extends Migration {
  override name = 'Migration20261122180100_guards';

  override up(): void {
    this.addSql(
      `create table sign_in_attempt (key varchar(255) primary key, points integer not null default 0, expire bigint);`,
    );
    this.addSql(`
      create function veche_never_changes() returns trigger language plpgsql as $$
      begin
        raise exception '% is append-only', tg_table_name using errcode = '42501';
      end $$;`);
    for (const table of ['journal', 'result']) {
      this.addSql(`create trigger ${table}_append_only before update or delete on "${table}"
        for each row execute function veche_never_changes();`);
      this.addSql(`create trigger ${table}_not_truncated before truncate on "${table}"
        for each statement execute function veche_never_changes();`);
    }
    this.addSql(`
      create function veche_ballot_stays() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' then
          raise exception 'a ballot is never erased' using errcode = '42501';
        end if;
        if (to_jsonb(old) - '{state,reason,annulled_at,conflict}'::text[])
           is distinct from (to_jsonb(new) - '{state,reason,annulled_at,conflict}'::text[]) then
          raise exception 'a ballot never changes' using errcode = '42501';
        end if;
        if old.state <> 'COUNTED' and new.state = 'COUNTED' then
          raise exception 'a ballot that does not count never revives' using errcode = '42501';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger ballot_stays before update or delete on "ballot"
      for each row execute function veche_ballot_stays();`);
    this.addSql(`create trigger ballot_not_truncated before truncate on "ballot"
      for each statement execute function veche_never_changes();`);
    this.addSql(`
      create function record_cast(
        p_assembly uuid, p_roll_version int, p_submission uuid, p_ballots uuid[], p_entries uuid[], p_lineages uuid[],
        p_premises uuid[], p_owner uuid, p_acted_by uuid, p_authority text, p_proxy uuid, p_sheet text,
        p_received_at timestamptz, p_recorded_at timestamptz, p_account uuid, p_token uuid, p_ids jsonb, p_key text,
        p_fingerprint bytea, p_request text
      ) returns boolean language plpgsql as $$
      declare
        v_current boolean;
      begin
        -- Shared: voters never wait for each other, only for the closing, which takes it exclusively.
        perform pg_advisory_xact_lock_shared(hashtextextended(p_assembly::text, 0));
        select state = 'VOTING' and roll_version = p_roll_version into v_current from assembly where id = p_assembly;
        if v_current is not true then
          return false;
        end if;
        insert into ballot (id, assembly_id, submission_id, channel, premises_id, roll_entry_id, lineage_id, owner_id,
                            acted_by_id, authority, proxy_id, sheet, received_at, state, conflict)
        select b, p_assembly, p_submission, 'ELECTRONIC', r, e, l, p_owner, p_acted_by, p_authority, p_proxy, p_sheet,
               p_received_at, 'COUNTED', false
          from unnest(p_ballots, p_premises, p_entries, p_lineages) as t(b, r, e, l);
        insert into journal (at, account_id, token_id, command, ids, idempotency_key, fingerprint, request_id)
        values (p_recorded_at, p_account, p_token, 'castBallot', p_ids, p_key, p_fingerprint, p_request);
        return true;
      end $$;`);
  }

  override down(): void {
    for (const table of ['journal', 'result']) {
      this.addSql(`drop trigger ${table}_append_only on "${table}";`);
      this.addSql(`drop trigger ${table}_not_truncated on "${table}";`);
    }
    this.addSql('drop trigger ballot_stays on "ballot";');
    this.addSql('drop trigger ballot_not_truncated on "ballot";');
    this.addSql('drop function record_cast;');
    this.addSql('drop function veche_ballot_stays;');
    this.addSql('drop function veche_never_changes;');
    this.addSql('drop table sign_in_attempt;');
  }
}

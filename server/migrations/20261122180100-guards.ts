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
      create function record_casts(
        p_wait boolean, p_n int[], p_assembly uuid[], p_roll_version int[], p_submission uuid[], p_owner uuid[],
        p_acted_by uuid[], p_authority text[], p_proxy uuid[], p_sheet text[], p_received_at timestamptz[],
        p_recorded_at timestamptz[], p_account uuid[], p_token uuid[], p_ids jsonb[], p_key text[], p_fingerprint bytea[],
        p_request text[], p_of int[], p_ballots uuid[], p_entries uuid[], p_lineages uuid[], p_premises uuid[]
      ) returns table (n int, outcome text) language plpgsql as $$
      declare
        v_one uuid;
        v_free uuid[] := '{}';
        v_good int[];
      begin
        -- Shared: voters never wait for each other, only for the closing, which takes it exclusively. In one order for all.
        for v_one in select distinct a from unnest(p_assembly) a order by a loop
          if p_wait then
            perform pg_advisory_xact_lock_shared(hashtextextended(v_one::text, 0));
            v_free := v_free || v_one;
          elsif pg_try_advisory_xact_lock_shared(hashtextextended(v_one::text, 0)) then
            v_free := v_free || v_one;
          end if;
        end loop;
        -- A statement of its own, so that it sees whatever was committed before the locks were given.
        v_good := array(
          select s.n from unnest(p_n, p_assembly, p_roll_version) as s(n, assembly, roll_version)
            join assembly a on a.id = s.assembly and a.state = 'VOTING' and a.roll_version = s.roll_version
           where s.assembly = any(v_free));
        insert into ballot (id, assembly_id, submission_id, channel, premises_id, roll_entry_id, lineage_id, owner_id,
                            acted_by_id, authority, proxy_id, sheet, received_at, state, conflict)
        select b.ballot, s.assembly, s.submission, 'ELECTRONIC', b.premises, b.entry, b.lineage, s.owner, s.acted_by,
               s.authority, s.proxy, s.sheet, s.received_at, 'COUNTED', false
          from unnest(p_of, p_ballots, p_entries, p_lineages, p_premises) as b(n, ballot, entry, lineage, premises)
          join unnest(p_n, p_assembly, p_submission, p_owner, p_acted_by, p_authority, p_proxy, p_sheet, p_received_at)
            as s(n, assembly, submission, owner, acted_by, authority, proxy, sheet, received_at) on s.n = b.n
         where s.n = any(v_good);
        insert into journal (at, account_id, token_id, command, ids, idempotency_key, fingerprint, request_id)
        select s.at, s.account, s.token, 'castBallot', s.ids, s.key, s.fingerprint, s.request
          from unnest(p_n, p_recorded_at, p_account, p_token, p_ids, p_key, p_fingerprint, p_request)
            as s(n, at, account, token, ids, key, fingerprint, request)
         where s.n = any(v_good) order by s.n;
        return query select s.n, case when s.n = any(v_good) then 'RECORDED' when s.assembly = any(v_free) then 'STALE' else 'BUSY' end
          from unnest(p_n, p_assembly) as s(n, assembly);
      end $$;`);
  }

  override down(): void {
    for (const table of ['journal', 'result']) {
      this.addSql(`drop trigger ${table}_append_only on "${table}";`);
      this.addSql(`drop trigger ${table}_not_truncated on "${table}";`);
    }
    this.addSql('drop trigger ballot_stays on "ballot";');
    this.addSql('drop trigger ballot_not_truncated on "ballot";');
    this.addSql('drop function record_casts;');
    this.addSql('drop function veche_ballot_stays;');
    this.addSql('drop function veche_never_changes;');
    this.addSql('drop table sign_in_attempt;');
  }
}

import { Migration } from '@mikro-orm/migrations';

const kindByState = `case r.state when 'COUNTED' then 'BALLOT_COUNTED' when 'REJECTED' then 'BALLOT_NOT_COUNTED' else 'BALLOT_FELL' end`;

/** Whom a ballot stands for is told: its owner and every holder of the right; for a minor their parents, and nobody else. */
function messagesOf(ballots: string, kind: string, at: string): string {
  return `insert into message (id, person_id, kind, written_at, assembly_id, ballot_id)
        select veche_new_id(${at}), r.person_id, ${kind}, ${at}, r.assembly_id, r.ballot_id
          from (
            select distinct b.id as ballot_id, b.assembly_id, b.state, coalesce(b.annulled_at, b.received_at) as at,
                   coalesce(g.parent_id, holder.id) as person_id
              from ${ballots} b left join roll_entry e on e.id = b.roll_entry_id
              cross join lateral unnest(case when e.holder_ids @> array[b.owner_id] then e.holder_ids
                                             else array_append(coalesce(e.holder_ids, '{}'), b.owner_id) end) as holder(id)
              join person p on p.id = holder.id
              left join guardianship g on p.comes_of_age_on > (b.received_at at time zone 'Europe/Moscow')::date
               and g.child_id = p.id and g.since <= b.received_at and (g.until is null or g.until > b.received_at)
             where p.comes_of_age_on is null or g.parent_id is not null
                or p.comes_of_age_on <= (b.received_at at time zone 'Europe/Moscow')::date) r`;
}

/** Disputes, and what a person is told of ballots in their name. */
export class Migration20261123021000_dispute_and_message extends Migration {
  override name = 'Migration20261123021000_dispute_and_message';

  override up(): void {
    this.addSql(
      `create table "dispute" ("id" uuid not null, "assembly_id" uuid not null, "submission_id" uuid not null, "ballot_id" uuid not null, "opened_by_id" uuid not null, "opened_at" timestamptz(3) not null, "after_end" boolean not null, "statement" text not null, "state" text not null, "decided_by_id" uuid null, "decided_at" timestamptz(3) null, "evidence" text null, "evidence_file_ids" uuid[] not null, "reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "dispute_assembly" on "dispute" ("assembly_id", "opened_at");`);
    this.addSql(`create index "dispute_ballot" on "dispute" ("ballot_id");`);
    this.addSql(`alter table "dispute" add constraint "dispute_submission" unique ("submission_id");`);
    this.addSql(
      `alter table "dispute" add constraint "dispute_state_check" check ("state" in ('OPEN', 'UPHELD', 'REJECTED'));`,
    );
    this.addSql(`
      create function veche_dispute_stays() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' or old.state <> 'OPEN'
           or (to_jsonb(old) - '{state,decided_by_id,decided_at,evidence,evidence_file_ids,reason}'::text[])
              is distinct from (to_jsonb(new) - '{state,decided_by_id,decided_at,evidence,evidence_file_ids,reason}'::text[]) then
          raise exception 'a dispute is answered once and never changes' using errcode = '42501';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger dispute_stays before update or delete on "dispute"
      for each row execute function veche_dispute_stays();`);
    this.addSql(`create trigger dispute_not_truncated before truncate on "dispute"
      for each statement execute function veche_never_changes();`);

    this.addSql(
      `create table "message" ("person_id" uuid not null, "id" uuid not null, "kind" text not null, "written_at" timestamptz(3) not null, "assembly_id" uuid not null, "ballot_id" uuid not null, "read_at" timestamptz(3) null, primary key ("person_id", "id"));`,
    );
    this.addSql(
      `alter table "message" add constraint "message_kind_check" check ("kind" in ('BALLOT_COUNTED', 'BALLOT_NOT_COUNTED', 'BALLOT_FELL', 'DISPUTE_OPENED', 'DISPUTE_REJECTED'));`,
    );
    this.addSql(`
      create function veche_message_stays() returns trigger language plpgsql as $$
      begin
        if tg_op <> 'UPDATE' or old.read_at is not null
           or (to_jsonb(old) - 'read_at') is distinct from (to_jsonb(new) - 'read_at') then
          raise exception 'a message is read once and never changes' using errcode = '42501';
        end if;
        return new;
      end $$;`);
    this.addSql(`create trigger message_stays before update or delete on "message"
      for each row execute function veche_message_stays();`);
    this.addSql(`create trigger message_not_truncated before truncate on "message"
      for each statement execute function veche_never_changes();`);

    // Time first, as everywhere: messages written together lie together in the index.
    this.addSql(`
      create function veche_new_id(p_at timestamptz) returns uuid language sql volatile as $$
        select (substr(h, 1, 8) || '-' || substr(h, 9, 4) || '-7' || substr(gen_random_uuid()::text, 16))::uuid
          from lpad(to_hex((extract(epoch from p_at) * 1000)::bigint), 12, '0') as h
      $$;`);
    this.addSql(`
      create function write_messages(p_ballots uuid[], p_kind text, p_at timestamptz) returns void language plpgsql as $$
      begin
        ${messagesOf('(select * from ballot where id = any(p_ballots))', `coalesce(p_kind, ${kindByState})`, 'coalesce(p_at, r.at)')};
      end $$;`);
    // Casting waits for this: straight from what was written, one probe of an index for each owner, however the tables
    // stood when it was planned.
    this.addSql(`
      create function veche_tell_of_ballots() returns trigger language plpgsql
        set enable_hashjoin = off set enable_mergejoin = off set enable_seqscan = off as $$
      begin
        if tg_op = 'INSERT' then
          ${messagesOf(`(select * from written where state in ('COUNTED', 'REJECTED'))`, kindByState, 'r.at')};
        else
          perform write_messages(array_agg(n.id), null, null) from written n join before_it o on o.id = n.id
            where o.state <> n.state and n.state in ('COUNTED', 'REJECTED', 'ANNULLED') having count(*) > 0;
        end if;
        return null;
      end $$;`);
    this.addSql(`create trigger ballot_recorded_is_told after insert on "ballot"
      referencing new table as written for each statement execute function veche_tell_of_ballots();`);
    this.addSql(`create trigger ballot_changed_is_told after update on "ballot"
      referencing old table as before_it new table as written for each statement execute function veche_tell_of_ballots();`);
  }

  override down(): void {
    this.addSql('drop trigger ballot_recorded_is_told on "ballot";');
    this.addSql('drop trigger ballot_changed_is_told on "ballot";');
    this.addSql('drop function veche_tell_of_ballots;');
    this.addSql('drop function write_messages;');
    this.addSql('drop function veche_new_id;');
    this.addSql('drop table "message";');
    this.addSql('drop function veche_message_stays;');
    this.addSql('drop table "dispute";');
    this.addSql('drop function veche_dispute_stays;');
  }
}

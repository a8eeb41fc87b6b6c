import { Migration } from '@mikro-orm/migrations';

/** What may end somebody's right to an assembly, whosever it is. */
const everybody = [
  ['person', 'head_id, comes_of_age_on, withdrawn_at'],
  ['ownership', 'until, withdrawn_at'],
  ['guardianship', 'until'],
  ['proxy', 'valid_until, revoked_at'],
  ['house', 'organisation_id, withdrawn_at'],
] as const;

/** What belongs to one account. */
const byAccount = [
  ['session', 'update of ended_at, expires_at', 'account_id'],
  ['access_token', 'update of revoked_at, expires_at, scopes', 'account_id'],
  ['account', 'update of blocked_at, person_id, locale', 'id'],
  ['role_grant', 'insert or update', 'account_id'],
] as const;

/** The chat, the numbers of the ballot feed, and the word that rights have changed. */
export class Migration20261122220000_live extends Migration {
  override name = 'Migration20261122220000_live';

  override up(): void {
    this.addSql(
      `create table "chat_message" ("id" uuid not null, "assembly_id" uuid not null, "position" int not null, "sequence" int not null, "author_id" uuid not null, "author_role" text not null, "posted_at" timestamptz(3) not null, "text" text not null, "edited_at" timestamptz(3) null, "hidden_at" timestamptz(3) null, "hidden_by_id" uuid null, "hidden_reason" text null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "chat_message_author" on "chat_message" ("assembly_id", "author_id", "posted_at");`);
    this.addSql(
      `alter table "chat_message" add constraint "chat_message_position" unique ("assembly_id", "position");`,
    );
    this.addSql(
      `alter table "chat_message" add constraint "chat_message_sequence" unique ("assembly_id", "sequence");`,
    );
    this.addSql(
      `create table "chat_edit" ("id" uuid not null, "message_id" uuid not null, "at" timestamptz(3) not null, "text_before" text not null, primary key ("id"));`,
    );
    this.addSql(`create index "chat_edit_message_id_index" on "chat_edit" ("message_id");`);
    this.addSql(
      `create table "chat" ("assembly_id" uuid not null, "sequence" int not null, "slow_mode_seconds" int not null, primary key ("assembly_id"));`,
    );
    this.addSql(
      `alter table "chat_message" add constraint "chat_message_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "chat_message" add constraint "chat_message_author_id_foreign" foreign key ("author_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "chat_message" add constraint "chat_message_hidden_by_id_foreign" foreign key ("hidden_by_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "chat_message" add constraint "chat_message_author_role_check" check ("author_role" in ('OWNER', 'FOR_OWNER', 'STAFF'));`,
    );
    this.addSql(
      `alter table "chat_edit" add constraint "chat_edit_message_id_foreign" foreign key ("message_id") references "chat_message" ("id");`,
    );
    this.addSql(
      `alter table "chat" add constraint "chat_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id") on update cascade on delete cascade;`,
    );
    // What was said before stays: an edit only adds.
    this.addSql(`create trigger chat_edit_append_only before update or delete on "chat_edit"
      for each row execute function veche_never_changes();`);
    this.addSql(`create trigger chat_message_not_erased before delete on "chat_message"
      for each row execute function veche_never_changes();`);
    for (const table of ['chat_edit', 'chat_message']) {
      this.addSql(`create trigger ${table}_not_truncated before truncate on "${table}"
        for each statement execute function veche_never_changes();`);
    }

    this.addSql(`create table ballot_feed (
      ballot_id uuid primary key, assembly_id uuid not null, sequence int not null, state text not null,
      unique (assembly_id, sequence));`);
    // One writer an assembly; each statement sees what was committed while it waited for the lock.
    this.addSql(`
      create function number_ballots(p_assembly uuid) returns int language plpgsql as $$
      declare
        v_last int;
      begin
        perform pg_advisory_xact_lock(hashtextextended('feed ' || p_assembly::text, 0));
        select coalesce(max(sequence), 0) into v_last from ballot_feed where assembly_id = p_assembly;
        insert into ballot_feed (ballot_id, assembly_id, sequence, state)
        select id, p_assembly, v_last + row_number() over (order by coalesce(annulled_at, received_at), id), state
          from ballot b
         where assembly_id = p_assembly
           and not exists (select from ballot_feed f where f.ballot_id = b.id and f.state = b.state)
        on conflict (ballot_id) do update set sequence = excluded.sequence, state = excluded.state;
        select coalesce(max(sequence), 0) into v_last from ballot_feed where assembly_id = p_assembly;
        return v_last;
      end $$;`);

    // Whoever serves live streams asks rights again when this is heard: it comes with the commit, before any later event.
    this.addSql(`
      create function veche_tell_rights() returns trigger language plpgsql as $$
      begin
        perform pg_notify('veche_rights', '*');
        return null;
      end $$;`);
    this.addSql(`
      create function veche_tell_account_rights() returns trigger language plpgsql as $$
      begin
        perform pg_notify('veche_rights', to_jsonb(new)->>tg_argv[0]);
        return null;
      end $$;`);
    for (const [table, columns] of everybody) {
      this.addSql(`create trigger ${table}_tells_rights after update of ${columns} on "${table}"
        for each statement execute function veche_tell_rights();`);
    }
    for (const [table, events, account] of byAccount) {
      this.addSql(`create trigger ${table}_tells_rights after ${events} on "${table}"
        for each row execute function veche_tell_account_rights('${account}');`);
    }
  }

  override down(): void {
    for (const [table] of [...everybody, ...byAccount])
      this.addSql(`drop trigger ${table}_tells_rights on "${table}";`);
    this.addSql('drop function veche_tell_account_rights;');
    this.addSql('drop function veche_tell_rights;');
    this.addSql('drop function number_ballots;');
    this.addSql('drop table ballot_feed;');
    this.addSql('drop table "chat_edit";');
    this.addSql('drop table "chat_message";');
    this.addSql('drop table "chat";');
  }
}

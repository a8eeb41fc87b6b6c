import { Migration } from '@mikro-orm/migrations';

export class Migration20261122180000_initial extends Migration {
  override name = 'Migration20261122180000_initial';

  override up(): void | Promise<void> {
    this.addSql(`create extension if not exists pg_trgm;`);

    this.addSql(
      `create table "ballot" ("id" uuid not null, "assembly_id" uuid not null, "submission_id" uuid not null, "channel" text not null, "premises_id" uuid not null, "roll_entry_id" uuid null, "lineage_id" uuid null, "owner_id" uuid not null, "acted_by_id" uuid null, "authority" text null, "proxy_id" uuid null, "sheet" text not null, "received_at" timestamptz(3) not null, "handed_over_at" timestamptz(3) null, "signed" boolean null, "entered_by" uuid null, "state" text not null, "reason" text null, "conflict" boolean not null, "annulled_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "ballot_state_received" on "ballot" ("assembly_id", "state", "received_at", "id");`);
    this.addSql(`create index "ballot_owner" on "ballot" ("owner_id");`);
    this.addSql(
      `create unique index "ballot_counts_once" on "ballot" ("assembly_id", "lineage_id") where "state" = 'COUNTED';`,
    );

    this.addSql(
      `create table "journal" ("id" bigserial primary key, "at" timestamptz(3) not null, "account_id" uuid null, "token_id" uuid null, "command" text not null, "ids" jsonb not null, "changes" jsonb null, "idempotency_key" text null, "fingerprint" bytea null, "request_id" text null);`,
    );
    this.addSql(`create index "journal_at" on "journal" ("at");`);
    this.addSql(
      `create unique index "journal_idempotency" on "journal" ("account_id", "idempotency_key") where "idempotency_key" is not null;`,
    );

    this.addSql(
      `create table "organisation" ("id" uuid not null, "kind" text not null, "organisation_name" text not null, "ogrn" text not null, "post_address" text null, "phone" text null, "site" text null, "created_at" timestamptz(3) not null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`alter table "organisation" add constraint "organisation_ogrn_unique" unique ("ogrn");`);

    this.addSql(
      `create table "house" ("id" uuid not null, "settlement" text not null, "street" text not null, "number" text not null, "block" text null, "address_key" text not null, "fias_id" uuid null, "cadastral_number" text null, "entrances" int null, "storeys" int null, "year_built" int null, "wall_material" text null, "series" text null, "organisation_id" uuid null, "created_at" timestamptz(3) not null, "import_id" uuid null, "withdrawn_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "house_organisation_id_index" on "house" ("organisation_id");`);
    this.addSql(`create index "house_import" on "house" ("import_id");`);
    this.addSql(`create index "house_search" on "house" using gin ("address_key" gin_trgm_ops);`);
    this.addSql(`create unique index "house_address" on "house" ("address_key") where "withdrawn_at" is null;`);
    this.addSql(
      `create unique index "house_fias" on "house" ("fias_id") where "fias_id" is not null and "withdrawn_at" is null;`,
    );

    this.addSql(
      `create table "person" ("id" uuid not null, "kind" text not null, "family_name" text null, "given_name" text null, "patronymic" text null, "body_name" text null, "ogrn" text null, "head_id" uuid null, "snils_hash" bytea null, "details_sealed" bytea null, "comes_of_age_on" date null, "created_at" timestamptz(3) not null, "import_id" uuid null, "withdrawn_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "person_import" on "person" ("import_id");`);
    this.addSql(`create index "person_head" on "person" ("head_id");`);
    this.addSql(
      `create unique index "person_snils" on "person" ("snils_hash") where "snils_hash" is not null and "withdrawn_at" is null;`,
    );
    this.addSql(
      `create unique index "person_ogrn" on "person" ("ogrn") where "ogrn" is not null and "withdrawn_at" is null;`,
    );

    this.addSql(
      `create table "guardianship" ("id" uuid not null, "child_id" uuid not null, "parent_id" uuid not null, "document" text null, "since" timestamptz(3) not null, "until" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "guardianship_child_id_index" on "guardianship" ("child_id");`);
    this.addSql(`create index "guardianship_parent_id_index" on "guardianship" ("parent_id");`);

    this.addSql(
      `create table "assembly" ("id" uuid not null, "house_id" uuid not null, "form" text not null, "legal_mode" text not null, "state" text not null, "title" text not null, "annual" boolean not null, "initiator_person_id" uuid null, "initiator_organisation_id" uuid null, "administrator_person_id" uuid null, "administrator_organisation_id" uuid null, "administrator_address" text null, "chair_id" uuid null, "secretary_id" uuid null, "teller_ids" uuid[] not null, "acceptance_procedure" text null, "materials_place" text null, "live_counts" text not null, "time_zone" text not null, "handed_to_administrator_at" timestamptz(3) null, "notice_at" timestamptz(3) null, "opens_at" timestamptz(3) null, "closes_at" timestamptz(3) null, "paper_accepted_until" timestamptz(3) null, "created_at" timestamptz(3) not null, "opened_at" timestamptz(3) null, "closed_at" timestamptz(3) null, "cancelled_at" timestamptz(3) null, "cancel_reason" text null, "roll_version" int not null, "common_unit" numeric null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "assembly_house_id_index" on "assembly" ("house_id");`);
    this.addSql(`create index "assembly_state_opens" on "assembly" ("state", "opens_at");`);
    this.addSql(`create index "assembly_state_closes" on "assembly" ("state", "closes_at");`);

    this.addSql(
      `create table "agenda_item" ("id" uuid not null, "assembly_id" uuid not null, "position" int not null, "code" text not null, "wording" text not null, "proposal" text null, "entrance" int null, "premises_id" uuid null, "rule" text null, "rule_valid_from" date null, "rule_source" text null, primary key ("id"));`,
    );
    this.addSql(`alter table "agenda_item" add constraint "agenda_item_position" unique ("assembly_id", "position");`);

    this.addSql(
      `create table "material" ("id" uuid not null, "assembly_id" uuid not null, "agenda_item_id" uuid null, "file_id" uuid not null, "title" text not null, "attached_at" timestamptz(3) not null, primary key ("id"));`,
    );
    this.addSql(`create index "material_assembly_id_index" on "material" ("assembly_id");`);

    this.addSql(
      `create table "account" ("id" uuid not null, "person_id" uuid not null, "login" text not null, "password_hash" text null, "locale" text null, "created_at" timestamptz(3) not null, "blocked_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`alter table "account" add constraint "account_person_id_unique" unique ("person_id");`);
    this.addSql(`alter table "account" add constraint "account_login_unique" unique ("login");`);

    this.addSql(
      `create table "invitation" ("id" uuid not null, "account_id" uuid not null, "secret_hash" bytea not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "accepted_at" timestamptz(3) null, "revoked_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`alter table "invitation" add constraint "invitation_secret_hash_unique" unique ("secret_hash");`);

    this.addSql(
      `create table "access_token" ("id" uuid not null, "account_id" uuid not null, "token_name" text not null, "secret_hash" bytea not null, "scopes" text[] not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "last_used_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "access_token_account_id_index" on "access_token" ("account_id");`);
    this.addSql(`alter table "access_token" add constraint "access_token_secret_hash_unique" unique ("secret_hash");`);

    this.addSql(
      `create table "premises" ("id" uuid not null, "house_id" uuid not null, "kind" text not null, "number" text not null, "number_key" text not null, "entrance" int null, "floor" int null, "area_hundredths" bigint not null, "cadastral_number" text null, "created_at" timestamptz(3) not null, "import_id" uuid null, "withdrawn_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"));`,
    );
    this.addSql(`create index "premises_import" on "premises" ("import_id");`);
    this.addSql(
      `create unique index "premises_number" on "premises" ("house_id", "number_key", "kind") where "withdrawn_at" is null;`,
    );

    this.addSql(
      `create table "ownership" ("id" uuid not null, "premises_id" uuid not null, "share_numerator" bigint not null, "share_denominator" bigint not null, "joint" boolean not null, "title_kind" text null, "title_number" text null, "title_date" date null, "since" timestamptz(3) not null, "until" timestamptz(3) null, "previous_id" uuid null, "import_id" uuid null, "withdrawn_at" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "ownership_premises_id_index" on "ownership" ("premises_id");`);
    this.addSql(`create index "ownership_import" on "ownership" ("import_id");`);
    this.addSql(`create index "ownership_previous" on "ownership" ("previous_id");`);

    this.addSql(
      `create table "ownership_holder" ("ownership_id" uuid not null, "person_id" uuid not null, primary key ("ownership_id", "person_id"));`,
    );
    this.addSql(`create index "ownership_holder_person_id_index" on "ownership_holder" ("person_id");`);

    this.addSql(
      `create table "premises_area" ("id" uuid not null, "premises_id" uuid not null, "area_hundredths" bigint not null, "since" timestamptz(3) not null, "document" text not null, "recorded_by" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "premises_area_premises_id_index" on "premises_area" ("premises_id");`);

    this.addSql(
      `create table "proxy" ("id" uuid not null, "house_id" uuid not null, "assembly_id" uuid null, "premises_ids" uuid[] null, "owner_id" uuid not null, "holder_id" uuid not null, "may_vote" boolean not null, "document_kind" text not null, "document_number" text null, "document_date" date null, "certified_by" text null, "valid_from" timestamptz(3) not null, "valid_until" timestamptz(3) not null, "registered_at" timestamptz(3) not null, "revoked_at" timestamptz(3) null, "revoke_reason" text null, primary key ("id"));`,
    );
    this.addSql(`create index "proxy_house_id_index" on "proxy" ("house_id");`);
    this.addSql(`create index "proxy_owner_id_index" on "proxy" ("owner_id");`);
    this.addSql(`create index "proxy_holder_id_index" on "proxy" ("holder_id");`);

    this.addSql(
      `create table "result" ("assembly_id" uuid not null, "counted_at" timestamptz(3) not null, "ballots" int not null, "tally" jsonb not null, "ballots_sha256" text not null, primary key ("assembly_id"));`,
    );

    this.addSql(
      `create table "role_grant" ("id" uuid not null, "account_id" uuid not null, "role" text not null, "organisation_id" uuid null, "house_id" uuid null, "assembly_id" uuid null, "since" timestamptz(3) not null, "until" timestamptz(3) null, "revoked_at" timestamptz(3) null, "granted_by" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "role_grant_account_id_index" on "role_grant" ("account_id");`);

    this.addSql(
      `create table "roll_change" ("id" uuid not null, "assembly_id" uuid not null, "at" timestamptz(3) not null, "effective_at" timestamptz(3) not null, "kind" text not null, "detail" jsonb not null, "recorded_by" uuid null, primary key ("id"));`,
    );
    this.addSql(`create index "roll_change_assembly_id_index" on "roll_change" ("assembly_id");`);

    this.addSql(
      `create table "roll_entry" ("id" uuid not null, "assembly_id" uuid not null, "premises_id" uuid not null, "ownership_id" uuid not null, "lineage_id" uuid not null, "ancestor_lineage_ids" uuid[] not null, "holder_ids" uuid[] not null, "entrance" int null, "share_numerator" bigint not null, "share_denominator" bigint not null, "units" numeric not null, "since" timestamptz(3) not null, "until" timestamptz(3) null, primary key ("id"));`,
    );
    this.addSql(`create index "roll_entry_premises" on "roll_entry" ("assembly_id", "premises_id");`);
    this.addSql(`create index "roll_entry_lineage" on "roll_entry" ("assembly_id", "lineage_id");`);
    this.addSql(`create index "roll_entry_holder" on "roll_entry" using gin ("holder_ids");`);

    this.addSql(
      `create table "roll_premises" ("assembly_id" uuid not null, "premises_id" uuid not null, "kind" text not null, "number" text not null, "number_key" text not null, "entrance" int null, "area_hundredths" bigint not null, primary key ("assembly_id", "premises_id"));`,
    );

    this.addSql(
      `create table "session" ("id" uuid not null, "account_id" uuid not null, "secret_hash" bytea not null, "created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "ended_at" timestamptz(3) null, "user_agent" text null, "address" text null, primary key ("id"));`,
    );
    this.addSql(`create index "session_account_id_index" on "session" ("account_id");`);
    this.addSql(`alter table "session" add constraint "session_secret_hash_unique" unique ("secret_hash");`);

    this.addSql(
      `create table "stored_file" ("id" uuid not null, "sha256" text not null, "file_name" text not null, "media_type" text not null, "size" int not null, "uploaded_by" uuid not null, "uploaded_at" timestamptz(3) not null, primary key ("id"));`,
    );

    this.addSql(
      `alter table "ballot" add constraint "ballot_channel_check" check ("channel" in ('ELECTRONIC', 'PAPER'));`,
    );
    this.addSql(
      `alter table "ballot" add constraint "ballot_authority_check" check ("authority" in ('OWNER', 'HEAD', 'PARENT', 'PROXY'));`,
    );
    this.addSql(
      `alter table "ballot" add constraint "ballot_state_check" check ("state" in ('COUNTED', 'REJECTED', 'ANNULLED'));`,
    );
    this.addSql(
      `alter table "ballot" add constraint "ballot_reason_check" check ("reason" in ('LATE', 'EARLY', 'UNSIGNED', 'NOT_OWNER', 'NO_AUTHORITY', 'EMPTY', 'ALREADY_VOTED', 'NOT_CONFIRMED', 'DISPUTE_UPHELD', 'SOLD_BEFORE'));`,
    );

    this.addSql(
      `alter table "organisation" add constraint "organisation_kind_check" check ("kind" in ('MANAGING_COMPANY', 'HOA', 'PUBLIC_BODY'));`,
    );

    this.addSql(
      `alter table "house" add constraint "house_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "person" add constraint "person_head_id_foreign" foreign key ("head_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "person" add constraint "person_kind_check" check ("kind" in ('PERSON', 'COMPANY', 'PUBLIC'));`,
    );

    this.addSql(
      `alter table "guardianship" add constraint "guardianship_child_id_foreign" foreign key ("child_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "guardianship" add constraint "guardianship_parent_id_foreign" foreign key ("parent_id") references "person" ("id");`,
    );

    this.addSql(
      `alter table "assembly" add constraint "assembly_house_id_foreign" foreign key ("house_id") references "house" ("id");`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_initiator_person_id_foreign" foreign key ("initiator_person_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_initiator_organisation_id_foreign" foreign key ("initiator_organisation_id") references "organisation" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_administrator_person_id_foreign" foreign key ("administrator_person_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_administrator_organisation_id_foreign" foreign key ("administrator_organisation_id") references "organisation" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_chair_id_foreign" foreign key ("chair_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_secretary_id_foreign" foreign key ("secretary_id") references "person" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_form_check" check ("form" in ('SYSTEM', 'ADVISORY'));`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_legal_mode_check" check ("legal_mode" in ('STATE_SYSTEM', 'PAPER_BACKED', 'ADVISORY'));`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_state_check" check ("state" in ('DRAFT', 'ANNOUNCED', 'VOTING', 'CLOSED', 'CANCELLED'));`,
    );
    this.addSql(
      `alter table "assembly" add constraint "assembly_live_counts_check" check ("live_counts" in ('TURNOUT_ONLY', 'RUNNING_COUNT'));`,
    );

    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "agenda_item" add constraint "agenda_item_rule_check" check ("rule" in ('S', 'A50', 'T23', 'U', 'X45'));`,
    );

    this.addSql(
      `alter table "material" add constraint "material_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "material" add constraint "material_agenda_item_id_foreign" foreign key ("agenda_item_id") references "agenda_item" ("id") on delete set null;`,
    );

    this.addSql(
      `alter table "account" add constraint "account_person_id_foreign" foreign key ("person_id") references "person" ("id");`,
    );
    this.addSql(`alter table "account" add constraint "account_locale_check" check ("locale" in ('ru', 'en'));`);

    this.addSql(
      `alter table "invitation" add constraint "invitation_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );

    this.addSql(
      `alter table "access_token" add constraint "access_token_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );

    this.addSql(
      `alter table "premises" add constraint "premises_house_id_foreign" foreign key ("house_id") references "house" ("id");`,
    );
    this.addSql(`alter table "premises" add constraint "premises_area_hundredths_check" check (area_hundredths > 0);`);
    this.addSql(
      `alter table "premises" add constraint "premises_kind_check" check ("kind" in ('FLAT', 'NON_RESIDENTIAL', 'PARKING', 'STOREROOM'));`,
    );

    this.addSql(
      `alter table "ownership" add constraint "ownership_premises_id_foreign" foreign key ("premises_id") references "premises" ("id");`,
    );
    this.addSql(
      `alter table "ownership" add constraint "ownership_previous_id_foreign" foreign key ("previous_id") references "ownership" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "ownership" add constraint "ownership_share_numerator_check" check (share_numerator > 0);`,
    );
    this.addSql(
      `alter table "ownership" add constraint "ownership_share_denominator_check" check (share_denominator >= share_numerator);`,
    );

    this.addSql(
      `alter table "ownership_holder" add constraint "ownership_holder_ownership_id_foreign" foreign key ("ownership_id") references "ownership" ("id") on update cascade on delete cascade;`,
    );
    this.addSql(
      `alter table "ownership_holder" add constraint "ownership_holder_person_id_foreign" foreign key ("person_id") references "person" ("id") on update cascade on delete cascade;`,
    );

    this.addSql(
      `alter table "premises_area" add constraint "premises_area_premises_id_foreign" foreign key ("premises_id") references "premises" ("id");`,
    );
    this.addSql(
      `alter table "premises_area" add constraint "premises_area_area_hundredths_check" check (area_hundredths > 0);`,
    );

    this.addSql(
      `alter table "proxy" add constraint "proxy_house_id_foreign" foreign key ("house_id") references "house" ("id");`,
    );
    this.addSql(
      `alter table "proxy" add constraint "proxy_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "proxy" add constraint "proxy_owner_id_foreign" foreign key ("owner_id") references "person" ("id");`,
    );
    this.addSql(
      `alter table "proxy" add constraint "proxy_holder_id_foreign" foreign key ("holder_id") references "person" ("id");`,
    );

    this.addSql(
      `alter table "role_grant" add constraint "role_grant_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_granted_by_foreign" foreign key ("granted_by") references "account" ("id") on delete set null;`,
    );
    this.addSql(
      `alter table "role_grant" add constraint "role_grant_role_check" check ("role" in ('PLATFORM_ADMINISTRATOR', 'ASSEMBLY_ADMINISTRATOR', 'CALL_CENTRE_OPERATOR', 'AUDITOR'));`,
    );

    this.addSql(
      `alter table "roll_change" add constraint "roll_change_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );
    this.addSql(
      `alter table "roll_change" add constraint "roll_change_kind_check" check ("kind" in ('TRANSFER', 'AREA'));`,
    );

    this.addSql(
      `alter table "roll_entry" add constraint "roll_entry_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );

    this.addSql(
      `alter table "roll_premises" add constraint "roll_premises_assembly_id_foreign" foreign key ("assembly_id") references "assembly" ("id");`,
    );

    this.addSql(
      `alter table "session" add constraint "session_account_id_foreign" foreign key ("account_id") references "account" ("id");`,
    );
  }

  override down(): void | Promise<void> {
    this.addSql(`alter table "house" drop constraint "house_organisation_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_initiator_organisation_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_administrator_organisation_id_foreign";`);
    this.addSql(`alter table "role_grant" drop constraint "role_grant_organisation_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_house_id_foreign";`);
    this.addSql(`alter table "premises" drop constraint "premises_house_id_foreign";`);
    this.addSql(`alter table "proxy" drop constraint "proxy_house_id_foreign";`);
    this.addSql(`alter table "person" drop constraint "person_head_id_foreign";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_child_id_foreign";`);
    this.addSql(`alter table "guardianship" drop constraint "guardianship_parent_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_initiator_person_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_administrator_person_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_chair_id_foreign";`);
    this.addSql(`alter table "assembly" drop constraint "assembly_secretary_id_foreign";`);
    this.addSql(`alter table "account" drop constraint "account_person_id_foreign";`);
    this.addSql(`alter table "ownership_holder" drop constraint "ownership_holder_person_id_foreign";`);
    this.addSql(`alter table "proxy" drop constraint "proxy_owner_id_foreign";`);
    this.addSql(`alter table "proxy" drop constraint "proxy_holder_id_foreign";`);
    this.addSql(`alter table "agenda_item" drop constraint "agenda_item_assembly_id_foreign";`);
    this.addSql(`alter table "material" drop constraint "material_assembly_id_foreign";`);
    this.addSql(`alter table "proxy" drop constraint "proxy_assembly_id_foreign";`);
    this.addSql(`alter table "roll_change" drop constraint "roll_change_assembly_id_foreign";`);
    this.addSql(`alter table "roll_entry" drop constraint "roll_entry_assembly_id_foreign";`);
    this.addSql(`alter table "roll_premises" drop constraint "roll_premises_assembly_id_foreign";`);
    this.addSql(`alter table "material" drop constraint "material_agenda_item_id_foreign";`);
    this.addSql(`alter table "invitation" drop constraint "invitation_account_id_foreign";`);
    this.addSql(`alter table "access_token" drop constraint "access_token_account_id_foreign";`);
    this.addSql(`alter table "role_grant" drop constraint "role_grant_account_id_foreign";`);
    this.addSql(`alter table "role_grant" drop constraint "role_grant_granted_by_foreign";`);
    this.addSql(`alter table "session" drop constraint "session_account_id_foreign";`);
    this.addSql(`alter table "ownership" drop constraint "ownership_premises_id_foreign";`);
    this.addSql(`alter table "premises_area" drop constraint "premises_area_premises_id_foreign";`);
    this.addSql(`alter table "ownership" drop constraint "ownership_previous_id_foreign";`);
    this.addSql(`alter table "ownership_holder" drop constraint "ownership_holder_ownership_id_foreign";`);

    this.addSql(`drop table if exists "ballot" cascade;`);
    this.addSql(`drop table if exists "journal" cascade;`);
    this.addSql(`drop table if exists "organisation" cascade;`);
    this.addSql(`drop table if exists "house" cascade;`);
    this.addSql(`drop table if exists "person" cascade;`);
    this.addSql(`drop table if exists "guardianship" cascade;`);
    this.addSql(`drop table if exists "assembly" cascade;`);
    this.addSql(`drop table if exists "agenda_item" cascade;`);
    this.addSql(`drop table if exists "material" cascade;`);
    this.addSql(`drop table if exists "account" cascade;`);
    this.addSql(`drop table if exists "invitation" cascade;`);
    this.addSql(`drop table if exists "access_token" cascade;`);
    this.addSql(`drop table if exists "premises" cascade;`);
    this.addSql(`drop table if exists "ownership" cascade;`);
    this.addSql(`drop table if exists "ownership_holder" cascade;`);
    this.addSql(`drop table if exists "premises_area" cascade;`);
    this.addSql(`drop table if exists "proxy" cascade;`);
    this.addSql(`drop table if exists "result" cascade;`);
    this.addSql(`drop table if exists "role_grant" cascade;`);
    this.addSql(`drop table if exists "roll_change" cascade;`);
    this.addSql(`drop table if exists "roll_entry" cascade;`);
    this.addSql(`drop table if exists "roll_premises" cascade;`);
    this.addSql(`drop table if exists "session" cascade;`);
    this.addSql(`drop table if exists "stored_file" cascade;`);
  }
}

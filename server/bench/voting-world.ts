import { createHash } from 'node:crypto';
import type { Client } from 'pg';
import { deriveSecrets } from '../src/adapters/secrets.ts';
import { tokenPrefix } from '../src/modules/identity/find-viewer.ts';
import { benchSecret } from './veche-server.ts';

export interface VotingWorld {
  readonly assemblies: number;
  /** Owners in each house; two to a flat, a half each. */
  readonly votersEach: number;
  readonly items: number;
  /** Accounts of administrators of the organisation that manages all the houses. */
  readonly staff: number;
}

/** The token of account number `n`, the same in every process. */
export function tokenOf(n: number): string {
  return (
    tokenPrefix +
    createHash('sha256')
      .update(`bench ${String(n)}`)
      .digest('base64url')
  );
}

const day = 86_400_000;

/**
 * Houses with their owners, accounts and tokens, and an announced assembly in each whose opening has just come: the
 * server itself opens them and freezes the rolls. Voters have the numbers from 1, staff those after them.
 */
export async function buildWorld(client: Client, world: VotingWorld): Promise<void> {
  const { assemblies, votersEach, items, staff } = world;
  const voters = assemblies * votersEach;
  const now = Date.now();
  const sql = async (text: string, values: unknown[] = []): Promise<unknown> => client.query(text, values);
  // What is built here is known to fit: foreign keys are not asked row by row.
  await sql('set session_replication_role = replica');
  await sql(`create temp table built_house as
    select h as n, uuidv7() as id, uuidv7() as assembly_id from generate_series(1, ${String(assemblies)}) h`);
  await sql(`create temp table built_person as
    select n, uuidv7() as id, uuidv7() as account_id, uuidv7() as ownership_id, (n - 1) / ${String(votersEach)} + 1 as house
      from generate_series(1, ${String(voters + staff)}) n`);
  await sql(`create temp table built_flat as
    select f as n, uuidv7() as id, (f - 1) / ${String(votersEach / 2)} + 1 as house
      from generate_series(1, ${String(voters / 2)}) f`);
  await sql(`insert into organisation (id, kind, organisation_name, ogrn, created_at)
    values (uuidv7(), 'MANAGING_COMPANY', 'УК «Замер»', '1027700000000', now())`);
  await sql(`insert into house (id, settlement, street, number, address_key, organisation_id, entrances, created_at)
    select b.id, 'Москва', 'улица Замерная', b.n::text, 'москва улица замерная ' || b.n, o.id, 4, now()
      from built_house b, organisation o`);
  await sql(`insert into premises (id, house_id, kind, number, number_key, entrance, area_hundredths, created_at)
    select f.id, h.id, 'FLAT', f.n::text, lpad(f.n::text, 8, '0'), f.n % 4 + 1, 3000 + (f.n * 7919) % 6000, now()
      from built_flat f join built_house h on h.n = f.house`);
  await sql(`insert into person (id, kind, family_name, given_name, patronymic, created_at)
    select id, 'PERSON', 'Собственникова', 'Мария', 'Номер ' || n, now() from built_person`);
  await sql(
    `insert into ownership (id, premises_id, share_numerator, share_denominator, joint, since)
    select p.ownership_id, f.id, 1, 2, false, $1 from built_person p join built_flat f on f.n = (p.n + 1) / 2
     where p.n <= ${String(voters)}`,
    [new Date(now - 900 * day)],
  );
  await sql(`insert into ownership_holder (ownership_id, person_id)
    select ownership_id, id from built_person where n <= ${String(voters)}`);
  await sql(`insert into account (id, person_id, login, created_at)
    select account_id, id, 'bench-' || n, now() from built_person`);
  await sql(
    `insert into role_grant (id, account_id, role, organisation_id, since)
    select uuidv7(), p.account_id, 'ASSEMBLY_ADMINISTRATOR', o.id, $1 from built_person p, organisation o
     where p.n > ${String(voters)}`,
    [new Date(now - day)],
  );
  await giveTokens(client, voters + staff);
  await sql(
    `insert into assembly (id, house_id, form, legal_mode, state, title, annual, teller_ids, live_counts, time_zone,
      notice_at, opens_at, closes_at, paper_accepted_until, created_at, roll_version)
    select assembly_id, id, 'SYSTEM', 'PAPER_BACKED', 'ANNOUNCED', 'Замер ' || n, false, '{}', 'RUNNING_COUNT',
           'Europe/Moscow', $1, $2, $3, $3, $1, 1 from built_house`,
    [new Date(now - 20 * day), new Date(now - day), new Date(now + 20 * day)],
  );
  await sql(`insert into agenda_item (id, assembly_id, position, code, wording, rule, rule_valid_from, rule_source)
    select uuidv7(), h.assembly_id, i, '4', 'Вопрос ' || i, (array['S','A50','T23','S','S'])[i % 5 + 1], '2024-09-01',
           'ЖК РФ, ст. 46' from built_house h, generate_series(1, ${String(items)}) i order by h.n, i`);
}

async function giveTokens(client: Client, count: number): Promise<void> {
  const secrets = deriveSecrets(benchSecret);
  for (let from = 1; from <= count; from += 10_000) {
    const numbers = Array.from({ length: Math.min(10_000, count - from + 1) }, (_, at) => from + at);
    await client.query(
      `insert into access_token (id, account_id, token_name, secret_hash, scopes, created_at, expires_at, last_used_at)
       select uuidv7(), p.account_id, 'bench', decode(t.hash, 'hex'),
              '{vote,ballots:read,assemblies:read,houses:read,people:read}', now(), now() + interval '30 days', now()
         from unnest($1::int[], $2::text[]) as t(n, hash) join built_person p on p.n = t.n`,
      [numbers, numbers.map((n) => secrets.hash('access-token', tokenOf(n)).toString('hex'))],
    );
  }
}

/** Resolves when the server has opened every assembly and frozen its roll. */
export async function untilOpen(client: Client): Promise<void> {
  for (;;) {
    const { rows } = await client.query<{ n: number }>(
      `select count(*)::int as n from assembly where state = 'ANNOUNCED'`,
    );
    if (rows[0]?.n === 0) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

/**
 * Ballots of the first `each` voters of every house, as castBallot leaves them, in the mixed order in which houses vote.
 * `counted`: the part that counts; the rest was annulled.
 */
export async function storeBallots(
  client: Client,
  { votersEach, items }: VotingWorld,
  { each, counted }: { readonly each: number; readonly counted: number },
): Promise<void> {
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into ballot (id, assembly_id, submission_id, channel, premises_id, roll_entry_id, lineage_id, owner_id,
                         acted_by_id, authority, sheet, received_at, state, reason, annulled_at, conflict)
     select uuidv7(), assembly_id, uuidv7(), 'ELECTRONIC', premises_id, id, lineage_id, holder_ids[1], holder_ids[1],
            'OWNER', (select string_agg((array['1','2','4'])[1 + floor(random() * 3)::int], '')
                        from generate_series(1, $1::int) where m is not null),
            since + interval '23 hours' * m / total, case when counts then 'COUNTED' else 'ANNULLED' end,
            case when counts then null else 'DISPUTE_UPHELD' end, case when counts then null else now() end, false
       from (select e.*, random() < $2::float8 as counts, row_number() over (order by random()) as m, count(*) over () as total
               from roll_entry e join account a on a.person_id = e.holder_ids[1]
              where (substr(a.login, 7)::int - 1) % $3::int < $4::int) as voted
      order by m`,
    [items, counted, votersEach, each],
  );
  await client.query(
    `insert into journal (at, account_id, token_id, command, ids, idempotency_key, fingerprint, request_id)
     select b.received_at, a.id, t.id, 'castBallot',
            jsonb_build_object('assembly', b.assembly_id, 'submission', b.submission_id, 'ballots', jsonb_build_array(b.id)),
            gen_random_uuid()::text, sha256(b.id::text::bytea), gen_random_uuid()::text
       from ballot b join account a on a.person_id = b.owner_id join access_token t on t.account_id = a.id order by b.id`,
  );
  await client.query('vacuum analyze');
}

/** A voter who has not voted yet, with everything the contestants need to say. */
export interface Voter {
  readonly n: number;
  readonly assemblyId: string;
  readonly premisesId: string;
  readonly personId: string;
  readonly accountId: string;
  readonly tokenId: string;
  readonly entryId: string;
  readonly lineageId: string;
  readonly units: string;
}

/** Those without a ballot, in an order that mixes the houses. */
export async function votersLeft(client: Client): Promise<Voter[]> {
  const { rows } = await client.query<Voter>(
    `select substr(a.login, 7)::int as n, e.assembly_id as "assemblyId", e.premises_id as "premisesId", a.person_id as "personId",
            a.id as "accountId", t.id as "tokenId", e.id as "entryId", e.lineage_id as "lineageId", e.units::text
       from roll_entry e join account a on a.person_id = e.holder_ids[1] join access_token t on t.account_id = a.id
      where not exists (select from ballot b where b.lineage_id = e.lineage_id and b.assembly_id = e.assembly_id)
      order by md5(e.id::text)`,
  );
  return rows;
}

export async function agendas(client: Client): Promise<Map<string, readonly string[]>> {
  const { rows } = await client.query<{ id: string; items: string[] }>(
    'select assembly_id as id, array_agg(id order by position) as items from agenda_item group by 1',
  );
  return new Map(rows.map(({ id, items }) => [id, items]));
}

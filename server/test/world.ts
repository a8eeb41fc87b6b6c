import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { Fraction } from '../src/kernel/fraction.ts';
import { numberKey } from '../src/modules/registry/rules/number-key.ts';
import { encodeId } from '../src/kernel/global-id.ts';
import { newId } from '../src/kernel/new-id.ts';
import type { Role } from '../src/kernel/viewer.ts';
import { scopes as everyScope } from '../src/kernel/access.ts';
import { tokenPrefix } from '../src/modules/identity/find-viewer.ts';
import type { Secrets } from '../src/kernel/ports.ts';

/** A database and the secrets of the server that runs on it. */
export interface WorldPlace {
  readonly databaseUrl: string;
  readonly world: { readonly secrets: Secrets };
}

/** Builders name people, not ids. What they make is written straight into the register, as if it had always been there. */
export interface World {
  readonly sql: pg.Client;
  person(
    name: string,
    options?: { kind?: 'PERSON' | 'COMPANY' | 'PUBLIC'; comesOfAgeOn?: string; head?: string },
  ): Promise<string>;
  /** A token of the person's own account, with every scope unless told otherwise. */
  token(person: string, scopes?: readonly string[]): Promise<string>;
  role(person: string, role: Role, place?: { organisation?: string; house?: string; assembly?: string }): Promise<void>;
  organisation(name: string): Promise<string>;
  house(address: string, options?: { organisation?: string }): Promise<string>;
  premises(
    house: string,
    number: string,
    area: string,
    options?: { entrance?: number; kind?: string },
  ): Promise<string>;
  owns(holders: string | readonly string[], premises: string, share?: string): Promise<string>;
  /** Announced long ago and open since yesterday; the clockwork opens it when it looks. */
  dueAssembly(house: string, codes: readonly string[]): Promise<{ id: string; itemIds: readonly string[] }>;
  close(): Promise<void>;
}

const longAgo = new Date('2020-01-01T00:00:00Z');

export async function openWorld(app: WorldPlace): Promise<World> {
  const sql = new pg.Client({ connectionString: app.databaseUrl });
  await sql.connect();
  const password = await hash('a long enough password', { memoryCost: 1024, timeCost: 1, parallelism: 1 });
  const accounts = new Map<string, string>();
  const accountOf = async (person: string): Promise<string> => {
    const known = accounts.get(person);
    if (known) return known;
    const id = newId();
    await sql.query('insert into account (id, person_id, login, password_hash, created_at) values ($1,$2,$3,$4,$5)', [
      id,
      person,
      `login-${id}`,
      password,
      longAgo,
    ]);
    accounts.set(person, id);
    return id;
  };
  return {
    sql,
    person: async (name, options = {}) => {
      const id = newId();
      const kind = options.kind ?? 'PERSON';
      await sql.query(
        `insert into person (id, kind, family_name, given_name, body_name, head_id, comes_of_age_on, created_at)
         values ($1,$2,$3,$4,$5,$6,$7,$8)`,
        [
          id,
          kind,
          kind === 'PERSON' ? name : null,
          kind === 'PERSON' ? 'Тест' : null,
          kind === 'PERSON' ? null : name,
          options.head ?? null,
          options.comesOfAgeOn ?? null,
          longAgo,
        ],
      );
      return id;
    },
    token: async (person, scopes = everyScope) => {
      const secret = `${tokenPrefix}${newId()}`;
      await sql.query(
        `insert into access_token (id, account_id, token_name, secret_hash, scopes, created_at, expires_at)
         values ($1,$2,'test',$3,$4,$5,'2099-01-01')`,
        [newId(), await accountOf(person), app.world.secrets.hash('access-token', secret), scopes, longAgo],
      );
      return secret;
    },
    role: async (person, role, place = {}) => {
      await sql.query(
        'insert into role_grant (id, account_id, role, organisation_id, house_id, assembly_id, since) values ($1,$2,$3,$4,$5,$6,$7)',
        [
          newId(),
          await accountOf(person),
          role,
          place.organisation ?? null,
          place.house ?? null,
          place.assembly ?? null,
          longAgo,
        ],
      );
    },
    organisation: async (name) => {
      const id = newId();
      await sql.query(
        `insert into organisation (id, kind, organisation_name, ogrn, created_at) values ($1,'MANAGING_COMPANY',$2,$3,$4)`,
        [id, name, String(Math.trunc(Math.random() * 1e13)), longAgo],
      );
      return id;
    },
    house: async (address, options = {}) => {
      const id = newId();
      await sql.query(
        `insert into house (id, settlement, street, number, address_key, organisation_id, created_at) values ($1,'Москва',$2,'1',$3,$4,$5)`,
        [id, address, `${address}|${id}`.toLowerCase(), options.organisation ?? null, longAgo],
      );
      return id;
    },
    premises: async (house, number, area, options = {}) => {
      const id = newId();
      await sql.query(
        `insert into premises (id, house_id, kind, number, number_key, entrance, area_hundredths, created_at) values ($1,$2,$3,$4,$5,$6,$7,$8)`,
        [
          id,
          house,
          options.kind ?? 'FLAT',
          number,
          numberKey(number),
          options.entrance ?? null,
          Fraction.parse(area).times(Fraction.of(100)).toString(),
          longAgo,
        ],
      );
      return id;
    },
    owns: async (holders, premises, share = '1') => {
      const id = newId();
      const part = Fraction.parse(share);
      const all = typeof holders === 'string' ? [holders] : holders;
      await sql.query(
        'insert into ownership (id, premises_id, share_numerator, share_denominator, joint, since) values ($1,$2,$3,$4,$5,$6)',
        [id, premises, part.numerator, part.denominator, all.length > 1, longAgo],
      );
      for (const holder of all) {
        await sql.query('insert into ownership_holder (ownership_id, person_id) values ($1,$2)', [id, holder]);
      }
      return id;
    },
    dueAssembly: async (house, codes) => {
      const id = newId();
      const now = Date.now();
      const day = 86_400_000;
      await sql.query(
        `insert into assembly (id, house_id, form, legal_mode, state, title, annual, teller_ids, live_counts, time_zone,
           notice_at, opens_at, closes_at, paper_accepted_until, created_at, roll_version)
         values ($1,$2,'SYSTEM','PAPER_BACKED','ANNOUNCED','Собрание',false,'{}','TURNOUT_ONLY','Europe/Moscow',$3,$4,$5,$5,$3,1)`,
        [id, house, new Date(now - 20 * day), new Date(now - day), new Date(now + 10 * day)],
      );
      const itemIds: string[] = [];
      for (const [at, code] of codes.entries()) {
        const item = newId();
        await sql.query(
          `insert into agenda_item (id, assembly_id, position, code, wording, rule) values ($1,$2,$3,$4,$5,'S')`,
          [item, id, at + 1, code, `Вопрос ${at + 1}`],
        );
        itemIds.push(item);
      }
      return { id, itemIds };
    },
    close: async () => sql.end(),
  };
}

/** The global ids that the API speaks. */
export const gid = {
  person: (id: string) => encodeId('Person', id),
  house: (id: string) => encodeId('House', id),
  premises: (id: string) => encodeId('Premises', id),
  ownership: (id: string) => encodeId('Ownership', id),
  assembly: (id: string) => encodeId('Assembly', id),
  agendaItem: (id: string) => encodeId('AgendaItem', id),
  organisation: (id: string) => encodeId('Organisation', id),
};

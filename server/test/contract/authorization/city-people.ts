import { scopes as everyScope, type Scope } from '../../../src/kernel/access.ts';
import { encodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { sealDetails, snilsHash } from '../../../src/modules/identity/person-details.ts';
import type { TestApp } from '../../harness.ts';
import type { World } from '../../world.ts';
import { people, type Person, type Who } from './viewers.ts';

export interface CityPeople {
  readonly organisations: { readonly own: string; readonly other: string };
  readonly houses: { readonly own: string; readonly other: string };
  readonly persons: Readonly<Record<Person | 'child' | 'proxyHolder' | 'teller', string>>;
  readonly accounts: Readonly<Record<Person, string>>;
  tokenOf(who: Person, lacking?: readonly Scope[]): Promise<string>;
  /** A session of its own, for what ends or replaces sessions. */
  session(who: Person): Promise<{ readonly id: string; readonly cookie: string }>;
  resetPassword(who: Person): Promise<void>;
  /** What shows who asks: a cookie, or the token of the column of that name. */
  headersOf(who: Who, lacking: readonly Scope[], ownSession: boolean): Promise<Record<string, string>>;
}

const roles = {
  keeper: 'ASSEMBLY_ADMINISTRATOR',
  otherKeeper: 'ASSEMBLY_ADMINISTRATOR',
  operator: 'CALL_CENTRE_OPERATOR',
  auditor: 'AUDITOR',
  administrator: 'PLATFORM_ADMINISTRATOR',
} as const;

export async function settle({ world: { secrets } }: TestApp, world: World): Promise<CityPeople> {
  const organisationOf = async (name: string, ogrn: string): Promise<string> => {
    const id = await world.organisation(name);
    await world.sql.query('update organisation set ogrn = $2 where id = $1', [id, ogrn]);
    return id;
  };
  const organisations = {
    own: await organisationOf('Своя УК', '1027700132195'),
    other: await organisationOf('Чужая УК', '1000000000000'),
  };
  const houses = {
    own: await world.house('улица Своя', { organisation: organisations.own }),
    other: await world.house('улица Чужая', { organisation: organisations.other }),
  };
  const named = async (name: string) => world.person(name);
  const persons = {
    owner: await named('Владелица'),
    neighbour: await named('Соседка'),
    stranger: await named('Чужой'),
    keeper: await named('Администратор'),
    otherKeeper: await named('Другой'),
    operator: await named('Оператор'),
    auditor: await named('Аудитор'),
    administrator: await named('Главный'),
    child: await world.person('Дитя', { comesOfAgeOn: '2035-01-01' }),
    proxyHolder: await named('Представитель'),
    teller: await named('Счётчик'),
  };
  await world.sql.query('update person set snils_hash = $2, details_sealed = $3 where id = $1', [
    persons.owner,
    snilsHash(secrets, '11223344595'),
    sealDetails(secrets, persons.owner, { snils: '11223344595', birthDate: '1980-05-06', phones: ['+79161234567'] }),
  ]);

  const tokens = new Map<string, string>();
  const tokenOf: CityPeople['tokenOf'] = async (who, lacking = []) => {
    const key = `${who} ${lacking.join()}`;
    const known =
      tokens.get(key) ??
      (await world.token(
        persons[who],
        everyScope.filter((scope) => !lacking.includes(scope)),
      ));
    tokens.set(key, known);
    return known;
  };
  const accounts = {} as Record<Person, string>;
  for (const who of people) {
    await tokenOf(who);
    const { rows } = await world.sql.query<{ id: string }>('select id from account where person_id = $1', [
      persons[who],
    ]);
    accounts[who] = rows[0]?.id ?? '';
    if (who in roles) {
      const organisation =
        who === 'keeper' ? organisations.own : who === 'otherKeeper' ? organisations.other : undefined;
      await world.role(
        persons[who],
        roles[who as keyof typeof roles],
        organisation === undefined ? {} : { organisation },
      );
    }
  }
  const session: CityPeople['session'] = async (who) => {
    const id = newId();
    const secret = `session of ${id}`;
    await world.sql.query(
      `insert into session (id, account_id, secret_hash, created_at, expires_at, address) values ($1,$2,$3,'2026-01-01','2099-01-01',$4)`,
      [id, accounts[who], secrets.hash('session', secret), `of ${who}`],
    );
    return { id: encodeId('Session', id), cookie: `veche_session=${encodeURIComponent(secret)}` };
  };
  const { rows: given } = await world.sql.query<{ password_hash: string }>(
    'select password_hash from account where id = $1',
    [accounts.owner],
  );
  const resetPassword: CityPeople['resetPassword'] = async (who) => {
    await world.sql.query('update account set password_hash = $2 where id = $1', [
      accounts[who],
      given[0]?.password_hash,
    ]);
  };
  const cookies = {} as Record<Person, string>;
  for (const who of people) cookies[who] = (await session(who)).cookie;

  const headersOf = async (
    who: Who,
    lacking: readonly Scope[],
    ownSession: boolean,
  ): Promise<Record<string, string>> => {
    if (who === 'anonymous') return {};
    if (who === 'token') return { authorization: `Bearer ${await tokenOf('administrator', lacking)}` };
    return { cookie: ownSession ? (await session(who)).cookie : cookies[who] };
  };
  return { organisations, houses, persons, accounts, tokenOf, session, resetPassword, headersOf };
}

import { createClient } from 'graphql-ws';
import { WebSocket } from 'ws';
import type { Scope } from '../../../src/kernel/access.ts';
import { scopes as everyScope } from '../../../src/kernel/access.ts';
import { encodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { snilsHash, sealDetails } from '../../../src/modules/identity/person-details.ts';
import { startTestApp, type RawAnswer, type TestApp } from '../../harness.ts';
import { gid, openWorld, type World } from '../../world.ts';
import { people, type Person, type Who } from './viewers.ts';

export interface Ask {
  readonly document: string;
  readonly variables?: Record<string, unknown>;
}

const day = 86_400_000;

/**
 * Two houses of two organisations, with assemblies in every state. The owner has a flat and a minor child with a share;
 * the neighbour lives next door, the stranger in the other house.
 */
export interface City {
  readonly app: TestApp;
  readonly world: World;
  readonly persons: Readonly<Record<Person | 'child' | 'proxyHolder' | 'teller', string>>;
  readonly accounts: Readonly<Record<Person, string>>;
  readonly organisations: { readonly own: string; readonly other: string };
  readonly houses: { readonly own: string; readonly other: string };
  readonly premises: {
    readonly owner: string;
    readonly neighbour: string;
    readonly child: string;
    readonly stranger: string;
  };
  readonly ownerships: { readonly owner: string };
  readonly guardianship: string;
  readonly assemblies: Readonly<Record<AssemblyName, Assembly>>;
  readonly ballots: { readonly electronic: string; readonly paper: string; readonly closed: string };
  readonly proxy: string;
  /** Asks as one of the columns; the token lacks the scopes given. */
  as(who: Who, ask: Ask, lacking: readonly Scope[], ownSession?: boolean): Promise<RawAnswer>;
  /** The first answer of a subscription. */
  firstOf(who: Who, ask: Ask, lacking: readonly Scope[]): Promise<RawAnswer>;
  /** A session of its own, for what ends or replaces sessions. */
  session(who: Person): Promise<{ readonly id: string; readonly cookie: string }>;
  resetPassword(who: Person): Promise<void>;
  tokenOf(who: Person, lacking?: readonly Scope[]): Promise<string>;
  /** A mutation by somebody who may, for what an attempt needs; its object under `field`. */
  made<Made = { id: string }>(
    by: Person,
    mutation: string,
    input: Record<string, unknown>,
    field: string,
    selection?: string,
  ): Promise<Made>;
  /** Another number at every call, for names that may not be taken yet. */
  number(): number;
  stop(): Promise<void>;
}

export const assemblyNames = ['draft', 'announced', 'voting', 'castable', 'abortable', 'closed'] as const;
export type AssemblyName = (typeof assemblyNames)[number];
export interface Assembly {
  readonly id: string;
  readonly version: number;
  readonly agenda: readonly { readonly id: string }[];
}

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
}

const roles = {
  keeper: 'ASSEMBLY_ADMINISTRATOR',
  otherKeeper: 'ASSEMBLY_ADMINISTRATOR',
  operator: 'CALL_CENTRE_OPERATOR',
  auditor: 'AUDITOR',
  administrator: 'PLATFORM_ADMINISTRATOR',
} as const;

async function post(app: TestApp, headers: Record<string, string>, { document, variables }: Ask): Promise<RawAnswer> {
  const response = await fetch(`${app.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'accept-language': 'en', ...headers },
    body: JSON.stringify({ query: document, variables }),
  });
  return (await response.json()) as RawAnswer;
}

/** Over a WebSocket, as a browser would: cookies ride along, a token comes in the parameters of the connection. */
async function firstOf(
  app: TestApp,
  headers: Record<string, string>,
  { document, variables }: Ask,
): Promise<RawAnswer> {
  class Socket extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, { headers: headers['cookie'] === undefined ? {} : { cookie: headers['cookie'] } });
    }
  }
  const client = createClient({
    url: `${app.url.replace('http', 'ws')}/graphql`,
    webSocketImpl: Socket,
    retryAttempts: 0,
    connectionParams: headers['authorization'] === undefined ? {} : { authorization: headers['authorization'] },
  });
  try {
    const answers = client.iterate<Record<string, unknown>>({ query: document, ...(variables ? { variables } : {}) });
    const first = await answers.next();
    await answers.return?.();
    return (first.value ?? {}) as RawAnswer;
  } catch (refused) {
    // The server refuses a subscription with its GraphQL errors.
    return { errors: refused as NonNullable<RawAnswer['errors']> };
  } finally {
    await client.dispose();
  }
}

/** The numbered names of what attempts make, so that no two collide. */
function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}

export async function buildCity(): Promise<City> {
  const app = await startTestApp();
  const world = await openWorld(app);
  const number = counter();
  const { secrets } = app.world;

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
  const tokenOf: City['tokenOf'] = async (who, lacking = []) => {
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
  const session: City['session'] = async (who) => {
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
  const resetPassword: City['resetPassword'] = async (who) => {
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
  const as: City['as'] = async (who, ask, lacking, ownSession = false) =>
    post(app, await headersOf(who, lacking, ownSession), ask);
  const made: City['made'] = async <Made>(
    by: Person,
    mutation: string,
    input: Record<string, unknown>,
    field: string,
    selection = 'id',
  ) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const inputType = mutation === 'abortVoting' ? 'CancelAssemblyInput' : type;
    const document = `mutation ($input: ${inputType}!) { ${mutation}(input: $input) { ${field} { ${selection} } userErrors { code } } }`;
    const answer = await as(by, { document, variables: { input } }, []);
    const payload = answer.data?.[mutation] as (Payload & Record<string, Made | null>) | undefined;
    const object = payload?.[field];
    if (!object) throw new Error(`${mutation} as ${by}: ${JSON.stringify(answer)}`);
    return object;
  };

  const premises = {
    owner: await world.premises(houses.own, '1', '54.30', { entrance: 1 }),
    child: await world.premises(houses.own, '2', '40', { entrance: 1 }),
    neighbour: await world.premises(houses.own, '3', '60', { entrance: 1 }),
    stranger: await world.premises(houses.other, '1', '70', { entrance: 1 }),
  };
  const ownerships = { owner: await world.owns(persons.owner, premises.owner) };
  // The other half has no known owner: a problem of shares.
  await world.owns(persons.child, premises.child, '1/2');
  await world.owns(persons.neighbour, premises.neighbour);
  await world.owns(persons.stranger, premises.stranger);
  const guardianship = newId();
  await world.sql.query(
    `insert into guardianship (id, child_id, parent_id, document, since) values ($1,$2,$3,'свидетельство','2020-01-01')`,
    [guardianship, persons.child, persons.owner],
  );

  const start = app.clock.now();
  const announcedBy = async (name: AssemblyName, opens: number, closes: number): Promise<Assembly> => {
    const drafted = await made<Assembly>(
      'keeper',
      'draftAssembly',
      draftOf(houses.own, persons, name, start, opens, closes),
      'assembly',
      'id version agenda { id }',
    );
    if (name === 'draft') return drafted;
    return made<Assembly>(
      'keeper',
      'announceAssembly',
      { assemblyId: drafted.id, version: drafted.version },
      'assembly',
      'id version agenda { id }',
    );
  };
  const assemblies = {
    draft: await announcedBy('draft', 60, 80),
    announced: await announcedBy('announced', 60, 80),
    voting: await announcedBy('voting', 15, 60),
    castable: await announcedBy('castable', 15, 60),
    abortable: await announcedBy('abortable', 15, 60),
    closed: await announcedBy('closed', 15, 25),
  };
  const proxy = await made<{ id: string }>('keeper', 'registerProxy', proxyOf(houses.own, persons, start), 'proxy');

  app.clock.set(start + 16 * day);
  await app.clockwork.tick();
  const cast = async (name: AssemblyName): Promise<string> => {
    const submission = await made<{ ballots: { id: string }[] }>(
      'owner',
      'castBallot',
      {
        assemblyId: assemblies[name].id,
        premisesIds: [gid.premises(premises.owner)],
        votes: assemblies[name].agenda.map(({ id }) => ({ agendaItemId: id, answer: 'FOR' })),
        idempotencyKey: `city-cast-${name}`,
      },
      'submission',
      'ballots { id }',
    );
    return submission.ballots[0]?.id ?? '';
  };
  const electronic = await cast('voting');
  const closed = await cast('closed');
  const paper = await made<{ ballots: { id: string }[] }>(
    'keeper',
    'enterPaperBallot',
    {
      assemblyId: assemblies.voting.id,
      ownerId: gid.person(persons.neighbour),
      premisesId: gid.premises(premises.neighbour),
      handedOverAt: new Date(app.clock.now()).toISOString(),
      votes: assemblies.voting.agenda.map(({ id }) => ({ agendaItemId: id, marks: ['AGAINST'] })),
      idempotencyKey: 'city-paper',
    },
    'submission',
    'ballots { id }',
  );
  await made(
    'keeper',
    'correctArea',
    { premisesId: gid.premises(premises.child), area: '41', document: 'план' },
    'premises',
  );
  app.clock.set(start + 26 * day);
  await app.clockwork.tick();
  await as(
    'operator',
    {
      document: `mutation ($id: ID!) { revealPerson(input: { personId: $id, fields: [PHONES], reason: "звонок жителя" }) { userErrors { code } } }`,
      variables: { id: gid.person(persons.owner) },
    },
    [],
  );

  return {
    app,
    world,
    persons,
    accounts,
    organisations,
    houses,
    premises,
    ownerships,
    guardianship,
    assemblies,
    ballots: { electronic, closed, paper: paper.ballots[0]?.id ?? '' },
    proxy: proxy.id,
    as,
    firstOf: async (who, ask, lacking) => firstOf(app, await headersOf(who, lacking, false), ask),
    session,
    resetPassword,
    tokenOf,
    made,
    number,
    stop: async () => {
      await world.close();
      await app.stop();
    },
  };
}

/** A lawful draft of the own house; moments are days from `start`. */
export function draftOf(
  house: string,
  persons: City['persons'],
  title: string,
  start: number,
  opens: number,
  closes: number,
): Record<string, unknown> {
  const at = (days: number) => new Date(start + days * day).toISOString();
  return {
    houseId: gid.house(house),
    form: 'SYSTEM',
    fourEyes: title === 'announced',
    title,
    initiatorPersonId: gid.person(persons.owner),
    administratorPersonId: gid.person(persons.keeper),
    chairId: gid.person(persons.neighbour),
    secretaryId: gid.person(persons.owner),
    tellerIds: [gid.person(persons.teller)],
    handedToAdministratorAt: at(0),
    opensAt: at(opens),
    closesAt: at(closes),
    agenda: [{ code: '4.1', wording: 'Утвердить текущий ремонт кровли' }],
  };
}

export function proxyOf(house: string, persons: City['persons'], start: number): Record<string, unknown> {
  return {
    houseId: gid.house(house),
    ownerId: gid.person(persons.owner),
    holderId: gid.person(persons.proxyHolder),
    documentKind: 'доверенность',
    documentNumber: '77 АБ 1234567',
    validFrom: new Date(start).toISOString(),
    validUntil: new Date(start + 300 * day).toISOString(),
  };
}

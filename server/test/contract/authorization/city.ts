import type { Scope } from '../../../src/kernel/access.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { startTestApp, type RawAnswer, type TestApp } from '../../harness.ts';
import { gid, openWorld, type World } from '../../world.ts';
import { firstOf, post, type Ask } from './city-asking.ts';
import { holdAssemblies, type CityAssemblies, type Make } from './city-assemblies.ts';
import { settle, type CityPeople } from './city-people.ts';
import type { Person, Who } from './viewers.ts';

/**
 * Two houses of two organisations, with assemblies in every state. The owner has a flat and a minor child with a share;
 * the neighbour lives next door, the stranger in the other house.
 */
export interface City extends CityPeople, CityAssemblies {
  readonly app: TestApp;
  readonly world: World;
  readonly premises: {
    readonly owner: string;
    readonly neighbour: string;
    readonly child: string;
    readonly stranger: string;
  };
  readonly ownerships: { readonly owner: string };
  readonly guardianship: string;
  /** Asks as one of the columns; the token lacks the scopes given. */
  as(who: Who, ask: Ask, lacking: readonly Scope[], ownSession?: boolean): Promise<RawAnswer>;
  /** The first answer of a subscription. */
  firstOf(who: Who, ask: Ask, lacking: readonly Scope[]): Promise<RawAnswer>;
  /** A mutation by somebody who may, for what an attempt needs; its object under `field`. */
  readonly made: Make;
  /** Another number at every call, for names that may not be taken yet. */
  number(): number;
  stop(): Promise<void>;
}

interface Payload {
  readonly userErrors: readonly { readonly code: string }[];
}

/** The numbered names of what attempts make, so that no two collide. */
function counter(): () => number {
  let count = 0;
  return () => (count += 1);
}

export async function buildCity(): Promise<City> {
  const app = await startTestApp();
  const world = await openWorld(app);
  const settled = await settle(app, world);
  const { houses, persons } = settled;
  const as: City['as'] = async (who, ask, lacking, ownSession = false) =>
    post(app, await settled.headersOf(who, lacking, ownSession), ask);
  const made: Make = async <Made>(
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

  const held = await holdAssemblies(app, settled, premises, made);
  await as(
    'operator',
    {
      document: `mutation ($id: ID!) { revealPerson(input: { personId: $id, fields: [PHONES], reason: "звонок жителя" }) { userErrors { code } } }`,
      variables: { id: gid.person(persons.owner) },
    },
    [],
  );

  return {
    ...settled,
    ...held,
    app,
    world,
    premises,
    ownerships,
    guardianship,
    as,
    firstOf: async (who, ask, lacking) => firstOf(app, await settled.headersOf(who, lacking, false), ask),
    made,
    number: counter(),
    stop: async () => {
      await world.close();
      await app.stop();
    },
  };
}

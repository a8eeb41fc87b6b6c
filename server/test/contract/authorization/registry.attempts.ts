import { newId } from '../../../src/kernel/new-id.ts';
import { byId, gid, list, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

const owner = (city: City): string => gid('Person', city.persons.owner);
const house = (city: City): string => gid('House', city.houses.own);
const flat = (city: City): string => gid('Premises', city.premises.owner);
const title = { kind: 'ЕГРН' };

/** Premises of the owner's house that nothing else depends on. */
async function sparePremises(city: City): Promise<string> {
  return city.world.premises(city.houses.own, String(1000 + city.number()), '10');
}

async function spareOwnership(city: City): Promise<string> {
  return city.world.owns(city.persons.neighbour, await sparePremises(city));
}

/** A minor who owns something in the owner's house. */
async function spareChild(city: City): Promise<string> {
  const child = await city.world.person(`Дитя ${city.number()}`, { comesOfAgeOn: '2035-01-01' });
  await city.world.owns(child, await sparePremises(city));
  return child;
}

async function versionOf(city: City, table: 'house' | 'premises', id: string): Promise<number> {
  const { rows } = await city.world.sql.query<{ version: number }>(`select version from ${table} where id = $1`, [id]);
  return rows[0]?.version ?? 0;
}

/** Of the owner, as anybody reaches her who sees the assembly that she convened. */
function ofInitiator(selection: string, path: readonly string[]): Attempt {
  return byId(
    'assembly',
    (city) => city.assemblies.voting.id,
    `initiatorPerson { ${selection} }`,
    (answer) => answer.at('initiatorPerson', ...path).isThere,
    { lacking: ['people:read'] },
  );
}

export const registryAttempts: Readonly<Record<string, Attempt>> = {
  'Query.houses': list('houses', house),
  'Query.house': byId('house', house),
  'Query.premises': byId('premises', flat),
  'Query.persons': list('persons', owner),
  'Query.person': byId('person', owner),
  'Query.myOwnerships': {
    ask: () => ({ document: '{ myOwnerships { id } }' }),
    sees: (answer, city) => answer.at('id').has(gid('Ownership', city.ownerships.owner)),
  },
  'Mutation.createHouse': mutation('createHouse', (city) => ({
    settlement: 'г. Москва',
    street: 'ул. Новая',
    number: String(city.number()),
    organisationId: gid('Organisation', city.organisations.own),
  })),
  'Mutation.amendHouse': mutation('amendHouse', async (city) => ({
    houseId: house(city),
    version: await versionOf(city, 'house', city.houses.own),
    storeys: 5 + (city.number() % 10),
  })),
  'Mutation.assignHouse': mutation('assignHouse', async (city) => ({
    houseId: gid('House', await city.world.house(`улица Ничья ${city.number()}`)),
    organisationId: gid('Organisation', city.organisations.own),
  })),
  'Mutation.addPremises': mutation('addPremises', (city) => ({
    houseId: house(city),
    kind: 'FLAT',
    number: String(2000 + city.number()),
    area: '10',
  })),
  'Mutation.amendPremises': mutation('amendPremises', async (city) => {
    const premises = await sparePremises(city);
    return { premisesId: gid('Premises', premises), version: await versionOf(city, 'premises', premises), floor: 2 };
  }),
  'Mutation.correctArea': mutation('correctArea', async (city) => ({
    premisesId: gid('Premises', await sparePremises(city)),
    area: '11',
    document: 'план',
  })),
  'Mutation.recordOwnership': mutation('recordOwnership', async (city) => ({
    premisesId: gid('Premises', await sparePremises(city)),
    holderIds: [gid('Person', city.persons.neighbour)],
    share: '1',
    title,
  })),
  'Mutation.endOwnership': mutation('endOwnership', async (city) => ({
    ownershipId: gid('Ownership', await spareOwnership(city)),
  })),
  'Mutation.recordTransfer': mutation('recordTransfer', async (city) => ({
    ownershipId: gid('Ownership', await spareOwnership(city)),
    toIds: [gid('Person', city.persons.teller)],
    title,
  })),
  'Mutation.recordGuardianship': mutation('recordGuardianship', async (city) => ({
    childId: gid('Person', await spareChild(city)),
    parentId: gid('Person', city.persons.neighbour),
    document: 'свидетельство',
  })),
  'Mutation.endGuardianship': mutation('endGuardianship', async (city) => {
    const id = newId();
    await city.world.sql.query(
      `insert into guardianship (id, child_id, parent_id, document, since) values ($1,$2,$3,'x','2020-01-01')`,
      [id, await spareChild(city), city.persons.neighbour],
    );
    return { guardianshipId: gid('Guardianship', id) };
  }),

  'Person.snilsMasked': ofInitiator('snilsMasked', ['snilsMasked']),
  'Person.ownerships': ofInitiator('ownerships { id }', ['ownerships']),
  'Person.children': ofInitiator('children { id }', ['children']),
  'Guardianship.document': ofInitiator('children { document }', ['children', 'document']),
  'Guardianship.child': ofInitiator('children { child { id } }', ['children', 'child']),
  'Guardianship.parent': ofInitiator('children { parent { id } }', ['children', 'parent']),
  'Person.parents': byId(
    'node',
    (city) => gid('Person', city.persons.child),
    '... on Person { parents { id } }',
    (answer) => answer.at('parents').isThere,
    { lacking: ['people:read'] },
  ),
  'House.premises': byId(
    'house',
    house,
    'premises(first: 100) { nodes { id } }',
    (answer, city) => answer.at('premises', 'nodes', 'id').has(flat(city)),
    {
      lacking: ['houses:read'],
    },
  ),
  'House.shareProblems': byId(
    'house',
    house,
    'shareProblems(first: 100) { nodes { premises { id } } }',
    (answer, city) => answer.at('shareProblems', 'nodes', 'premises', 'id').has(gid('Premises', city.premises.child)),
    { lacking: ['houses:read'] },
  ),
  'Premises.ownerships': byId(
    'premises',
    flat,
    'ownerships { id }',
    (answer, city) => answer.at('ownerships', 'id').has(gid('Ownership', city.ownerships.owner)),
    { lacking: ['houses:read'] },
  ),
  'Ownership.holders': byId(
    'premises',
    flat,
    'ownerships { holders { id } }',
    (answer, city) => answer.at('ownerships', 'holders', 'id').has(owner(city)),
    { lacking: ['people:read'] },
  ),
};

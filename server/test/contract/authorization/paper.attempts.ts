import { decodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

const voting = (city: City): string => city.assemblies.voting.id;

const runs = new WeakMap<City, Promise<string>>();

/** A run of the keeper's, for the ballots of the owner alone. */
async function printRun(city: City): Promise<string> {
  const known = runs.get(city) ?? written(city);
  runs.set(city, known);
  return known;
}

async function written(city: City): Promise<string> {
  const made = await city.made<{ id: string }>(
    'keeper',
    'printBallots',
    {
      assemblyId: voting(city),
      ownerId: gid('Person', city.persons.owner),
      idempotencyKey: `attempt-${city.number()}-${newId()}`,
    },
    'printRun',
  );
  return made.id;
}

function shown(selection: string, path: readonly string[], lacking: Attempt['lacking']): Attempt {
  return {
    root: 'node',
    ...(lacking ? { lacking } : {}),
    ask: async (city) => ({
      document: `query ($id: ID!) { node(id: $id) { id ... on PrintRun { ${selection} } } }`,
      variables: { id: await printRun(city) },
    }),
    sees: (answer) => answer.at(...path).isThere,
  };
}

export const paperAttempts: Readonly<Record<string, Attempt>> = {
  'Query.node:PrintRun': shown('state', ['id'], ['assemblies:read']),
  'Mutation.printBallots': mutation('printBallots', (city) => ({
    assemblyId: voting(city),
    idempotencyKey: `attempt-${city.number()}`,
  })),
  'Mutation.printBlankBallots': mutation('printBlankBallots', (city) => ({
    assemblyId: voting(city),
    copies: 1,
    idempotencyKey: `attempt-${city.number()}`,
  })),
  'Assembly.printRuns': {
    root: 'assembly',
    lacking: ['assemblies:read'],
    ask: async (city) => {
      await printRun(city);
      return {
        document: 'query ($id: ID!) { assembly(id: $id) { printRuns(last: 1) { nodes { id } } } }',
        variables: { id: voting(city) },
      };
    },
    sees: (answer) => answer.at('printRuns', 'nodes', 'id').isThere,
  },
  'PrintRun.owner': shown('owner { id }', ['owner', 'id'], ['people:read']),
  'PrintRun.faultOwner': {
    ...shown('faultOwner { id }', ['faultOwner', 'id'], ['people:read']),
    ask: async (city) => {
      const id = await printRun(city);
      await city.world.sql.query('update print_run set fault_ballot = 1 where id = $1', [decodeId('PrintRun', id)]);
      return {
        document: 'query ($id: ID!) { node(id: $id) { id ... on PrintRun { faultOwner { id } } } }',
        variables: { id },
      };
    },
  },
  'PrintRun.requestedBy': shown('requestedBy { id }', ['requestedBy', 'id'], ['people:read']),
};

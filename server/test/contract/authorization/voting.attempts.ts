import { byId, gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

const voting = (city: City): string => city.assemblies.voting.id;
const marks = (city: City, name: 'voting' | 'castable') =>
  city.assemblies[name].agenda.map(({ id }) => ({ agendaItemId: id, marks: ['FOR'] }));

function paperOf(city: City, name: 'voting' | 'castable'): Record<string, unknown> {
  return {
    assemblyId: city.assemblies[name].id,
    ownerId: gid('Person', city.persons.neighbour),
    premisesId: gid('Premises', city.premises.neighbour),
    handedOverAt: new Date(city.app.clock.now()).toISOString(),
    votes: marks(city, name),
    idempotencyKey: `attempt-${city.number()}`,
  };
}

/** A ballot of the neighbour that counts, whatever became of the ones before it. */
export async function countedBallot(city: City, enteredBy: 'keeper' | 'administrator' = 'keeper'): Promise<string> {
  const { rows } = await city.world.sql.query<{ id: string }>(
    `select b.id from ballot b join assembly a on a.id = b.assembly_id where a.title = 'castable' and b.owner_id = $1 and b.state = 'COUNTED'`,
    [city.persons.neighbour],
  );
  if (rows[0]) return gid('Ballot', rows[0].id);
  const submission = await city.made<{ ballots: { id: string }[] }>(
    enteredBy,
    'enterPaperBallot',
    paperOf(city, 'castable'),
    'submission',
    'ballots { id }',
  );
  return submission.ballots[0]?.id ?? '';
}

function ofBallot(
  ballot: (city: City) => string,
  selection: string,
  path: readonly string[],
  lacking: Attempt['lacking'] = ['ballots:read'],
): Attempt {
  return byId('ballot', ballot, selection, (answer) => answer.at(...path).isThere, { lacking });
}

const electronic = (city: City): string => city.ballots.electronic;

export const votingAttempts: Readonly<Record<string, Attempt>> = {
  'Query.ballots': byId(
    'ballots',
    voting,
    'nodes { id }',
    (answer, city) => answer.at('nodes', 'id').has(city.ballots.electronic),
    {
      ask: (city) => ({
        document: 'query ($id: ID!) { ballots(assemblyId: $id, first: 100) { nodes { id } } }',
        variables: { id: voting(city) },
      }),
    },
  ),
  'Query.ballotsByCode': {
    ask: async (city) => {
      const receipt = {
        document: 'query ($id: ID!) { ballot(id: $id) { receipt } }',
        variables: { id: electronic(city) },
      };
      const { data } = await city.as('owner', receipt, []);
      return {
        document: 'query ($code: String!) { ballotsByCode(code: $code) { id } }',
        variables: { code: (data?.['ballot'] as { receipt: string } | undefined)?.receipt },
      };
    },
    sees: (answer, city) => answer.at('id').has(electronic(city)),
  },
  'Query.notYetVoted': {
    ask: (city) => ({
      document: 'query ($id: ID!) { notYetVoted(assemblyId: $id, first: 100) { nodes { id } } }',
      variables: { id: voting(city) },
    }),
    sees: (answer) => answer.at('nodes', 'id').isThere,
  },
  'Query.ballot': byId('ballot', electronic),
  'Query.myBallots': {
    ask: () => ({ document: '{ myBallots(first: 100) { nodes { id } } }' }),
    sees: (answer, city) => answer.at('nodes', 'id').has(city.ballots.electronic),
  },
  'Query.myVotingRights': byId('myVotingRights', voting, 'ownershipId', (answer, city) =>
    answer.at('ownershipId').has(gid('Ownership', city.ownerships.owner)),
  ),
  'Mutation.castBallot': mutation('castBallot', (city) => ({
    assemblyId: city.assemblies.castable.id,
    ownerId: gid('Person', city.persons.owner),
    premisesIds: [gid('Premises', city.premises.owner)],
    votes: city.assemblies.castable.agenda.map(({ id }) => ({ agendaItemId: id, answer: 'FOR' })),
    idempotencyKey: `attempt-${city.number()}`,
  })),
  'Mutation.enterPaperBallot': mutation('enterPaperBallot', (city) => paperOf(city, 'voting')),
  'Subscription.countChanged': {
    ask: (city) => ({
      document: 'subscription ($id: ID!) { countChanged(assemblyId: $id) { sequence assembly { id } } }',
      variables: { id: voting(city) },
    }),
  },
  'Subscription.ballotFeed': {
    ask: (city) => ({
      document: 'subscription ($id: ID!) { ballotFeed(assemblyId: $id) { sequence entries { id } } }',
      variables: { id: voting(city) },
    }),
  },

  'VotingRight.owner': byId(
    'myVotingRights',
    voting,
    'owner { id }',
    (answer, city) => answer.at('owner', 'id').has(gid('Person', city.persons.owner)),
    {
      lacking: ['ballots:read'],
    },
  ),
  'Ballot.owner': ofBallot(electronic, 'owner { displayName }', ['owner', 'displayName'], ['people:read']),
  'Ballot.actedBy': ofBallot(electronic, 'actedBy { displayName }', ['actedBy', 'displayName'], ['people:read']),
  'Ballot.receipt': ofBallot(electronic, 'receipt', ['receipt']),
  'Ballot.votes:electronic': ofBallot(electronic, 'votes { marks }', ['votes']),
  'Ballot.votes:paper': ofBallot((city) => city.ballots.paper, 'votes { marks }', ['votes']),
  'Ballot.votes:closed': ofBallot((city) => city.ballots.closed, 'votes { marks }', ['votes']),
};

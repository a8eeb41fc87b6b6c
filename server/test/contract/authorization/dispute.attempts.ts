import { byId, gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';
import { countedBallot } from './voting.attempts.ts';

const closed = (city: City): string => city.assemblies.closed.id;
const statement = 'это не моё решение';

async function disputes(city: City, where: string, value: string): Promise<readonly { id: string; state: string }[]> {
  const { rows } = await city.world.sql.query<{ id: string; state: string }>(
    `select d.id, d.state from dispute d join ballot b on b.id = d.ballot_id where ${where} = $1`,
    [value],
  );
  return rows;
}

/** The owner's, over a ballot of the closed assembly. */
export async function openDispute(city: City): Promise<string> {
  const known = await disputes(city, 'd.assembly_id', (await assemblyOf(city, 'closed')) ?? '');
  if (!known[0]) {
    await city.made('owner', 'openDispute', { ballotId: city.ballots.closed, statement }, 'ballot');
    return openDispute(city);
  }
  return gid('Dispute', known[0].id);
}

async function assemblyOf(city: City, title: string): Promise<string | undefined> {
  const { rows } = await city.world.sql.query<{ id: string }>('select id from assembly where title = $1', [title]);
  return rows[0]?.id;
}

/** The neighbour's, that nobody has answered; what was answered before makes room for another ballot. */
async function undecidedBallot(city: City): Promise<string> {
  const ballotId = await countedBallot(city);
  const { rows } = await city.world.sql.query<{ id: string; state: string | null }>(
    `select b.id, d.state from ballot b left join dispute d on d.ballot_id = b.id join assembly a on a.id = b.assembly_id
      where a.title = 'castable' and b.owner_id = $1 and b.state = 'COUNTED'`,
    [city.persons.neighbour],
  );
  const [found] = rows;
  if (found?.state === 'OPEN') return ballotId;
  if (found?.state == null) {
    await city.made('neighbour', 'openDispute', { ballotId, statement }, 'ballot');
    return ballotId;
  }
  await city.world.sql.query(`update ballot set state = 'ANNULLED', reason = 'SOLD_BEFORE' where id = $1`, [found.id]);
  return undecidedBallot(city);
}

/** The neighbour's, answered by the keeper. */
async function answeredDispute(city: City): Promise<string> {
  const sql = `select d.id from dispute d join ballot b on b.id = d.ballot_id where d.state = 'REJECTED' and cardinality(d.evidence_file_ids) > 0 and b.owner_id = $1`;
  const { rows } = await city.world.sql.query<{ id: string }>(sql, [city.persons.neighbour]);
  if (rows[0]) return gid('Dispute', rows[0].id);
  const upload = await fetch(`${city.app.url}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await city.tokenOf('keeper')}`, 'x-file-name': 'act.txt' },
    body: 'подпись её',
  });
  const { id } = (await upload.json()) as { id: string };
  const answer = {
    ballotId: await undecidedBallot(city),
    evidence: 'скан',
    evidenceFileIds: [id],
    reason: 'подпись её',
  };
  await city.made('keeper', 'rejectDispute', answer, 'ballot');
  return answeredDispute(city);
}

const answers = new WeakMap<City, Promise<string>>();
async function answered(city: City): Promise<string> {
  const known = answers.get(city) ?? answeredDispute(city);
  answers.set(city, known);
  return known;
}
const opens = new WeakMap<City, Promise<string>>();
async function opened(city: City): Promise<string> {
  const known = opens.get(city) ?? openDispute(city);
  opens.set(city, known);
  return known;
}

function shown(
  dispute: (city: City) => Promise<string>,
  selection: string,
  path: readonly string[],
  lacking: Attempt['lacking'] = ['ballots:read'],
): Attempt {
  return {
    root: 'node',
    lacking: lacking ?? [],
    ask: async (city) => ({
      document: `query ($id: ID!) { node(id: $id) { id ... on Dispute { ${selection} } } }`,
      variables: { id: await dispute(city) },
    }),
    sees: (answer) => answer.at(...path).isThere,
  };
}

export const disputeAttempts: Readonly<Record<string, Attempt>> = {
  'Query.node:Dispute': shown(opened, 'state', ['id']),
  'Query.disputes': {
    ask: async (city) => {
      await opened(city);
      return {
        document: 'query ($id: ID!) { disputes(assemblyId: $id, first: 10) { nodes { id } } }',
        variables: { id: closed(city) },
      };
    },
    sees: (answer) => answer.at('nodes', 'id').isThere,
  },
  'Mutation.openDispute': mutation('openDispute', (city) => ({ ballotId: city.ballots.electronic, statement })),
  'Mutation.upholdDispute': mutation('upholdDispute', async (city) => ({
    ballotId: await undecidedBallot(city),
    evidence: 'заявление собственника',
  })),
  'Mutation.rejectDispute': mutation('rejectDispute', async (city) => ({
    ballotId: await undecidedBallot(city),
    evidence: 'скан',
    reason: 'подпись её',
  })),
  'Ballot.dispute': {
    root: 'ballot',
    lacking: ['ballots:read'],
    ask: async (city) => {
      await opened(city);
      return {
        document: 'query ($id: ID!) { ballot(id: $id) { dispute { id } } }',
        variables: { id: city.ballots.closed },
      };
    },
    sees: (answer) => answer.at('dispute', 'id').isThere,
  },
  'Dispute.ballot': shown(opened, 'ballot { id }', ['ballot', 'id']),
  'Dispute.statement': shown(opened, 'statement', ['statement']),
  'Dispute.openedBy': shown(opened, 'openedBy { id }', ['openedBy', 'id'], ['people:read']),
  'Dispute.decidedBy': shown(answered, 'decidedBy { id }', ['decidedBy', 'id'], ['people:read']),
  'Dispute.evidenceFiles': shown(answered, 'evidenceFiles { url }', ['evidenceFiles', 'url']),
  'Assembly.disputedRecount': byId(
    'assembly',
    closed,
    'disputedRecount { ballotsLeftOut }',
    (answer) => answer.at('disputedRecount').isThere,
    {
      lacking: ['assemblies:read'],
      ask: async (city) => {
        await opened(city);
        return {
          document: 'query ($id: ID!) { assembly(id: $id) { disputedRecount { ballotsLeftOut } } }',
          variables: { id: closed(city) },
        };
      },
    },
  ),
  'Assembly.openDisputes': byId('assembly', closed, 'openDisputes', (answer) => answer.at('openDisputes').isThere, {
    lacking: ['ballots:read'],
  }),
  'Query.myMessages': {
    ask: () => ({ document: '{ myMessages(first: 100) { nodes { ballot { id } } } }' }),
    sees: (answer, city) => answer.at('nodes', 'ballot', 'id').has(city.ballots.electronic),
  },
  'Query.myUnreadMessages': { ask: () => ({ document: '{ myUnreadMessages }' }) },
  'Mutation.markMessagesRead': mutation('markMessagesRead', async (city) => {
    const { rows } = await city.world.sql.query<{ id: string }>('select id from message where person_id = $1', [
      city.persons.owner,
    ]);
    return { messageIds: rows.map(({ id }) => gid('Message', id)) };
  }),
  'Message.ballot': {
    root: 'myMessages',
    lacking: ['ballots:read'],
    ask: () => ({ document: '{ myMessages(first: 100) { nodes { ballot { id } } } }' }),
    sees: (answer, city) => answer.at('nodes', 'ballot', 'id').has(city.ballots.electronic),
  },
};

import { decodeId } from '../../../src/kernel/global-id.ts';
import { byId, gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';
import type { Who } from './viewers.ts';
import { countedBallot } from './voting.attempts.ts';

const voting = (city: City): string => city.assemblies.voting.id;

/** The neighbour's, entered just now by somebody else than who tries. */
async function freshPaper(city: City, who: Who): Promise<string> {
  await city.world.sql.query(
    `update ballot b set state = 'ANNULLED', reason = 'SOLD_BEFORE' from assembly a
      where a.id = b.assembly_id and a.title = 'castable' and b.owner_id = $1 and b.state = 'COUNTED'`,
    [city.persons.neighbour],
  );
  return countedBallot(city, who === 'keeper' ? 'administrator' : 'keeper');
}

const repairs = new WeakMap<City, Promise<unknown>>();
/** One of its defects rests on a file. */
async function repairedWithFile(city: City): Promise<void> {
  await city.world.sql.query(
    `with file as (insert into stored_file (id, sha256, file_name, media_type, size, uploaded_by, uploaded_at)
         values (gen_random_uuid(), repeat('a', 64), 'акт.pdf', 'application/pdf', 1, gen_random_uuid(), now()) returning id)
     insert into defect_repair (id, assembly_id, submission_id, ballot_id, kind, way, repaired_by_id, at, note, evidence_file_ids)
       select gen_random_uuid(), b.assembly_id, b.submission_id, b.id, 'FOUR_EYES_OFF', 'SECOND_PERSON', b.owner_id, now(), 'акт', array[file.id]
         from ballot b, file where b.id = $1`,
    [decodeId('Ballot', city.ballots.paper)],
  );
}

/** The neighbour's paper, which they confirmed. */
async function repaired(city: City): Promise<string> {
  const { paper } = city.ballots;
  const known =
    repairs.get(city) ??
    repairedWithFile(city).then(async () => city.made('neighbour', 'confirmBallot', { ballotId: paper }, 'ballot'));
  repairs.set(city, known);
  await known;
  return paper;
}

export const defectAttempts: Readonly<Record<string, Attempt>> = {
  'Query.defectiveBallots': {
    ask: (city) => ({
      document: 'query ($id: ID!) { defectiveBallots(assemblyId: $id, first: 100) { nodes { id } } }',
      variables: { id: voting(city) },
    }),
    sees: (answer, city) => answer.at('nodes', 'id').has(city.ballots.paper),
  },
  'Mutation.repairDefect': mutation('repairDefect', async (city, who) => ({
    ballotId: await freshPaper(city, who),
    kind: 'FOUR_EYES_OFF',
    note: 'сверено с бланком',
  })),
  'Mutation.confirmBallot': mutation('confirmBallot', async (city, who) => ({ ballotId: await freshPaper(city, who) })),
  'Assembly.robustCount': byId(
    'assembly',
    voting,
    'robustCount { turnout { ballots } }',
    (answer) => answer.at('robustCount', 'turnout').isThere,
    { lacking: ['assemblies:read'] },
  ),
  'RobustCount.tally': byId(
    'assembly',
    voting,
    'robustCount { tally { ballots } }',
    (answer) => answer.at('robustCount', 'tally').isThere,
    { lacking: ['assemblies:read'] },
  ),
  'Ballot.defects': byId(
    'ballot',
    (city) => city.ballots.paper,
    'defects { kind note }',
    (answer) => answer.at('defects', 'kind').isThere,
    { lacking: ['ballots:read'] },
  ),
  'Defect.evidenceFiles': {
    root: 'ballot',
    lacking: ['ballots:read'],
    ask: async (city) => ({
      document: 'query ($id: ID!) { ballot(id: $id) { defects { evidenceFiles { url } } } }',
      variables: { id: await repaired(city) },
    }),
    sees: (answer) => answer.at('defects', 'evidenceFiles', 'url').isThere,
  },
  'Defect.repairedBy': {
    root: 'ballot',
    lacking: ['people:read'],
    ask: async (city) => ({
      document: 'query ($id: ID!) { ballot(id: $id) { defects { repairedBy { id } } } }',
      variables: { id: await repaired(city) },
    }),
    sees: (answer, city) => answer.at('defects', 'repairedBy', 'id').has(gid('Person', city.persons.neighbour)),
  },
};

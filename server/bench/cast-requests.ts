import { createHash, randomUUID } from 'node:crypto';
import { encodeId } from '../src/kernel/global-id.ts';
import { newId } from '../src/kernel/new-id.ts';
import type { BareBallot } from './bare-cast.ts';
import { graphqlRequest, type GraphqlBody } from './http-request.ts';
import { tokenOf, type Voter } from './voting-world.ts';

const castBallot = `mutation CastBallot($input: CastBallotInput!) {
  castBallot(input: $input) {
    submission { id receipt }
    userErrors { code field message }
  }
}`;

const answers = [
  ['FOR', '1'],
  ['AGAINST', '2'],
  ['ABSTAIN', '4'],
] as const;

function answerOf(voter: Voter, item: number): (typeof answers)[number] {
  return answers[(voter.n + item) % answers.length] ?? answers[0];
}

/** A whole ballot of each voter: signed in by a token, every item answered, with a key and a receipt. */
export function castBodies(voters: readonly Voter[], agendas: ReadonlyMap<string, readonly string[]>): Uint8Array[] {
  return voters.map((voter) => graphqlRequest(castBody(voter, agendas), tokenOf(voter.n)));
}

export function castBody(voter: Voter, agendas: ReadonlyMap<string, readonly string[]>): GraphqlBody {
  const items = agendas.get(voter.assemblyId) ?? [];
  const input = {
    assemblyId: encodeId('Assembly', voter.assemblyId),
    premisesIds: [encodeId('Premises', voter.premisesId)],
    votes: items.map((id, at) => ({ agendaItemId: encodeId('AgendaItem', id), answer: answerOf(voter, at)[0] })),
    idempotencyKey: randomUUID(),
  };
  return { query: castBallot, variables: { input } };
}

/** The rows that castBallot writes, as many as wanted. */
export function bareRows(voters: readonly Voter[], count: number): BareBallot[] {
  const rows: BareBallot[] = [];
  while (rows.length < count) for (const voter of voters.slice(0, count - rows.length)) rows.push(bareRow(voter));
  return rows;
}

function bareRow(voter: Voter): BareBallot {
  const { assemblyId, premisesId, entryId, personId, accountId, tokenId } = voter;
  const [ballotId, submissionId, key] = [newId(), newId(), randomUUID()];
  // As random as those of the roll, and new: bare rows are more than there are voters.
  const lineageId = randomUUID();
  const sheet = Array.from({ length: 5 }, (_, at) => answerOf(voter, at)[1]).join('');
  const ids = JSON.stringify({ assembly: assemblyId, submission: submissionId, ballots: [ballotId] });
  return {
    ballot: [ballotId, assemblyId, submissionId, premisesId, entryId, lineageId, personId, personId, sheet, new Date()],
    journal: [new Date(), accountId, tokenId, ids, key, createHash('sha256').update(key).digest(), randomUUID()],
  };
}

/** A table without anything: for PostGraphile's bare insert. */
export const plainTable = `set role veche_owner;
  create table plain_ballot (id uuid primary key default uuidv7(), assembly_id uuid not null, owner_id uuid not null,
    sheet text not null, received_at timestamptz not null default now())`;

export function plainInsert(voters: readonly Voter[]): Uint8Array[] {
  const query = `mutation Insert($input: CreatePlainBallotInput!) {
    createPlainBallot(input: $input) { plainBallot { rowId } }
  }`;
  return voters.map(({ assemblyId, personId }) =>
    graphqlRequest({ query, variables: { input: { plainBallot: { assemblyId, ownerId: personId, sheet: '12412' } } } }),
  );
}

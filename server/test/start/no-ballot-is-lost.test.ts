import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessUrl, readAccess } from '../../src/adapters/database/cluster-access.ts';
import { deriveSecrets } from '../../src/adapters/secrets.ts';
import { decodeId } from '../../src/kernel/global-id.ts';
import { gid, openWorld } from '../world.ts';
import { askDatabase, postgresPid, serverPid, startVeche, testHome } from './running-veche.ts';

const secret = 'a secret of the tests, at least thirty-two bytes long';
const voters = 120;

interface Voter {
  readonly token: string;
  readonly premisesId: string;
}

const mutation = `mutation ($input: CastBallotInput!) {
  castBallot(input: $input) { submission { id } userErrors { code } } }`;

/** The id of the submission, when the server said that it accepted it; undefined when it never answered. */
async function cast(url: string, voter: Voter, assemblyId: string, agendaItemId: string): Promise<string | undefined> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${voter.token}` },
    body: JSON.stringify({
      query: mutation,
      variables: {
        input: {
          assemblyId,
          premisesIds: [voter.premisesId],
          votes: [{ agendaItemId, answer: 'FOR' }],
          idempotencyKey: `vote-${voter.premisesId}`,
        },
      },
    }),
  }).catch(() => undefined);
  const body = (await response?.json().catch(() => undefined)) as
    | { data?: { castBallot: { submission: { id: string } | null } } }
    | undefined;
  return body?.data?.castBallot.submission?.id;
}

test.each([
  ['the server', ['server']],
  ['PostgreSQL', ['postgres']],
  ['both', ['server', 'postgres']],
] as const)(
  'no accepted ballot is missing after kill -9 of %s in the middle of a vote',
  { timeout: 180_000 },
  async (_, victims) => {
    const home = testHome();
    const first = startVeche(home);
    const url = await first.ready;
    const { ownerPassword, port } = readAccess(join(home, 'postgres'));
    const world = await openWorld({
      databaseUrl: accessUrl('veche_owner', ownerPassword, port, 'veche'),
      world: { secrets: deriveSecrets(secret) },
    });
    world.sql.on('error', () => undefined);
    const house = await world.house('улица Стойкая');
    const crowd: Voter[] = [];
    for (let at = 1; at <= voters; at += 1) {
      const person = await world.person(`Владелец ${at}`);
      const premises = await world.premises(house, String(at), '40.00');
      await world.owns(person, premises);
      crowd.push({ token: await world.token(person), premisesId: gid.premises(premises) });
    }
    const { id, itemIds } = await world.dueAssembly(house, ['4.1']);
    const [assemblyId, agendaItemId] = [gid.assembly(id), gid.agendaItem(itemIds[0] ?? '')];

    const accepted: string[] = [];
    let killed = false;
    const waiting = [...crowd];
    const worker = async (): Promise<void> => {
      for (let voter = waiting.shift(); voter; voter = waiting.shift()) {
        const submission = await cast(url, voter, assemblyId, agendaItemId);
        if (submission !== undefined) accepted.push(submission);
        if (accepted.length >= voters / 3 && !killed) {
          killed = true;
          for (const victim of victims)
            process.kill(victim === 'server' ? serverPid(home) : postgresPid(home), 'SIGKILL');
        }
      }
    };
    await Promise.all(Array.from({ length: 8 }, worker));
    await first.ended;
    await world.close().catch(() => undefined);
    expect(accepted.length).toBeLessThan(voters);

    const again = startVeche(home);
    const secondUrl = await again.ready;
    const stored = await askDatabase<{ id: string }>(
      home,
      `select submission_id as id from ballot where assembly_id = '${id}' and state = 'COUNTED'`,
    );
    const known = new Set(stored.map((row) => row.id));
    expect(accepted.filter((submission) => !known.has(decodeId('Submission', submission)))).toEqual([]);

    // Whoever got no answer asks again under the same key: nobody is counted twice and nobody is turned away.
    const answers = await Promise.all(crowd.map(async (voter) => cast(secondUrl, voter, assemblyId, agendaItemId)));
    expect(answers.filter((answer) => answer === undefined)).toEqual([]);
    const [counted] = await askDatabase<{ n: number; units: number }>(
      home,
      `select count(*)::int as n, count(distinct lineage_id)::int as units from ballot where assembly_id = '${id}' and state = 'COUNTED'`,
    );
    expect(counted).toEqual({ n: voters, units: voters });
    again.send('SIGTERM');
    expect(await again.ended).toMatchObject({ code: 0 });
  },
);

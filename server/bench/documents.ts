import { encodeId } from '../src/kernel/global-id.ts';
import { BenchPostgres } from './bench-postgres.ts';
import { minutesGoalSeconds, minutesOfAHouse } from './minutes.ts';
import { openedWorld } from './opened-world.ts';
import { progress } from './progress.ts';
import type { BenchReport } from './report.ts';
import { buildServer, startServer } from './veche-server.ts';
import { tokenOf } from './voting-world.ts';

const database = 'documents';
const world = { assemblies: 1, votersEach: 1000, items: 10, staff: 1 };
const limitSeconds = 60;

interface PrintRun {
  readonly id: string;
  readonly state: string;
  readonly done: number;
  readonly sheets: number;
  readonly fileUrl: string | null;
}

/** A personal ballot for every owner of a house, from the button to the file, by the server as `npm start` builds it. */
export async function benchDocuments(profiles?: string): Promise<BenchReport> {
  await buildServer();
  const postgres = await BenchPostgres.open();
  try {
    const minutes = await minutesOfAHouse(postgres, profiles);
    await openedWorld(postgres, database, world);
    const assemblyId = await postgres.ask(database, async (client) => {
      await client.query(`update access_token set scopes = '{assemblies:read,assemblies:write,people:read}'`);
      const { rows } = await client.query<{ id: string }>('select id from assembly');
      return encodeId('Assembly', rows[0]?.id ?? '');
    });
    const server = await startServer(postgres.addressOf(database), profiles);
    try {
      const ask = asker(server.port);
      const began = performance.now();
      let run = await ask(
        `mutation ($input: PrintBallotsInput!) { printBallots(input: $input) { printRun { ${fields} } } }`,
        { input: { assemblyId, idempotencyKey: 'bench-documents' } },
        (answer) => (answer as { printBallots: { printRun: PrintRun } }).printBallots.printRun,
      );
      while (run.state === 'PRINTING') {
        run = await ask(
          `query ($id: ID!) { node(id: $id) { ... on PrintRun { ${fields} } } }`,
          { id: run.id },
          (answer) => (answer as { node: PrintRun }).node,
        );
        progress(`${String(run.done)} of ${String(world.votersEach)} ballots`);
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      const seconds = (performance.now() - began) / 1000;
      if (run.state !== 'PRINTED' || run.done !== world.votersEach) throw new Error(JSON.stringify(run));
      const file = await fetch(`http://127.0.0.1:${String(server.port)}${run.fileUrl ?? ''}`, { headers });
      const megabytes = (await file.arrayBuffer()).byteLength / 1e6;
      return {
        name: 'documents',
        results: [
          { what: '1 000 personal ballots of 10 items, from the call to the file', value: seconds, unit: 's' },
          { what: 'pages of paper', value: run.sheets, unit: '' },
          { what: 'what is downloaded', value: megabytes, unit: 'MB' },
          { what: 'minutes of 3 000 ballots and 20 items, from the end of voting', value: minutes.seconds, unit: 's' },
          { what: 'the minutes', value: minutes.megabytes, unit: 'MB' },
          { what: 'peak memory of the server', value: server.peakMemory() / 1e6, unit: 'MB' },
        ],
        ratios: [
          { to: 'seconds for 1 000 ballots', value: seconds, goal: limitSeconds, atMost: true },
          { to: 'seconds for the minutes', value: minutes.seconds, goal: minutesGoalSeconds, atMost: true },
        ],
      };
    } finally {
      await server.stop();
    }
  } finally {
    await postgres.stop();
  }
}

const fields = 'id state done sheets fileUrl';
const headers = { authorization: `Bearer ${tokenOf(world.votersEach + 1)}`, 'content-type': 'application/json' };

function asker(port: number) {
  return async (
    query: string,
    variables: Record<string, unknown>,
    runOf: (answer: unknown) => PrintRun | null,
  ): Promise<PrintRun> => {
    const response = await fetch(`http://127.0.0.1:${String(port)}/graphql`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ query, variables }),
    });
    const { data, errors } = (await response.json()) as { data?: unknown; errors?: unknown };
    const run = errors === undefined ? runOf(data) : null;
    if (!run) throw new Error(`not printed: ${JSON.stringify(errors ?? data)}`);
    return run;
  };
}

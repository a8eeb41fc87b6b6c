import { decodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

const announced = (city: City): string => city.assemblies.announced.id;

function readOf(city: City, sheetId: string, mark: 'FOR' | 'AGAINST' = 'FOR'): Record<string, unknown> {
  return {
    sheetId,
    ownerId: gid('Person', city.persons.neighbour),
    premisesIds: [gid('Premises', city.premises.neighbour)],
    votes: city.assemblies.announced.agenda.map(({ id }) => ({ agendaItemId: id, marks: [mark] })),
    idempotencyKey: `attempt-${city.number()}`,
  };
}

export async function taken(city: City): Promise<string> {
  const input = { assemblyId: announced(city), idempotencyKey: `attempt-${city.number()}` };
  return (await city.made<{ id: string }>('keeper', 'takeInSheet', input, 'sheet')).id;
}

const readers = new WeakMap<City, Promise<readonly string[]>>();

/** Two more people over the platform, who are not among those who try. */
async function readersOf(city: City): Promise<readonly string[]> {
  const known = readers.get(city) ?? Promise.all(['Первая', 'Вторая'].map(async (name) => readerOf(city, name)));
  readers.set(city, known);
  return known;
}

async function readerOf({ world }: City, name: string): Promise<string> {
  const person = await world.person(name);
  await world.role(person, 'PLATFORM_ADMINISTRATOR', {});
  return world.token(person);
}

/** A sheet as far as these marks of other people bring it. */
async function read(city: City, ...marks: readonly ('FOR' | 'AGAINST')[]): Promise<string> {
  const sheet = await taken(city);
  const tokens = await readersOf(city);
  for (const [at, mark] of marks.entries()) {
    const [type, name] = at === 0 ? ['EnterSheetInput', 'enterSheet'] : ['ConfirmSheetInput', 'confirmSheet'];
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { sheet { id } userErrors { code } } }`;
    await city.app.ask(tokens[at] ?? '', document, { input: readOf(city, sheet, mark) });
  }
  return sheet;
}

/** A printed one, whose code says whose it is. */
async function printed(city: City): Promise<string> {
  const assemblyId = announced(city);
  const ownerId = gid('Person', city.persons.owner);
  const key = (): string => `attempt-${city.number()}`;
  const run = await city.made<{ id: string }>(
    'keeper',
    'printBallots',
    { assemblyId, ownerId, idempotencyKey: key() },
    'printRun',
  );
  const { rows } = await city.world.sql.query<{ number: string }>(
    'select printed_number as number from printed_ballot where run_id = $1',
    [decodeId('PrintRun', run.id)],
  );
  const input = { assemblyId, number: rows[0]?.number, idempotencyKey: key() };
  return (await city.made<{ id: string }>('keeper', 'takeInSheet', input, 'sheet')).id;
}

/** The same, scanned too. */
async function scannedToo(city: City): Promise<string> {
  const sheet = await printed(city);
  await city.world.sql.query(
    `insert into scanned_ballot (id, assembly_id, form_id, owner_id, reference, printed_number, page_count, first_read_at)
      select $2, s.assembly_id, r.form_id, b.owner_id, b.reference, b.printed_number, 1, now()
        from paper_sheet s join printed_ballot b on b.printed_number = s.printed_number
        join print_run r on r.id = b.run_id and r.assembly_id = s.assembly_id where s.id = $1 limit 1
      on conflict do nothing`,
    [decodeId('PaperSheet', sheet), newId()],
  );
  return sheet;
}

function shown(
  sheet: (city: City) => Promise<string>,
  selection: string,
  path: readonly string[],
  without: NonNullable<Attempt['lacking']>,
): Attempt {
  return {
    root: 'node',
    lacking: without,
    ask: async (city) => ({
      document: `query ($id: ID!) { node(id: $id) { id ... on PaperSheet { ${selection} } } }`,
      variables: { id: await sheet(city) },
    }),
    sees: (answer) => answer.at(...path).isThere,
  };
}

const transcribed = (selection: string, path: readonly string[], without: NonNullable<Attempt['lacking']>): Attempt =>
  shown(
    async (city) => read(city, 'FOR', 'FOR'),
    `transcriptions { ${selection} }`,
    ['transcriptions', ...path],
    without,
  );

/** The neighbour's paper, scanned, read differently by two people and decided by a third: the ballot that it became. */
async function decidedBallot(city: City): Promise<string> {
  const upload = await fetch(`${city.app.url}/files`, {
    method: 'POST',
    headers: { authorization: `Bearer ${await city.tokenOf('keeper')}`, 'x-file-name': 'scan.pdf' },
    body: '%PDF-1.7 of the neighbour',
  });
  const { id: scanFileId } = (await upload.json()) as { id: string };
  const input = { assemblyId: announced(city), scanFileId, idempotencyKey: `attempt-${city.number()}` };
  const { id } = await city.made<{ id: string }>('keeper', 'takeInSheet', input, 'sheet');
  const tokens = await readersOf(city);
  const change = async (token: string, name: string, mark: 'FOR' | 'AGAINST', more: object = {}) => {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const document = `mutation ($input: ${type}!) { ${name}(input: $input) { sheet { ballots { id } } userErrors { code } } }`;
    return city.app.ask<Record<string, { sheet: { ballots: { id: string }[] } }>>(token, document, {
      input: { ...readOf(city, id, mark), ...more },
    });
  };
  await change(tokens[0] ?? '', 'enterSheet', 'FOR');
  await change(tokens[1] ?? '', 'confirmSheet', 'AGAINST');
  const third = await readerOf(city, 'Третья');
  const decided = await change(third, 'decideSheet', 'FOR', { reason: 'видно на скане' });
  return decided['decideSheet']?.sheet.ballots[0]?.id ?? '';
}

const decided = new WeakMap<City, Promise<string>>();

function followed(selection: string, path: readonly string[], without: NonNullable<Attempt['lacking']>): Attempt {
  return {
    root: 'ballot',
    lacking: without,
    ask: async (city) => {
      const known = decided.get(city) ?? decidedBallot(city);
      decided.set(city, known);
      return {
        document: `query ($id: ID!) { ballot(id: $id) { paperTrail { ${selection} } } }`,
        variables: { id: await known },
      };
    },
    sees: (answer) => answer.at('paperTrail', ...path).isThere,
  };
}

const lacking: NonNullable<Attempt['lacking']> = ['ballots:enter'];

export const sheetAttempts: Readonly<Record<string, Attempt>> = {
  'Query.paperSheets': {
    root: 'paperSheets',
    lacking,
    ask: async (city) => {
      await taken(city);
      return {
        document: 'query ($id: ID!) { paperSheets(assemblyId: $id, first: 1) { nodes { id } } }',
        variables: { id: announced(city) },
      };
    },
    sees: (answer) => answer.at('nodes', 'id').isThere,
  },
  'Query.node:PaperSheet': {
    root: 'node',
    lacking,
    ask: async (city) => ({
      document: 'query ($id: ID!) { node(id: $id) { id ... on PaperSheet { state } } }',
      variables: { id: await taken(city) },
    }),
    sees: (answer) => answer.at('id').isThere,
  },
  'PaperSheet.owner': shown(printed, 'owner { id }', ['owner', 'id'], ['people:read']),
  'PaperSheet.scan': shown(scannedToo, 'scan { id }', ['scan', 'id'], ['ballots:read']),
  'Assembly.paperDesk': {
    root: 'assembly',
    lacking,
    ask: async (city) => ({
      document: 'query ($id: ID!) { assembly(id: $id) { paperDesk { toEnter } } }',
      variables: { id: announced(city) },
    }),
    sees: (answer) => answer.at('paperDesk', 'toEnter').isThere,
  },
  'PaperSheet.ballots': shown(
    async (city) => read(city, 'FOR', 'FOR'),
    'ballots { id }',
    ['ballots', 'id'],
    ['ballots:enter'],
  ),
  'Transcription.votes': transcribed('votes { marks }', ['votes', 'marks'], ['ballots:enter']),
  'Transcription.by': transcribed('by { id }', ['by', 'id'], ['people:read']),
  'Transcription.owner': transcribed('owner { id }', ['owner', 'id'], ['people:read']),
  'Transcription.actedBy': transcribed('actedBy { id }', ['actedBy', 'id'], ['people:read']),
  'Ballot.paperTrail': followed('enteredAt', ['enteredAt'], ['ballots:read']),
  'PaperTrail.takenInBy': followed('takenInBy { id }', ['takenInBy', 'id'], ['people:read']),
  'PaperTrail.enteredBy': followed('enteredBy { id }', ['enteredBy', 'id'], ['people:read']),
  'PaperTrail.confirmedBy': followed('confirmedBy { id }', ['confirmedBy', 'id'], ['people:read']),
  'PaperTrail.decidedBy': followed('decidedBy { id }', ['decidedBy', 'id'], ['people:read']),
  'PaperTrail.scans': followed('scans { pictureUrl }', ['scans', 'pictureUrl'], ['ballots:read']),
  'Mutation.takeInSheet': mutation('takeInSheet', (city) => ({
    assemblyId: announced(city),
    idempotencyKey: `attempt-${city.number()}`,
  })),
  'Mutation.openNextSheet': mutation('openNextSheet', (city) => ({ assemblyId: announced(city), task: 'ENTER' })),
  'Mutation.enterSheet': mutation('enterSheet', async (city) => readOf(city, await taken(city))),
  'Mutation.confirmSheet': mutation('confirmSheet', async (city) => readOf(city, await read(city, 'FOR'))),
  'Mutation.decideSheet': mutation('decideSheet', async (city) => ({
    ...readOf(city, await read(city, 'FOR', 'AGAINST')),
    reason: 'на листе видно',
  })),
};

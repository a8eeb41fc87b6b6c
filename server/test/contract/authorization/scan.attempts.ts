import { decodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

interface Scanned {
  readonly scan: string;
  readonly ballot: string;
  readonly page: string;
  readonly printedNumber: string;
}

const voting = (city: City): string => city.assemblies.voting.id;
const scanned = new WeakMap<City, Promise<Scanned>>();

/** A file with one page, of the owner's ballot. */
async function scannedOf(city: City): Promise<Scanned> {
  const known = scanned.get(city) ?? written(city);
  scanned.set(city, known);
  return known;
}

async function written(city: City): Promise<Scanned> {
  const assembly = decodeId('Assembly', voting(city));
  const key = { assemblyId: voting(city), idempotencyKey: `attempt-${newId()}` };
  await city.made('keeper', 'printBallots', { ...key, ownerId: gid('Person', city.persons.owner) }, 'printRun');
  const { rows } = await city.world.sql.query<{ form: string; reference: string; number: string }>(
    `select r.form_id as form, b.reference, b.printed_number as number
      from printed_ballot b join print_run r on r.id = b.run_id where r.assembly_id = $1 and b.owner_id = $2 limit 1`,
    [assembly, city.persons.owner],
  );
  const [printed] = rows;
  if (!printed) throw new Error('no ballot was printed');
  const [scan, ballot] = [await begun(city), newId()];
  await city.world.sql.query(
    `insert into scanned_ballot (id, assembly_id, form_id, owner_id, reference, printed_number, page_count, first_read_at)
      values ($1, $2, $3, $4, $5, $6, 2, now())`,
    [ballot, assembly, printed.form, city.persons.owner, printed.reference, printed.number],
  );
  const page = await pageOf(city, scan, { state: 'READ', ballot });
  return { scan, ballot, page, printedNumber: printed.number };
}

async function begun(city: City): Promise<string> {
  const input = { assemblyId: voting(city), fileName: 'a.pdf', size: 1, idempotencyKey: `attempt-${newId()}` };
  return decodeId('Scan', (await city.made('keeper', 'beginScan', input, 'scan')).id);
}

async function pageOf(city: City, scan: string, page: { state: string; ballot?: string }): Promise<string> {
  const id = newId();
  const box = { item: 1, answer: 'FOR', verdict: 'MARKED', ink: 0.2 };
  await city.world.sql.query(
    `insert into scan_page (id, scan_id, number, state, ballot_id, sheet_page, boxes, read_at)
      values ($1, $2, $3, $4, $5, $6, $7, now())`,
    [id, scan, city.number(), page.state, page.ballot ?? null, page.ballot ? 1 : null, JSON.stringify([box])],
  );
  return id;
}

/** A page of its own for every try, since it leaves the queue. */
async function queued(city: City): Promise<string> {
  return gid('ScanPage', await pageOf(city, await begun(city), { state: 'QUEUED' }));
}

type Kind = 'Scan' | 'ScannedBallot' | 'ScanPage';
const parts = { Scan: 'scan', ScannedBallot: 'ballot', ScanPage: 'page' } as const;

function shown(kind: Kind, selection: string, path: readonly string[], lacking: Attempt['lacking']): Attempt {
  return {
    root: 'node',
    ...(lacking ? { lacking } : {}),
    ask: async (city) => ({
      document: `query ($id: ID!) { node(id: $id) { id ... on ${kind} { ${selection} } } }`,
      variables: { id: gid(kind, (await scannedOf(city))[parts[kind]]) },
    }),
    sees: (answer) => answer.at(...path).isThere,
  };
}

function ofAssembly(field: string): Attempt {
  return {
    root: 'assembly',
    lacking: ['ballots:read'],
    ask: async (city) => {
      await scannedOf(city);
      if (field === 'scanQueue') await queued(city);
      return {
        document: `query ($id: ID!) { assembly(id: $id) { ${field}(first: 1) { nodes { id } } } }`,
        variables: { id: voting(city) },
      };
    },
    sees: (answer) => answer.at(field, 'nodes', 'id').isThere,
  };
}

const ballotsRead = ['ballots:read'] as const;

export const scanAttempts: Readonly<Record<string, Attempt>> = {
  'Query.node:Scan': shown('Scan', 'state', ['id'], ballotsRead),
  'Query.node:ScannedBallot': shown('ScannedBallot', 'pageCount', ['id'], ballotsRead),
  'Query.node:ScanPage': shown('ScanPage', 'state', ['id'], ballotsRead),
  'Mutation.beginScan': mutation('beginScan', (city) => ({
    assemblyId: voting(city),
    fileName: 'a.pdf',
    size: 1,
    idempotencyKey: `attempt-${city.number()}`,
  })),
  'Mutation.nameScanPage': mutation('nameScanPage', async (city) => ({
    scanPageId: await queued(city),
    printedNumber: await blankNumber(city),
    sheetPage: 1,
  })),
  'Mutation.setScanPageAside': mutation('setScanPageAside', async (city) => ({
    scanPageId: await queued(city),
    reason: 'Чистый лист',
  })),
  'Assembly.scans': ofAssembly('scans'),
  'Assembly.scanQueue': ofAssembly('scanQueue'),
  'Assembly.scannedBallots': ofAssembly('scannedBallots'),
  'Scan.uploadedBy': shown('Scan', 'uploadedBy { id }', ['uploadedBy', 'id'], ['people:read']),
  'Scan.pages': shown('Scan', 'pages(first: 1) { nodes { id } }', ['pages', 'nodes', 'id'], ballotsRead),
  'ScannedBallot.owner': shown('ScannedBallot', 'owner { id }', ['owner', 'id'], ['people:read']),
  'ScannedBallot.pages': shown('ScannedBallot', 'pages { id }', ['pages', 'id'], ballotsRead),
  'ScannedBallot.proposals': shown('ScannedBallot', 'proposals { answer }', ['proposals', 'answer'], ballotsRead),
};

/** A blank copy that no page belongs to yet. */
async function blankNumber(city: City): Promise<string> {
  const input = { assemblyId: voting(city), copies: 1, idempotencyKey: `attempt-${newId()}` };
  const run = await city.made('keeper', 'printBlankBallots', input, 'printRun');
  const { rows } = await city.world.sql.query<{ number: string }>(
    'select printed_number as number from printed_ballot where run_id = $1',
    [decodeId('PrintRun', run.id)],
  );
  return rows[0]?.number ?? '';
}

import { decodeId } from '../../../src/kernel/global-id.ts';
import { newId } from '../../../src/kernel/new-id.ts';
import { writeDocuments } from '../../../src/modules/documents/index.ts';
import { mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';

interface Paper {
  readonly id: string;
  readonly kind: string;
}

const papers = new WeakMap<City, Promise<readonly Paper[]>>();

/** The papers of the closed assembly, the minutes signed by the server. */
async function papersOf(city: City): Promise<readonly Paper[]> {
  const known = papers.get(city) ?? written(city);
  papers.set(city, known);
  return known;
}

async function written(city: City): Promise<readonly Paper[]> {
  const { id } = city.assemblies.closed;
  await writeDocuments(city.app.world, decodeId('Assembly', id), new AbortController().signal);
  const { data } = await city.as(
    'keeper',
    { document: 'query ($id: ID!) { assembly(id: $id) { documents { id kind } } }', variables: { id } },
    [],
  );
  const { documents } = (data as { assembly: { documents: readonly Paper[] } }).assembly;
  const minutes = documents.find(({ kind }) => kind === 'MINUTES');
  await city.made('keeper', 'signDocument', { documentId: minutes?.id ?? '' }, 'document');
  return documents;
}

async function idOf(city: City, kind: string): Promise<string> {
  return (await papersOf(city)).find((paper) => paper.kind === kind)?.id ?? '';
}

function shown(kind: string, selection: string, path: readonly string[], lacking: Attempt['lacking']): Attempt {
  return {
    root: 'node',
    ...(lacking ? { lacking } : {}),
    ask: async (city) => ({
      document: `query ($id: ID!) { node(id: $id) { id ... on AssemblyDocument { ${selection} } } }`,
      variables: { id: await idOf(city, kind) },
    }),
    sees: (answer) => answer.at(...path).isThere,
  };
}

function listed(kind: string, lacking: NonNullable<Attempt['lacking']>): Attempt {
  return {
    root: 'assembly',
    lacking,
    ask: async (city) => {
      await papersOf(city);
      return {
        document: 'query ($id: ID!) { assembly(id: $id) { documents { kind } } }',
        variables: { id: city.assemblies.closed.id },
      };
    },
    sees: (answer) => answer.at('documents', 'kind').has(kind),
  };
}

/** Minutes that nobody has signed, of the assembly that votes still: those of the closed one are signed. */
async function leaveUnsigned(city: City): Promise<void> {
  await city.world.sql.query(
    `insert into assembly_document (id, assembly_id, kind, format, sha256, size, made_at)
     values ($1, $2, 'MINUTES', 'PDF', $3, 1, now()) on conflict (assembly_id, kind, format) do nothing`,
    [newId(), decodeId('Assembly', city.assemblies.voting.id), '0'.repeat(64)],
  );
}

export const documentAttempts: Readonly<Record<string, Attempt>> = {
  'Query.unsignedMinutes': {
    lacking: ['assemblies:read'],
    ask: async (city) => {
      await leaveUnsigned(city);
      return { document: '{ unsignedMinutes(first: 100) { nodes { assembly { id } } } }' };
    },
    sees: (answer, city) => answer.at('nodes', 'assembly', 'id').has(city.assemblies.voting.id),
  },
  'Query.node:AssemblyDocument': shown('MINUTES', 'sha256', ['sha256'], ['people:read']),
  // The server signs the same document only once.
  'Mutation.signDocument': mutation('signDocument', async (city, who) => ({
    documentId: await idOf(city, who === 'keeper' ? 'OWNERS_REGISTER' : 'ATTENDANCE_LIST'),
  })),
  'Mutation.openEvidence': mutation('openEvidence', async (city) => {
    await papersOf(city);
    return { assemblyId: city.assemblies.closed.id, reason: 'Проверка прав' };
  }),
  'Assembly.documents': listed('MINUTES', ['people:read']),
  'Assembly.documents:public': listed('PUBLIC_MINUTES', ['assemblies:read']),
  'AssemblyDocument.signatures': shown('MINUTES', 'signatures { signer }', ['signatures', 'signer'], ['people:read']),
};

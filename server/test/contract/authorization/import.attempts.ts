import { newId } from '../../../src/kernel/new-id.ts';
import { refusedRow } from '../../../src/modules/registry/import/staged-row.ts';
import { byId, gid, mutation, type Attempt } from './attempt.ts';
import type { City } from './city.ts';
import type { Who } from './viewers.ts';

const rows = Buffer.from('Квартира;Площадь;Собственник;Доля\n77;50;Иванов;1\n');

/** A table that the viewer uploaded; whoever has no account takes the keeper's. */
async function fileOf(city: City, who: Who): Promise<string> {
  const { sha256, size } = await city.app.world.files.put(
    (async function* () {
      yield rows;
    })(),
    1000,
  );
  const by = who === 'anonymous' ? 'keeper' : who === 'token' ? 'administrator' : who;
  const id = newId();
  await city.world.sql.query(
    `insert into stored_file (id, sha256, file_name, media_type, size, uploaded_by, uploaded_at)
     values ($1, $2, 'реестр.csv', 'text/csv', $3, $4, '2026-01-01')`,
    [id, sha256, size, city.accounts[by]],
  );
  return id;
}

/** An import of the keeper's in a state; of houses when no house is named. */
async function importIn(city: City, state: string, houseId: string | null): Promise<string> {
  const id = newId();
  await city.world.sql.query(
    `insert into import_job (id, kind, house_id, file_id, state, sheets, encoding, delimiter, has_header, width, headings, proposal,
       columns, options, rows_done, rows_total, new_rows, same_rows, changed_rows, refused_rows, created_by, created_at)
     values ($1, $2, $3, $4, $5, '{}', 'UTF_8', ';', true, 4, '["Квартира", "Площадь", "Собственник", "Доля"]',
       '["PREMISES_NUMBER", "AREA", "OWNER_NAME", "SHARE"]', '[]', '{"premisesKind": "FLAT", "ownedSince": null}',
       0, 0, 0, 0, 0, 0, $6, '2026-01-01')`,
    [id, houseId === null ? 'HOUSES' : 'REGISTER', houseId, await fileOf(city, 'keeper'), state, city.accounts.keeper],
  );
  return id;
}

/** The one whose only row is refused, with the cell to blame. */
const looked = new WeakMap<City, Promise<string>>();
async function refusedImport(city: City): Promise<string> {
  const id = await importIn(city, 'REHEARSED', city.houses.own);
  const reason = { field: 'OWNER_NAME', column: 3, code: 'OWNER_NAME_UNREADABLE', facts: {}, value: 'Иванов' } as const;
  const row = refusedRow(city.app.world.secrets, id, 2, [reason]);
  await city.world.sql.query('update import_job set refused_rows = 1, rows_total = 1 where id = $1', [id]);
  await city.world.sql.query(
    `insert into import_row (import_id, row_number, verdict, errors, values_sealed)
     values ($1, 2, 'REFUSED', $2, decode($3, 'base64'))`,
    [id, JSON.stringify(row.errors), row.values_sealed],
  );
  return id;
}
async function lookedAt(city: City): Promise<string> {
  const known = looked.get(city) ?? refusedImport(city);
  looked.set(city, known);
  return gid('ImportJob', await known);
}

function shown(selection: string, path: readonly string[]): Attempt {
  return {
    root: 'import',
    lacking: ['people:read'],
    ask: async (city) => ({
      document: `query ($id: ID!) { import(id: $id) { ${selection} } }`,
      variables: { id: await lookedAt(city) },
    }),
    sees: (answer) => answer.at(...path).isThere,
  };
}

function changed(
  name: string,
  state: string,
  house: (city: City) => string | null,
  more: Record<string, unknown> = {},
): Attempt {
  return mutation(name, async (city) => ({
    importId: gid('ImportJob', await importIn(city, state, house(city))),
    ...more,
  }));
}

const own = (city: City): string => city.houses.own;
const mapping = {
  columns: [
    { column: 1, field: 'PREMISES_NUMBER' },
    { column: 2, field: 'AREA' },
  ],
};
const houseMapping = {
  columns: [
    { column: 1, field: 'STREET' },
    { column: 2, field: 'HOUSE_NUMBER' },
    { column: 3, field: 'SETTLEMENT' },
  ],
};

export const importAttempts: Readonly<Record<string, Attempt>> = {
  'Query.imports': {
    ask: async (city) => {
      await lookedAt(city);
      return { document: '{ imports(first: 100) { nodes { id state } } }' };
    },
    sees: (answer) => answer.at('nodes', 'state').has('REHEARSED'),
  },
  'Query.import': { ...shown('id', ['id']), lacking: ['houses:read'] },
  'Query.import:houses': {
    root: 'import',
    lacking: ['houses:read'],
    ask: async (city) => ({
      document: 'query ($id: ID!) { import(id: $id) { id } }',
      variables: { id: gid('ImportJob', await importIn(city, 'PREPARED', null)) },
    }),
  },
  'Query.node:ImportJob': {
    ...byId('node', () => '', 'id'),
    lacking: ['houses:read'],
    ask: async (city) => ({
      document: 'query ($id: ID!) { node(id: $id) { id } }',
      variables: { id: await lookedAt(city) },
    }),
  },
  'Mutation.prepareImport': mutation('prepareImport', async (city, who) => ({
    kind: 'REGISTER',
    houseId: gid('House', city.houses.own),
    fileId: gid('StoredFile', await fileOf(city, who)),
  })),
  'Mutation.prepareImport:houses': mutation('prepareImport', async (city, who) => ({
    kind: 'HOUSES',
    fileId: gid('StoredFile', await fileOf(city, who)),
  })),
  'Mutation.mapImport': changed('mapImport', 'PREPARED', own, mapping),
  'Mutation.mapImport:houses': changed('mapImport', 'PREPARED', () => null, houseMapping),
  'Mutation.rehearseImport': changed('rehearseImport', 'MAPPED', own),
  'Mutation.commitImport': changed('commitImport', 'REHEARSED', own),
  'Mutation.undoImport': changed('undoImport', 'COMMITTED', own),
  'Mutation.discardImport': changed('discardImport', 'MAPPED', own),
  'ImportJob.preview': shown('preview(rows: 2)', ['preview']),
  'ImportJob.rowErrors': shown('rowErrors(first: 10) { nodes { code value } }', ['rowErrors', 'nodes']),
  'ImportJob.rowErrors:value': {
    ...shown('rowErrors(first: 10) { nodes { value } }', []),
    sees: (answer) => answer.at('rowErrors', 'nodes', 'value').has('Иванов'),
  },
  'ImportJob.failedRowsPath': { ...shown('failedRowsPath', ['failedRowsPath']), lacking: [] },
  'ImportJob.house': { ...shown('house { id }', ['house', 'id']), lacking: [] },
};

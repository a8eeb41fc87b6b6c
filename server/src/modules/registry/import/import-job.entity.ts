import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { StoredFile } from '../../files/index.ts';
import { House } from '../house.entity.ts';
import type { PremisesKind } from '../rules/premises-kinds.ts';
import { importKinds, type ImportField, type MappedColumn } from './rules/import-field.ts';
import { importStates } from './rules/import-lifecycle.ts';

export interface ImportOptions {
  /** What premises are whose kind no column tells. */
  readonly premisesKind: PremisesKind;
  /** From when on owners own whose row does not say it; null: from the moment of the commit. */
  readonly ownedSince: string | null;
}

export interface ImportFailureFacts {
  readonly code: string;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}

/** A table on its way into the register: what it is read as, what came of it, and who is to be asked. */
export const ImportJob = defineEntity({
  name: 'ImportJob',
  tableName: 'import_job',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(importKinds),
    /** The house whose register comes in; null for an import of houses. */
    houseId: () => p.manyToOne(House).mapToPk().joinColumn('house_id').nullable().index(),
    fileId: () => p.manyToOne(StoredFile).mapToPk().joinColumn('file_id'),
    state: p.enum(importStates),
    /** How the table is opened. */
    sheets: p.array<string>().columnType('text[]'),
    sheet: p.text().nullable(),
    encoding: p.text().nullable(),
    delimiter: p.text().nullable(),
    hasHeader: p.boolean(),
    width: p.integer(),
    headings: p.json<readonly (string | null)[]>().columnType('jsonb').nullable(),
    proposal: p.json<readonly (ImportField | null)[]>().columnType('jsonb'),
    columns: p.json<readonly MappedColumn[]>().columnType('jsonb').nullable(),
    options: p.json<ImportOptions>().columnType('jsonb'),
    rowsDone: p.integer(),
    /** Known once the table has been read. */
    rowsTotal: p.integer().nullable(),
    newRows: p.integer().nullable(),
    sameRows: p.integer().nullable(),
    changedRows: p.integer().nullable(),
    refusedRows: p.integer().nullable(),
    /** What the rehearsal found in the register: when it reads otherwise at the commit, what was shown is no longer true. */
    registerDigest: p.text().nullable(),
    /** Why the last step in the background failed: a refusal's code and facts. */
    failure: p.json<ImportFailureFacts>().columnType('jsonb').nullable(),
    createdBy: p.uuid(),
    /** In whose name the background works. */
    startedBy: p.uuid().nullable(),
    createdAt: p.datetime(3),
    rehearsedAt: p.datetime(3).nullable(),
    committedAt: p.datetime(3).nullable(),
    undoneAt: p.datetime(3).nullable(),
    discardedAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'import_job_running',
      expression: `create index "import_job_running" on "import_job" ("state") where "state" in ('REHEARSING', 'COMMITTING')`,
    },
    { name: 'import_job_created', properties: ['createdAt'] },
  ],
});
export type ImportJob = InferEntity<typeof ImportJob>;

import { defineEntity, p } from '@mikro-orm/core';
import type { ImportField } from './rules/import-field.ts';
import type { ErrorFacts, RowErrorCode } from './rules/row-error.ts';
import { verdicts } from './rules/verdict.ts';

export interface StagedError {
  readonly field: ImportField | null;
  readonly column: number | null;
  readonly code: RowErrorCode;
  readonly facts: ErrorFacts;
}

/**
 * One row of a table between reading and entering. What identifies a person is sealed here as in the register; rows go
 * when they are entered, those that were refused or changed something stay.
 */
export const ImportRow = defineEntity({
  name: 'ImportRow',
  tableName: 'import_row',
  properties: {
    /** Without a foreign key: rows come and go by the hundred thousand. */
    importId: p.uuid().primary(),
    rowNumber: p.integer().primary(),
    /** Null until it is judged. */
    verdict: p.enum(verdicts).nullable(),
    errors: p.json<readonly StagedError[]>().columnType('jsonb').nullable(),
    /** The texts of the cells to blame, in the order of the errors. */
    valuesSealed: p.blob().nullable(),
    /** Which house or which premises: the same key is the same place. */
    placeKey: p.text().nullable(),
    /** Which owner, within this table. */
    personKey: p.text().nullable(),
    parentKey: p.text().nullable(),
    /** Null for a row that could not be read. */
    fields: p.json<Record<string, unknown>>().columnType('jsonb').nullable(),
    /** The owner's details, sealed to `ownId`, which becomes the person's id if the row brings somebody new. */
    detailsSealed: p.blob().nullable(),
    ownId: p.uuid().nullable(),
    placeId: p.uuid().nullable(),
    createsPlace: p.boolean().default(false),
    personId: p.uuid().nullable(),
    createsPerson: p.boolean().default(false),
    ownershipId: p.uuid().nullable(),
    createsOwnership: p.boolean().default(false),
    /** What becomes of the premises this row creates or adds to. */
    plan: p.json<Record<string, unknown>>().columnType('jsonb').nullable(),
    fillsTitle: p.boolean().default(false),
    fillsDetails: p.boolean().default(false),
    /** What the register said before, for the undoing. */
    before: p.json<Record<string, unknown>>().columnType('jsonb').nullable(),
  },
  // Nothing that judging writes is indexed: a row is judged on the page where it was put down.
  indexes: [{ name: 'import_row_place', properties: ['importId', 'placeKey', 'rowNumber'] }],
});

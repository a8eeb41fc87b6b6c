import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Assembly } from '../assembly/index.ts';
import { StoredFile } from '../files/index.ts';
import { Person } from '../identity/index.ts';
import { sheetStates, transcriptionSteps } from './rules/sheet-lifecycle.ts';

/** A paper that was handed in: when, what its code says, and how far two people are with it. */
export const PaperSheet = defineEntity({
  name: 'PaperSheet',
  tableName: 'paper_sheet',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    /** Under its code; null on a form that nobody printed here. */
    printedNumber: p.text().nullable(),
    /** As the code says; null where whoever enters it reads it from the sheet. */
    ownerId: () => p.manyToOne(Person).mapToPk().joinColumn('owner_id').nullable(),
    premisesIds: p.array<string>().columnType('uuid[]'),
    /** null: only its scan is here, and nobody has said yet when it was handed over. */
    handedOverAt: p.datetime(3).nullable(),
    /** Somebody typed the time later; otherwise the server stamped it. */
    isHandOverTyped: p.boolean(),
    takenInBy: p.uuid(),
    takenInAt: p.datetime(3),
    /** The picture of it, and what a machine proposes from it, encoded as a sheet of answers. */
    scanFileId: () => p.manyToOne(StoredFile).mapToPk().joinColumn('scan_file_id').nullable(),
    proposal: p.text().nullable(),
    state: p.enum(sheetStates),
    /** Whose screen it is open on, and until when nobody else is given it. */
    heldBy: p.uuid().nullable(),
    heldUntil: p.datetime(3).nullable(),
    /** What was put on record. */
    submissionId: p.uuid().nullable(),
    settledAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'paper_sheet_waiting', properties: ['assemblyId', 'state', 'takenInAt', 'id'] },
    { name: 'paper_sheet_number', properties: ['assemblyId', 'printedNumber'] },
    { name: 'paper_sheet_submission', properties: ['submissionId'] },
  ],
});
export type PaperSheet = InferEntity<typeof PaperSheet>;

/** What one person read on a sheet; never changes. */
export const Transcription = defineEntity({
  name: 'Transcription',
  tableName: 'transcription',
  properties: {
    id: p.uuid().primary(),
    sheetId: () => p.manyToOne(PaperSheet).mapToPk().joinColumn('sheet_id'),
    step: p.enum(transcriptionSteps),
    byAccountId: p.uuid(),
    byPersonId: p.uuid(),
    at: p.datetime(3),
    ownerId: () => p.manyToOne(Person).mapToPk().joinColumn('owner_id'),
    premisesIds: p.array<string>().columnType('uuid[]'),
    actedById: () => p.manyToOne(Person).mapToPk().joinColumn('acted_by_id'),
    signed: p.boolean(),
    signedOn: p.date().nullable(),
    sheet: p.text(),
    /** Why the decision is as it is. */
    reason: p.text().nullable(),
  },
  uniques: [{ name: 'transcription_once', properties: ['sheetId', 'step'] }],
});
export type Transcription = InferEntity<typeof Transcription>;

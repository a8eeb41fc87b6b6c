import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { BoxReading } from './rules/box-reading.ts';
import { Assembly } from '../assembly/index.ts';
import { PaperForm } from '../paper/index.ts';
import { Person } from '../identity/index.ts';
import { fileFaults, pageFaults, pageStates } from './rules/page-standing.ts';
import { scanStates } from './rules/scan-lifecycle.ts';

/** A file of scanned ballots; its content is kept once, under its SHA-256, and never altered. */
export const Scan = defineEntity({
  name: 'Scan',
  tableName: 'scan',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id').index(),
    fileName: p.text(),
    /** In bytes, as announced; so many have to arrive. */
    size: p.integer(),
    received: p.integer(),
    state: p.enum(scanStates),
    fault: p.enum(fileFaults).nullable(),
    sha256: p.text().nullable(),
    pageCount: p.integer().nullable(),
    uploadedBy: p.uuid(),
    begunAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
  },
  indexes: [
    {
      name: 'scan_going_on',
      expression: `create index "scan_going_on" on "scan" ("begun_at") where "state" = 'READING'`,
    },
  ],
});
export type Scan = InferEntity<typeof Scan>;

/** What has arrived of a file that is not whole yet: a dropped connection loses no more than one of these. */
export const ScanChunk = defineEntity({
  name: 'ScanChunk',
  tableName: 'scan_chunk',
  properties: {
    scanId: () => p.manyToOne(Scan).mapToPk().joinColumn('scan_id').primary(),
    start: p.integer().primary(),
    content: p.blob(),
  },
});

/** A ballot of paper of which at least one page was read; its pages may lie in several files. */
export const ScannedBallot = defineEntity({
  name: 'ScannedBallot',
  tableName: 'scanned_ballot',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    formId: () => p.manyToOne(PaperForm).mapToPk().joinColumn('form_id'),
    /** null: a blank form that somebody filled in. */
    ownerId: () => p.manyToOne(Person).mapToPk().joinColumn('owner_id').nullable(),
    /** What the code stands for: an ownership, or several, or one blank copy; `printed_ballot` has the same. */
    reference: p.uuid(),
    printedNumber: p.text(),
    /** How many pages of paper it has. */
    pageCount: p.integer(),
    firstReadAt: p.datetime(3),
  },
  uniques: [{ name: 'scanned_ballot_once', properties: ['assemblyId', 'printedNumber', 'formId'] }],
  indexes: [{ name: 'scanned_ballot_owner', properties: ['ownerId'] }],
});

/** One page of a file, with what the machine saw on it. */
export const ScanPage = defineEntity({
  name: 'ScanPage',
  tableName: 'scan_page',
  properties: {
    id: p.uuid().primary(),
    scanId: () => p.manyToOne(Scan).mapToPk().joinColumn('scan_id'),
    /** Of the file, from 1. */
    number: p.integer(),
    state: p.enum(pageStates),
    fault: p.enum(pageFaults).nullable(),
    ballotId: () => p.manyToOne(ScannedBallot).mapToPk().joinColumn('ballot_id').nullable().index(),
    /** Of the ballot, from 1. */
    sheetPage: p.integer().nullable(),
    boxes: p.json<readonly BoxReading[]>().columnType('jsonb'),
    readAt: p.datetime(3),
    settledBy: p.uuid().nullable(),
    settledAt: p.datetime(3).nullable(),
    /** Why a person set it aside. */
    note: p.text().nullable(),
  },
  uniques: [
    { name: 'scan_page_number', properties: ['scanId', 'number'] },
    {
      name: 'scan_page_counts_once',
      expression: `create unique index "scan_page_counts_once" on "scan_page" ("ballot_id", "sheet_page") where "state" = 'READ'`,
    },
  ],
  indexes: [
    {
      name: 'scan_page_queue',
      expression: `create index "scan_page_queue" on "scan_page" ("scan_id") where "state" = 'QUEUED'`,
    },
  ],
});
export type ScanPage = InferEntity<typeof ScanPage>;

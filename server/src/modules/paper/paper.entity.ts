import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Assembly } from '../assembly/index.ts';
import { Person } from '../identity/index.ts';
import type { FormWording } from './rules/form-wording.ts';
import type { PageLayout } from './rules/page-layout.ts';
import { printFaults } from './rules/print-faults.ts';
import { printStates } from './rules/print-lifecycle.ts';

/** What a ballot of one assembly looks like: printed once, where its boxes are never changes. */
export const PaperForm = defineEntity({
  name: 'PaperForm',
  tableName: 'paper_form',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    /** Counted from 1 within the assembly; the code on every page names it. */
    formVersion: p.integer(),
    /** SHA-256 of everything that decides where things are and what they say. */
    digest: p.text(),
    /** What it says to every owner: also a run that goes on later says just this. */
    wording: p.json<FormWording>().columnType('jsonb'),
    pages: p.json<readonly PageLayout[]>().columnType('jsonb'),
    createdAt: p.datetime(3),
  },
  uniques: [
    { name: 'paper_form_version', properties: ['assemblyId', 'formVersion'] },
    { name: 'paper_form_digest', properties: ['assemblyId', 'digest'] },
  ],
});
export type PaperForm = InferEntity<typeof PaperForm>;

/** Ballots that somebody had printed: who, when, for whom, on which form. */
export const PrintRun = defineEntity({
  name: 'PrintRun',
  tableName: 'print_run',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id').index(),
    formId: () => p.manyToOne(PaperForm).mapToPk().joinColumn('form_id'),
    state: p.enum(printStates),
    entrance: p.integer().nullable(),
    ownerId: () => p.manyToOne(Person).mapToPk().joinColumn('owner_id').nullable(),
    perOwnership: p.boolean(),
    blank: p.boolean(),
    done: p.integer(),
    total: p.integer(),
    /** Pages of paper altogether. */
    sheets: p.integer(),
    requestedBy: p.uuid(),
    requestedAt: p.datetime(3),
    finishedAt: p.datetime(3).nullable(),
    fault: p.enum(printFaults).nullable(),
    /** Which ballot of the run it was about, from 1. */
    faultBallot: p.integer().nullable(),
    /** What is downloaded: one PDF, or several in a ZIP. */
    sha256: p.text().nullable(),
    size: p.integer().nullable(),
  },
  indexes: [
    {
      name: 'print_run_going_on',
      expression: `create index "print_run_going_on" on "print_run" ("requested_at") where "state" = 'PRINTING'`,
    },
  ],
});
export type PrintRun = InferEntity<typeof PrintRun>;

/** One ballot of a run: the ownerships that the reference in its code stands for. */
export const PrintedBallot = defineEntity({
  name: 'PrintedBallot',
  tableName: 'printed_ballot',
  properties: {
    runId: () => p.manyToOne(PrintRun).mapToPk().joinColumn('run_id').primary(),
    position: p.integer().primary(),
    ownerId: () => p.manyToOne(Person).mapToPk().joinColumn('owner_id').nullable(),
    ownershipIds: p.array<string>().columnType('uuid[]'),
    reference: p.uuid(),
    /** Under the code, for whoever has to type it. */
    printedNumber: p.text(),
  },
  indexes: [
    { name: 'printed_ballot_reference', properties: ['reference'] },
    { name: 'printed_ballot_number', properties: ['printedNumber'] },
  ],
});

/** A part of a run that is done: what a restart need not do again. */
export const PrintPart = defineEntity({
  name: 'PrintPart',
  tableName: 'print_part',
  properties: {
    runId: () => p.manyToOne(PrintRun).mapToPk().joinColumn('run_id').primary(),
    part: p.integer().primary(),
    sha256: p.text(),
    size: p.integer(),
  },
});

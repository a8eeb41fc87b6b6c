import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { authorities, ballotChannels, ballotReasons, ballotStates } from './rules/ballot-words.ts';

/**
 * One voter's sheet of answers for one ownership. The sheet never changes; only whether it counts may, with a reason.
 * No foreign key leads to the assembly: every voter would lock the same row.
 */
export const Ballot = defineEntity({
  name: 'Ballot',
  tableName: 'ballot',
  properties: {
    id: p.uuid().primary(),
    assemblyId: p.uuid(),
    /** Ballots cast in one call share it; a dispute takes the whole submission out. */
    submissionId: p.uuid(),
    channel: p.enum(ballotChannels),
    premisesId: p.uuid(),
    /** null: the named owner owned nothing there, so no entry of the roll is meant. */
    rollEntryId: p.uuid().nullable(),
    lineageId: p.uuid().nullable(),
    ownerId: p.uuid(),
    /** Who cast it or handed it in. */
    actedById: p.uuid().nullable(),
    authority: p.enum(authorities).nullable(),
    proxyId: p.uuid().nullable(),
    /** One digit per agenda item: bits of the boxes marked, 1 for, 2 against, 4 abstain. Empty: a paper that nobody read before the end. */
    sheet: p.text(),
    /** When the server received it (electronic) or it was entered (paper). */
    receivedAt: p.datetime(3),
    handedOverAt: p.datetime(3).nullable(),
    signed: p.boolean().nullable(),
    enteredBy: p.uuid().nullable(),
    state: p.enum(ballotStates),
    reason: p.enum(ballotReasons).nullable(),
    /** A paper that differs from the ballot which counts for the same square metres. */
    conflict: p.boolean(),
    annulledAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'ballot_state_received', properties: ['assemblyId', 'state', 'receivedAt', 'id'] },
    { name: 'ballot_owner', properties: ['ownerId'] },
  ],
  uniques: [
    {
      name: 'ballot_counts_once',
      expression: `create unique index "ballot_counts_once" on "ballot" ("assembly_id", "lineage_id") where "state" = 'COUNTED'`,
    },
  ],
});
export type Ballot = InferEntity<typeof Ballot>;

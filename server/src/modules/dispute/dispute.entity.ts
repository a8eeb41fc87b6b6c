import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { disputeStates } from './rules/dispute-lifecycle.ts';

/** An owner says that a submission in their name is not theirs. One for a submission; only its answer is ever added. */
export const Dispute = defineEntity({
  name: 'Dispute',
  tableName: 'dispute',
  properties: {
    id: p.uuid().primary(),
    assemblyId: p.uuid(),
    submissionId: p.uuid(),
    /** The ballot of it that the owner pointed at. */
    ballotId: p.uuid(),
    openedById: p.uuid(),
    openedAt: p.datetime(3),
    /** Raised when the result stood already. */
    afterEnd: p.boolean(),
    statement: p.text(),
    state: p.enum(disputeStates),
    decidedById: p.uuid().nullable(),
    decidedAt: p.datetime(3).nullable(),
    /** What the answer rests on. */
    evidence: p.text().nullable(),
    evidenceFileIds: p.array<string>().columnType('uuid[]'),
    /** Why it was rejected. */
    reason: p.text().nullable(),
  },
  uniques: [{ name: 'dispute_submission', properties: ['submissionId'] }],
  indexes: [
    { name: 'dispute_assembly', properties: ['assemblyId', 'openedAt'] },
    { name: 'dispute_ballot', properties: ['ballotId'] },
  ],
});
export type Dispute = InferEntity<typeof Dispute>;

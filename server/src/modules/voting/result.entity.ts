import { defineEntity, p, type InferEntity } from '@mikro-orm/core';

/** What stood at the closing second: written once, never altered, equal to a recount from the ballots. */
export const Result = defineEntity({
  name: 'Result',
  tableName: 'result',
  properties: {
    assemblyId: p.uuid().primary(),
    countedAt: p.datetime(3),
    ballots: p.integer(),
    /** Exact fractions as text. */
    tally: p.json<Record<string, unknown>>().columnType('jsonb'),
    /** SHA-256 of the canonical form of the counted ballots, in the order of their ids. */
    ballotsSha256: p.text(),
  },
});
export type Result = InferEntity<typeof Result>;

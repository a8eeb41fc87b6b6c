import { defineEntity, p } from '@mikro-orm/core';

/**
 * Append-only: who did what, when, to which ids; never the answers of a ballot.
 * An accepted call with an idempotency key is bound here too, so a repeat finds its first answer.
 */
export const JournalRow = defineEntity({
  name: 'JournalRow',
  tableName: 'journal',
  properties: {
    id: p.bigint('bigint').primary().autoincrement(),
    at: p.datetime(3),
    /** null: the clockwork, at a time the law sets. */
    accountId: p.uuid().nullable(),
    /** The token that acted, when an app did. */
    tokenId: p.uuid().nullable(),
    command: p.text(),
    /** Ids by role: { assembly: …, ballots: […] } */
    ids: p.json<Record<string, string | readonly string[] | null>>().columnType('jsonb'),
    /** What changed, before and after, where it is no secret. */
    changes: p.json<Record<string, unknown>>().columnType('jsonb').nullable(),
    idempotencyKey: p.text().nullable(),
    /** SHA-256 of the arguments under the idempotency key. */
    fingerprint: p.blob().nullable(),
    requestId: p.text().nullable(),
  },
  indexes: [
    { name: 'journal_at', properties: ['at'] },
    {
      // Whom a keeper of a register entered: they see those persons before they own anything.
      name: 'journal_registered',
      expression: `create index "journal_registered" on "journal" ("account_id") where "command" = 'registerPerson'`,
    },
    {
      // What was done, and by whom. Electronic ballots pay nothing for it: those of an account are found by their keys.
      name: 'journal_commands',
      expression: `create index "journal_commands" on "journal" ("command", "id") where "command" <> 'castBallot'`,
    },
    {
      name: 'journal_actors',
      expression: `create index "journal_actors" on "journal" ("account_id", "id") where "command" <> 'castBallot'`,
    },
    {
      // The history of a thing. Electronic ballots, by far the most rows, are left out and pay nothing for it.
      name: 'journal_things',
      expression: `create index "journal_things" on "journal" using gin ("ids" jsonb_path_ops) where "command" <> 'castBallot'`,
    },
    {
      // Who looked at somebody's details: asked by that somebody, and costs the other commands nothing.
      name: 'journal_look',
      expression: `create index "journal_look" on "journal" ((ids->>'person')) where "command" = 'revealPerson'`,
    },
  ],
  uniques: [
    {
      name: 'journal_idempotency',
      expression:
        'create unique index "journal_idempotency" on "journal" ("account_id", "idempotency_key") where "idempotency_key" is not null',
    },
  ],
});

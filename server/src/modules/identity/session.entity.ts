import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from './account.entity.ts';

/** A signed-in browser. The cookie holds the secret, the row only its keyed hash. */
export const Session = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(Account).mapToPk().joinColumn('account_id').index(),
    secretHash: p.blob().unique(),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    endedAt: p.datetime(3).nullable(),
    userAgent: p.text().nullable(),
    address: p.text().nullable(),
  },
});
export type Session = InferEntity<typeof Session>;

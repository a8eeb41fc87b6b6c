import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from './account.entity.ts';

/** A personal access token for apps: some of its person's rights, for a time. */
export const AccessToken = defineEntity({
  name: 'AccessToken',
  tableName: 'access_token',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(Account).mapToPk().joinColumn('account_id').index(),
    tokenName: p.text(),
    secretHash: p.blob().unique(),
    scopes: p.array<string>().columnType('text[]'),
    createdAt: p.datetime(3),
    expiresAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    /** To the minute, so that reading does not write on every call. */
    lastUsedAt: p.datetime(3).nullable(),
  },
});
export type AccessToken = InferEntity<typeof AccessToken>;

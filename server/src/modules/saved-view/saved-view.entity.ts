import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../identity/index.ts';

/** A list as somebody wants to find it again. */
export const SavedView = defineEntity({
  name: 'SavedView',
  tableName: 'saved_view',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(Account).mapToPk().joinColumn('account_id'),
    listName: p.text(),
    viewName: p.text(),
    /** The query of the link: filters, order and columns. */
    link: p.text(),
    shared: p.boolean(),
    createdAt: p.datetime(3),
    deletedAt: p.datetime(3).nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: 'saved_view_list', properties: ['listName', 'accountId'] }],
});
export type SavedView = InferEntity<typeof SavedView>;

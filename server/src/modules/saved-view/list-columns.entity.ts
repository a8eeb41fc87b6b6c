import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Account } from '../identity/index.ts';

/** Which columns somebody likes to see in a list of the console, in which order. */
export const ListColumns = defineEntity({
  name: 'ListColumns',
  tableName: 'list_columns',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(Account).mapToPk().joinColumn('account_id'),
    listName: p.text(),
    /** null: as a plain list shows them. */
    columns: p.array<string>().columnType('text[]').nullable(),
  },
  uniques: [{ name: 'list_columns_once', properties: ['accountId', 'listName'] }],
});
export type ListColumns = InferEntity<typeof ListColumns>;

import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Organisation } from '../identity/index.ts';

/** An apartment house (МКД). */
export const House = defineEntity({
  name: 'House',
  tableName: 'house',
  properties: {
    id: p.uuid().primary(),
    settlement: p.text(),
    street: p.text(),
    number: p.text(),
    /** Корпус, строение. */
    block: p.text().nullable(),
    /** The address in one normal form: the same address again is the same house. */
    addressKey: p.text(),
    fiasId: p.uuid().nullable(),
    cadastralNumber: p.text().nullable(),
    entrances: p.integer().nullable(),
    storeys: p.integer().nullable(),
    yearBuilt: p.integer().nullable(),
    wallMaterial: p.text().nullable(),
    series: p.text().nullable(),
    /** Who manages the house now. */
    organisationId: () => p.manyToOne(Organisation).mapToPk().joinColumn('organisation_id').nullable().index(),
    createdAt: p.datetime(3),
    importId: p.uuid().nullable(),
    withdrawnAt: p.datetime(3).nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { name: 'house_import', properties: ['importId'] },
    { name: 'house_created', properties: ['createdAt', 'id'] },
    {
      name: 'house_search',
      expression: 'create index "house_search" on "house" using gin ("address_key" gin_trgm_ops)',
    },
  ],
  uniques: [
    {
      name: 'house_address',
      expression: 'create unique index "house_address" on "house" ("address_key") where "withdrawn_at" is null',
    },
    {
      name: 'house_fias',
      expression:
        'create unique index "house_fias" on "house" ("fias_id") where "fias_id" is not null and "withdrawn_at" is null',
    },
  ],
});
export type House = InferEntity<typeof House>;

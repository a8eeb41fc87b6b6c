import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { House } from './house.entity.ts';
import { premisesKinds } from './rules/premises-kinds.ts';

/** A flat, a shop, a parking place or a store-room. Its area now; what it was before is in `premises_area`. */
export const Premises = defineEntity({
  name: 'Premises',
  tableName: 'premises',
  properties: {
    id: p.uuid().primary(),
    houseId: () => p.manyToOne(House).mapToPk().joinColumn('house_id'),
    kind: p.enum(premisesKinds),
    number: p.text(),
    /** The number as people sort it: digits padded. */
    numberKey: p.text(),
    entrance: p.integer().nullable(),
    floor: p.integer().nullable(),
    /** Hundredths of m². */
    areaHundredths: p.bigint('bigint').check('area_hundredths > 0'),
    cadastralNumber: p.text().nullable(),
    createdAt: p.datetime(3),
    importId: p.uuid().nullable(),
    withdrawnAt: p.datetime(3).nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: 'premises_import', properties: ['importId'] }],
  uniques: [
    {
      name: 'premises_number',
      expression:
        'create unique index "premises_number" on "premises" ("house_id", "number_key", "kind") where "withdrawn_at" is null',
    },
  ],
});
export type Premises = InferEntity<typeof Premises>;

/** The area of premises from a moment on, with the paper that says so. */
export const PremisesArea = defineEntity({
  name: 'PremisesArea',
  tableName: 'premises_area',
  properties: {
    id: p.uuid().primary(),
    premisesId: () => p.manyToOne(Premises).mapToPk().joinColumn('premises_id').index(),
    areaHundredths: p.bigint('bigint').check('area_hundredths > 0'),
    since: p.datetime(3),
    document: p.text(),
    recordedBy: p.uuid().nullable(),
  },
});

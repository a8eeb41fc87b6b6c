import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/index.ts';
import { Premises } from './premises.entity.ts';

/** A share in premises over a period `[since, until)`, held by one person or jointly by several (ГК art. 253). */
export const Ownership = defineEntity({
  name: 'Ownership',
  tableName: 'ownership',
  properties: {
    id: p.uuid().primary(),
    premisesId: () => p.manyToOne(Premises).mapToPk().joinColumn('premises_id').index(),
    shareNumerator: p.bigint('bigint').check('share_numerator > 0'),
    shareDenominator: p.bigint('bigint').check('share_denominator >= share_numerator'),
    joint: p.boolean(),
    titleKind: p.text().nullable(),
    titleNumber: p.text().nullable(),
    titleDate: p.date().nullable(),
    since: p.datetime(3),
    until: p.datetime(3).nullable(),
    /** The ownership this one came from, when it was transferred. */
    previousId: () => p.manyToOne(Ownership).mapToPk().joinColumn('previous_id').nullable(),
    importId: p.uuid().nullable(),
    withdrawnAt: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'ownership_import', properties: ['importId'] },
    { name: 'ownership_previous', properties: ['previousId'] },
  ],
});
export type Ownership = InferEntity<typeof Ownership>;

export const OwnershipHolder = defineEntity({
  name: 'OwnershipHolder',
  tableName: 'ownership_holder',
  properties: {
    ownershipId: () => p.manyToOne(Ownership).mapToPk().joinColumn('ownership_id').primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').primary().index(),
  },
});

/** A parent or guardian who acts for a minor, over a period. */
export const Guardianship = defineEntity({
  name: 'Guardianship',
  tableName: 'guardianship',
  properties: {
    id: p.uuid().primary(),
    childId: () => p.manyToOne(Person).mapToPk().joinColumn('child_id').index(),
    parentId: () => p.manyToOne(Person).mapToPk().joinColumn('parent_id').index(),
    document: p.text().nullable(),
    since: p.datetime(3),
    until: p.datetime(3).nullable(),
    importId: p.uuid().nullable(),
  },
});
export type Guardianship = InferEntity<typeof Guardianship>;

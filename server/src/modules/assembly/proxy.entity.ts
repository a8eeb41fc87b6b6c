import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from '../identity/index.ts';
import { Assembly } from './assembly.entity.ts';
import { House } from '../registry/index.ts';

/** A power of attorney (доверенность) to vote, over a term `[validFrom, validUntil)` (art. 48 p. 2; ГК 185.1, 188). */
export const Proxy = defineEntity({
  name: 'Proxy',
  tableName: 'proxy',
  properties: {
    id: p.uuid().primary(),
    houseId: () => p.manyToOne(House).mapToPk().joinColumn('house_id').index(),
    /** Only this assembly; null: any assembly of the house within the term. */
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id').nullable(),
    /** Only these premises; null: all that the owner has in the house. */
    premisesIds: p.array<string>().columnType('uuid[]').nullable(),
    ownerId: () => p.manyToOne(Person).mapToPk().joinColumn('owner_id').index(),
    holderId: () => p.manyToOne(Person).mapToPk().joinColumn('holder_id').index(),
    /** A document that does not name the right to vote does not give it. */
    mayVote: p.boolean(),
    documentKind: p.text(),
    documentNumber: p.text().nullable(),
    documentDate: p.date().nullable(),
    certifiedBy: p.text().nullable(),
    validFrom: p.datetime(3),
    validUntil: p.datetime(3),
    registeredAt: p.datetime(3),
    revokedAt: p.datetime(3).nullable(),
    revokeReason: p.text().nullable(),
  },
});
export type Proxy = InferEntity<typeof Proxy>;

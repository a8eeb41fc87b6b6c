import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Assembly } from './assembly.entity.ts';
import { rollChangeKinds } from './rules/roll-change-kinds.ts';

/** Premises as the roll of an assembly knows them; the area is that of the last dated correction. */
export const RollPremises = defineEntity({
  name: 'RollPremises',
  tableName: 'roll_premises',
  properties: {
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id').primary(),
    premisesId: p.uuid().primary(),
    kind: p.text(),
    number: p.text(),
    numberKey: p.text(),
    entrance: p.integer().nullable(),
    areaHundredths: p.bigint('bigint'),
  },
});

/**
 * One ownership on the frozen roll, with its exact weight. A sale ends one entry and begins another of the same
 * lineage: the same square metres, which count once.
 */
export const RollEntry = defineEntity({
  name: 'RollEntry',
  tableName: 'roll_entry',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    premisesId: p.uuid(),
    ownershipId: p.uuid(),
    lineageId: p.uuid(),
    /** Lineages this one was cut from, when only a part was sold. */
    ancestorLineageIds: p.array<string>().columnType('uuid[]'),
    holderIds: p.array<string>().columnType('uuid[]'),
    entrance: p.integer().nullable(),
    shareNumerator: p.bigint('bigint'),
    shareDenominator: p.bigint('bigint'),
    /** Exact weight in units of the assembly. */
    units: p.decimal('string').columnType('numeric').check('scale(units) = 0'),
    since: p.datetime(3),
    until: p.datetime(3).nullable(),
  },
  indexes: [
    { name: 'roll_entry_premises', properties: ['assemblyId', 'premisesId'] },
    { name: 'roll_entry_lineage', properties: ['assemblyId', 'lineageId'] },
    {
      name: 'roll_entry_holder',
      expression: 'create index "roll_entry_holder" on "roll_entry" using gin ("holder_ids")',
    },
  ],
});
export type RollEntry = InferEntity<typeof RollEntry>;

/** What the register learned after the roll was frozen: a dated entry, never a silent change. */
export const RollChange = defineEntity({
  name: 'RollChange',
  tableName: 'roll_change',
  properties: {
    id: p.uuid().primary(),
    assemblyId: () => p.manyToOne(Assembly).mapToPk().joinColumn('assembly_id'),
    at: p.datetime(3),
    effectiveAt: p.datetime(3),
    kind: p.enum(rollChangeKinds),
    detail: p.json<Record<string, unknown>>().columnType('jsonb'),
    recordedBy: p.uuid().nullable(),
  },
  indexes: [{ name: 'roll_change_assembly', properties: ['assemblyId', 'at', 'id'] }],
});

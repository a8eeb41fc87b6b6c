import { defineEntity, p } from '@mikro-orm/core';
import { Person } from '../identity/index.ts';
import { defectKinds, repairWays } from './rules/defect-kinds.ts';

/** What repaired a defect of a sheet, once and for all its ballots. A defect itself is found, and never stored. */
export const DefectRepair = defineEntity({
  name: 'DefectRepair',
  tableName: 'defect_repair',
  properties: {
    id: p.uuid().primary(),
    assemblyId: p.uuid().index('defect_repair_assembly'),
    submissionId: p.uuid(),
    /** The ballot of it that was looked at. */
    ballotId: p.uuid(),
    kind: p.enum(defectKinds),
    way: p.enum(repairWays),
    repairedById: () => p.manyToOne(Person).mapToPk().joinColumn('repaired_by_id'),
    at: p.datetime(3),
    /** What it rests on. */
    note: p.text().nullable(),
    evidenceFileIds: p.array<string>().columnType('uuid[]'),
    /** The date supplied for a sheet that bore none. */
    signedOn: p.date().nullable(),
  },
  uniques: [{ name: 'defect_repair_once', properties: ['submissionId', 'kind'] }],
});

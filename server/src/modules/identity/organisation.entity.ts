import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { organisationKinds } from './rules/organisation-kinds.ts';

/** A managing company (УК), an owners' association (ТСЖ) or a public body that runs assemblies. */
export const Organisation = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(organisationKinds),
    organisationName: p.text(),
    ogrn: p.text().unique(),
    postAddress: p.text().nullable(),
    phone: p.text().nullable(),
    site: p.text().nullable(),
    createdAt: p.datetime(3),
    version: p.integer().version(),
  },
  indexes: [
    { name: 'organisation_name', properties: ['organisationName', 'id'] },
    { name: 'organisation_created', properties: ['createdAt', 'id'] },
  ],
});
export type Organisation = InferEntity<typeof Organisation>;

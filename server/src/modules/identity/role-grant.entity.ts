import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { roles } from '../../kernel/viewer.ts';
import { Account } from './account.entity.ts';
import { Organisation } from './organisation.entity.ts';

/** A role with its scope and its term. Ended, never deleted. */
export const RoleGrant = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    accountId: () => p.manyToOne(Account).mapToPk().joinColumn('account_id').index(),
    role: p.enum(roles),
    organisationId: () => p.manyToOne(Organisation).mapToPk().joinColumn('organisation_id').nullable(),
    houseId: p.uuid().nullable(),
    assemblyId: p.uuid().nullable(),
    since: p.datetime(3),
    until: p.datetime(3).nullable(),
    revokedAt: p.datetime(3).nullable(),
    grantedBy: () => p.manyToOne(Account).mapToPk().joinColumn('granted_by').nullable(),
  },
  indexes: [{ name: 'role_grant_since', properties: ['since', 'id'] }],
  checks: [{ name: 'role_grant_one_place', expression: 'num_nonnulls(organisation_id, house_id, assembly_id) <= 1' }],
});
export type RoleGrant = InferEntity<typeof RoleGrant>;

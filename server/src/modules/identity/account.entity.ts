import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { Person } from './person.entity.ts';

/** A person's way in. */
export const Account = defineEntity({
  name: 'Account',
  tableName: 'account',
  properties: {
    id: p.uuid().primary(),
    personId: () => p.manyToOne(Person).mapToPk().joinColumn('person_id').unique(),
    /** Lower-case e-mail address or name to sign in with. */
    login: p.text().unique(),
    /** argon2id, PHC string; null until the invitation is accepted. */
    passwordHash: p.text().nullable(),
    locale: p.enum(['ru', 'en']).nullable(),
    createdAt: p.datetime(3),
    blockedAt: p.datetime(3).nullable(),
    version: p.integer().version(),
  },
  indexes: [{ name: 'account_created', properties: ['createdAt', 'id'] }],
});
export type Account = InferEntity<typeof Account>;

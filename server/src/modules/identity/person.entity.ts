import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { personKinds } from './rules/person-kinds.ts';

/** A natural person, a company or a public body. What is sealed opens only with a key kept outside the database. */
export const Person = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    kind: p.enum(personKinds),
    /** Natural person. */
    familyName: p.text().nullable(),
    givenName: p.text().nullable(),
    patronymic: p.text().nullable(),
    /** Company or public body. */
    bodyName: p.text().nullable(),
    ogrn: p.text().nullable(),
    /** The head through whose account a company or a public body acts. */
    headId: () => p.manyToOne(Person).mapToPk().joinColumn('head_id').nullable(),
    /** Keyed hash of the SNILS: finds the same person again without storing the number readable. */
    snilsHash: p.blob().nullable(),
    /** Sealed JSON of PersonDetails. */
    detailsSealed: p.blob().nullable(),
    /** The day a minor comes of age; null for whoever is of age. Kept apart because every vote asks it. */
    comesOfAgeOn: p.date().nullable(),
    createdAt: p.datetime(3),
    /** The import that created the row, and when it was undone. */
    importId: p.uuid().nullable(),
    withdrawnAt: p.datetime(3).nullable(),
    version: p.integer().version(),
  },
  indexes: [
    { name: 'person_import', properties: ['importId'] },
    { name: 'person_head', properties: ['headId'] },
    { name: 'person_created', properties: ['createdAt', 'id'] },
    {
      // The names as `persons` searches and sorts them: in lower case, with е for ё.
      name: 'person_search',
      expression: `create index "person_search" on "person" using gin (lower(translate(coalesce(body_name, family_name || ' ' || coalesce(given_name, '') || ' ' || coalesce(patronymic, ''), ''), 'Ёё', 'Ее')) gin_trgm_ops)`,
    },
    {
      name: 'person_name',
      expression: `create index "person_name" on "person" (lower(translate(coalesce(body_name, family_name || ' ' || coalesce(given_name, '') || ' ' || coalesce(patronymic, ''), ''), 'Ёё', 'Ее')), "id")`,
    },
  ],
  uniques: [
    {
      name: 'person_snils',
      expression:
        'create unique index "person_snils" on "person" ("snils_hash") where "snils_hash" is not null and "withdrawn_at" is null',
    },
    {
      name: 'person_ogrn',
      expression:
        'create unique index "person_ogrn" on "person" ("ogrn") where "ogrn" is not null and "withdrawn_at" is null',
    },
  ],
});
export type Person = InferEntity<typeof Person>;

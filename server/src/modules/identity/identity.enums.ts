import { registerEnumType } from 'type-graphql';
import { scopes, type Scope } from '../../kernel/access.ts';
import { enumOf } from '../../kernel/enum-of.ts';
import { roles, type Locale } from '../../kernel/viewer.ts';
import { organisationKinds } from './rules/organisation-kinds.ts';

export const RoleEnum = enumOf(roles);
registerEnumType(RoleEnum, {
  name: 'Role',
  description:
    'What an account may do, always within a scope and a term. An owner needs no role: ownership is the right.',
});

/** `people:read` is PEOPLE_READ in the schema, since a colon has no place in a name there. */
export const ScopeEnum = Object.fromEntries(
  scopes.map((scope) => [scope.toUpperCase().replace(':', '_'), scope]),
) as Record<string, Scope>;
registerEnumType(ScopeEnum, { name: 'AccessScope', description: 'What an access token may be allowed to do.' });

export const LocaleEnum = { RU: 'ru', EN: 'en' } as const satisfies Record<string, Locale>;
registerEnumType(LocaleEnum, { name: 'Locale', description: 'The languages Veche speaks.' });

export const OrganisationKindEnum = enumOf(organisationKinds);
registerEnumType(OrganisationKindEnum, {
  name: 'OrganisationKind',
  description: 'Who manages houses: a managing company (УК), an association of owners (ТСЖ) or a public body.',
});

export const personDetails = ['SNILS', 'PASSPORT', 'BIRTH_DATE', 'PHONES', 'EMAILS'] as const;
export type PersonDetail = (typeof personDetails)[number];
export const PersonDetailEnum = enumOf(personDetails);
registerEnumType(PersonDetailEnum, {
  name: 'PersonDetail',
  description: 'What is sealed and shown only by a recorded look.',
});

import { describe, expect, it } from 'vitest';
import { anonymous, clockwork, type Grant, type SignedIn, type Viewer } from '../../kernel/viewer.ts';
import * as policy from './identity.policy.ts';

function holder(grant: Partial<Grant> | null, more: Partial<SignedIn> = {}): SignedIn {
  const grants = grant
    ? [{ role: 'AUDITOR', organisationId: null, houseId: null, assemblyId: null, ...grant } as Grant]
    : [];
  return {
    kind: 'SIGNED_IN',
    accountId: 'account',
    personId: 'self',
    actorIds: ['self', 'company'],
    grants,
    scopes: 'ALL',
    sessionId: 'session',
    tokenId: null,
    locale: null,
    ...more,
  };
}
const app = { sessionId: null, tokenId: 'token', scopes: new Set(['people:write'] as const) };
const people = {
  anonymous,
  clockwork,
  owner: holder(null),
  administrator: holder({ role: 'PLATFORM_ADMINISTRATOR' }),
  administratorsApp: holder({ role: 'PLATFORM_ADMINISTRATOR' }, app),
  ofTheOrganisation: holder({ role: 'ASSEMBLY_ADMINISTRATOR', organisationId: 'o' }),
  ofAnotherOrganisation: holder({ role: 'ASSEMBLY_ADMINISTRATOR', organisationId: 'x' }),
  operator: holder({ role: 'CALL_CENTRE_OPERATOR' }),
  operatorOfAHouse: holder({ role: 'CALL_CENTRE_OPERATOR', houseId: 'h' }),
  auditor: holder({ role: 'AUDITOR' }),
  auditorOfAHouse: holder({ role: 'AUDITOR', houseId: 'h' }),
} satisfies Record<string, Viewer>;
type Who = keyof typeof people;

function whoMay(may: (viewer: Viewer) => boolean): Who[] {
  return (Object.keys(people) as Who[]).filter((name) => may(people[name]));
}

describe('who may', () => {
  it.each<[string, (viewer: Viewer) => boolean, Who[]]>([
    ['run the platform', policy.mayRunPlatform, ['administrator', 'administratorsApp']],
    ['give roles', policy.mayGiveRoles, ['administrator']],
    ['read accounts', policy.mayReadAccounts, ['administrator', 'administratorsApp', 'auditor']],
    [
      'register a person',
      policy.mayRegisterPerson,
      ['administrator', 'administratorsApp', 'ofTheOrganisation', 'ofAnotherOrganisation'],
    ],
    [
      'change how to reach organisation o',
      (viewer) => policy.mayAmendOrganisation(viewer, { organisationId: 'o', ofIdentity: false }),
      ['administrator', 'administratorsApp', 'ofTheOrganisation'],
    ],
    [
      'rename organisation o',
      (viewer) => policy.mayAmendOrganisation(viewer, { organisationId: 'o', ofIdentity: true }),
      ['administrator', 'administratorsApp'],
    ],
    [
      'reveal a person the register does not show them',
      (viewer) => policy.mayRevealPerson(viewer, { personId: 'other', visible: false }),
      ['administrator', 'administratorsApp', 'operator'],
    ],
    [
      'reveal a person the register shows them',
      (viewer) => policy.mayRevealPerson(viewer, { personId: 'other', visible: true }),
      ['administrator', 'administratorsApp', 'operator', 'operatorOfAHouse'],
    ],
    [
      'see the masked number of a person the register shows them',
      (viewer) => policy.maySeeMaskedSnils(viewer, { personId: 'other', visible: true }),
      [
        'administrator',
        'ofTheOrganisation',
        'ofAnotherOrganisation',
        'operator',
        'operatorOfAHouse',
        'auditor',
        'auditorOfAHouse',
      ],
    ],
    [
      'see the masked number of a person the register does not show them',
      (viewer) => policy.maySeeMaskedSnils(viewer, { personId: 'other', visible: false }),
      ['administrator', 'operator', 'auditor'],
    ],
    ['found the platform', policy.mayFoundPlatform, ['clockwork']],
  ])('%s', (_what, may, expected) => {
    expect(whoMay(may)).toEqual(expected);
  });

  it('reveals oneself, and the company that one heads, to everybody', () => {
    for (const personId of ['self', 'company']) {
      expect(policy.mayRevealPerson(people.owner, { personId, visible: false })).toBe(true);
      expect(policy.maySeeMaskedSnils(people.owner, { personId, visible: false })).toBe(true);
    }
  });
});

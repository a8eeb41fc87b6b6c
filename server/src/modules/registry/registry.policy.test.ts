import 'reflect-metadata';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../kernel/access.ts';
import { Parameters } from '../../kernel/page-query.ts';
import { anonymous, clockwork, type Grant, type Role, type SignedIn } from '../../kernel/viewer.ts';
import {
  housesServedBy,
  housesVisibleTo,
  mayAssignHouse,
  mayCreateHouse,
  mayKeepGuardianship,
  mayKeepRegister,
  mayReadNames,
  ownershipsVisibleTo,
  personsVisibleTo,
} from './registry.policy.ts';

const [house, otherHouse, organisation, otherOrganisation] = ['h1', 'h2', 'o1', 'o2'];
const here = { houseId: house, organisationId: organisation };

function grant(role: Role, place: Partial<Grant> = {}): Grant {
  return { role, organisationId: null, houseId: null, assemblyId: null, ...place };
}

function withGrants(...grants: readonly Grant[]): SignedIn {
  return {
    kind: 'SIGNED_IN',
    accountId: 'a1',
    personId: 'p1',
    actorIds: ['p1'],
    grants,
    scopes: 'ALL',
    sessionId: null,
    tokenId: null,
    locale: null,
  };
}

const platform = withGrants(grant('PLATFORM_ADMINISTRATOR'));
const ofOrganisation = withGrants(grant('ASSEMBLY_ADMINISTRATOR', { organisationId: organisation }));
const ofHouse = withGrants(grant('ASSEMBLY_ADMINISTRATOR', { houseId: house }));
const ofAssembly = withGrants(grant('ASSEMBLY_ADMINISTRATOR', { assemblyId: 's1' }));
const elsewhere = withGrants(
  grant('ASSEMBLY_ADMINISTRATOR', { houseId: otherHouse }),
  grant('ASSEMBLY_ADMINISTRATOR', { organisationId: otherOrganisation }),
);
const placeless = withGrants(grant('ASSEMBLY_ADMINISTRATOR'));
const auditor = withGrants(grant('AUDITOR'));
const operator = withGrants(grant('CALL_CENTRE_OPERATOR'));
const owner = withGrants();

describe('keeping a register', () => {
  it.each([
    ['the platform', platform, true],
    ['an administrator of its organisation', ofOrganisation, true],
    ['an administrator of the house', ofHouse, true],
    ['an administrator of one assembly', ofAssembly, false],
    ['an administrator elsewhere', elsewhere, false],
    ['an administrator of no place', placeless, false],
    ['an auditor', auditor, false],
    ['an operator', operator, false],
    [
      'a scoped administrator of the platform',
      withGrants(grant('PLATFORM_ADMINISTRATOR', { houseId: otherHouse })),
      false,
    ],
    ['an owner', owner, false],
    ['nobody', anonymous, false],
    ['the clockwork', clockwork, false],
  ])('%s: %#', (_who, viewer, may) => {
    expect(mayKeepRegister(viewer, here)).toBe(may);
  });

  it('of a house that nobody manages is no organisation’s', () => {
    expect(mayKeepRegister(ofOrganisation, { houseId: house, organisationId: null })).toBe(false);
  });

  it('includes who acts for a child, wherever the child owns something', () => {
    expect(mayKeepGuardianship(ofHouse, [{ houseId: otherHouse, organisationId: null }, here])).toBe(true);
    expect(mayKeepGuardianship(ofHouse, [])).toBe(false);
    expect(mayKeepGuardianship(platform, [])).toBe(true);
  });

  it('begins with a house of one’s own organisation', () => {
    expect(mayCreateHouse(ofOrganisation, organisation)).toBe(true);
    expect(mayCreateHouse(ofOrganisation, otherOrganisation)).toBe(false);
    expect(mayCreateHouse(ofOrganisation, null)).toBe(false);
    expect(mayCreateHouse(ofHouse, organisation)).toBe(false);
    expect(mayCreateHouse(platform, null)).toBe(true);
    expect(mayAssignHouse(platform)).toBe(true);
    expect(mayAssignHouse(ofOrganisation)).toBe(false);
  });
});

describe('reading a register', () => {
  const filters = [housesServedBy, housesVisibleTo, ownershipsVisibleTo, personsVisibleTo];

  it('is whole for roles over the platform', () => {
    for (const viewer of [platform, auditor, operator, clockwork]) {
      for (const filter of filters) expect(filter(viewer, new Parameters(), new Date(0))).toBe('true');
    }
  });

  it('is nothing without signing in', () => {
    for (const filter of filters) {
      expect(filter(anonymous, new Parameters(), new Date(0))).toBe('false');
    }
  });

  it('is narrowed to the place of a role, and a role of no place opens none', () => {
    const parameters = new Parameters();
    expect(housesServedBy(elsewhere, parameters)).toBe('(h.id = $1::uuid or h.organisation_id = $2::uuid)');
    expect(parameters.values).toEqual([otherHouse, otherOrganisation]);
    expect(housesServedBy(placeless, new Parameters())).toBe('false');
    expect(housesServedBy(withGrants(grant('AUDITOR', { houseId: house })), new Parameters())).toBe('h.id = $1::uuid');
  });

  it('names owners only to whoever may read about people', () => {
    const token = (...scopes: readonly Scope[]): SignedIn => ({ ...platform, scopes: new Set(scopes) });
    expect(mayReadNames(platform)).toBe(true);
    expect(mayReadNames(token('houses:read'))).toBe(false);
    expect(mayReadNames(token('people:read'))).toBe(true);
    expect(mayReadNames(anonymous)).toBe(false);
    expect(personsVisibleTo(token('houses:read'), new Parameters(), new Date(0))).toBe('false');
  });
});

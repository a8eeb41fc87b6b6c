import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, test } from 'vitest';
import { allBeginnings, useBeginnings } from './beginnings.ts';
import { useSessionStore, type HeldRole } from './session.store.ts';

const nowhere = { organisationId: null, houseId: null, assemblyId: null };

function begunBy(...roles: readonly HeldRole[]): string[] {
  useSessionStore().signedIn = { accountId: 'AC_1', personId: 'PE_1', name: '', roles };
  return allBeginnings.filter(useBeginnings().mayBegin);
}

describe('what may be begun', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
  });
  const own = ['createAccessToken', 'changePassword'];
  const keeper = ['draftAssembly', 'importRegister', 'createHouse', 'registerPerson'];

  test('an owner, an auditor and the call centre begin only what is theirs', () => {
    expect(begunBy()).toEqual(own);
    expect(begunBy({ role: 'AUDITOR', ...nowhere }, { role: 'CALL_CENTRE_OPERATOR', ...nowhere })).toEqual(own);
  });

  test('who keeps one house draws up and enters, and gives nobody rights', () => {
    expect(begunBy({ role: 'ASSEMBLY_ADMINISTRATOR', ...nowhere, houseId: 'HO_1' })).toEqual([...keeper, ...own]);
  });

  test('the administrator of the whole platform begins anything, of one organisation not', () => {
    expect(begunBy({ role: 'PLATFORM_ADMINISTRATOR', ...nowhere })).toEqual(allBeginnings);
    expect(begunBy({ role: 'PLATFORM_ADMINISTRATOR', ...nowhere, organisationId: 'OR_1' })).not.toContain('grantRole');
  });
});

import { expect, it } from 'vitest';
import type { Role } from '../../../kernel/viewer.ts';
import { roleScopeProblem } from './role-scope.ts';

const nowhere = { organisationId: null, houseId: null, assemblyId: null };

it.each<[Role, Partial<typeof nowhere> | Record<string, string>, string | null]>([
  ['PLATFORM_ADMINISTRATOR', {}, null],
  ['PLATFORM_ADMINISTRATOR', { houseId: 'h' }, 'NO_SCOPE_POSSIBLE'],
  ['ASSEMBLY_ADMINISTRATOR', {}, 'SCOPE_NEEDED'],
  ['ASSEMBLY_ADMINISTRATOR', { organisationId: 'o' }, null],
  ['ASSEMBLY_ADMINISTRATOR', { assemblyId: 'a' }, null],
  ['ASSEMBLY_ADMINISTRATOR', { organisationId: 'o', houseId: 'h' }, 'MORE_THAN_ONE_SCOPE'],
  ['CALL_CENTRE_OPERATOR', {}, null],
  ['CALL_CENTRE_OPERATOR', { organisationId: 'o' }, null],
  ['AUDITOR', {}, null],
  ['AUDITOR', { houseId: 'h' }, null],
  ['AUDITOR', { houseId: 'h', assemblyId: 'a' }, 'MORE_THAN_ONE_SCOPE'],
])('%s over %j: %s', (role, scope, problem) => {
  expect(roleScopeProblem({ role, ...nowhere, ...scope })).toBe(problem);
});

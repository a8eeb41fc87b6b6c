import type { AccountSort, AccountState, Role, RoleGrantSort } from '@veche/shared/operations';

export const accountStates = ['INVITED', 'LAPSED', 'ACTIVE', 'BLOCKED'] as const satisfies AccountState[];
const accountSorts = [
  'NEWEST',
  'OLDEST',
  'NAME',
  'NAME_DESCENDING',
  'LOGIN',
  'LOGIN_DESCENDING',
] as const satisfies AccountSort[];
export const staffRoles = [
  'PLATFORM_ADMINISTRATOR',
  'ASSEMBLY_ADMINISTRATOR',
  'CALL_CENTRE_OPERATOR',
  'AUDITOR',
] as const satisfies Role[];
export const terms = ['YES', 'NO'] as const;

export const accountList = {
  name: 'accounts',
  filters: { state: accountStates },
  sorts: accountSorts,
  columns: ['person', 'login', 'state', 'invitedUntil', 'createdAt'],
} as const;

export const roleList = {
  name: 'roles',
  filters: { role: staffRoles, force: terms, account: 'ANY' },
  sorts: ['NEWEST', 'OLDEST', 'NAME', 'NAME_DESCENDING'] as const satisfies RoleGrantSort[],
  columns: ['person', 'role', 'place', 'since', 'until', 'state'],
} as const;

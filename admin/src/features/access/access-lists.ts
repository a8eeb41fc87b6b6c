import type { AccountState, Role } from '@veche/shared/operations';

export const accountStates = ['INVITED', 'LAPSED', 'ACTIVE', 'BLOCKED'] as const satisfies AccountState[];
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
  sorts: ['NEWEST'],
  columns: ['person', 'login', 'state', 'invitedUntil', 'createdAt'],
} as const;

export const roleList = {
  name: 'roles',
  filters: { role: staffRoles, force: terms, account: 'ANY' },
  sorts: ['NEWEST'],
  columns: ['person', 'role', 'place', 'since', 'until', 'state'],
} as const;

import type { AssemblySort, AssemblyState } from '@veche/shared/operations';

export const assemblyStates = [
  'DRAFT',
  'ANNOUNCED',
  'VOTING',
  'CLOSED',
  'CANCELLED',
] as const satisfies AssemblyState[];
export const assemblySorts = [
  'NEWEST',
  'OPENS_AT',
  'OPENS_AT_DESCENDING',
  'CLOSES_AT',
  'CLOSES_AT_DESCENDING',
  'ADDRESS',
  'ADDRESS_DESCENDING',
] as const satisfies AssemblySort[];

export const assemblyList = {
  name: 'assemblies',
  filters: { state: assemblyStates, house: 'ANY' },
  sorts: assemblySorts,
  columns: ['assembly', 'state', 'legalMode', 'opensAt', 'closesAt'],
} as const;

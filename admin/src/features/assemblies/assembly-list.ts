import type { AssemblySort, AssemblyState } from '@veche/shared/operations';

export const assemblyStates = [
  'DRAFT',
  'ANNOUNCED',
  'VOTING',
  'CLOSED',
  'CANCELLED',
] as const satisfies AssemblyState[];
export const assemblySorts = ['NEWEST', 'OPENS_AT', 'CLOSES_AT'] as const satisfies AssemblySort[];

export const assemblyList = {
  name: 'assemblies',
  filters: { state: assemblyStates },
  sorts: assemblySorts,
  columns: ['assembly', 'state', 'legalMode', 'opensAt', 'closesAt'],
} as const;

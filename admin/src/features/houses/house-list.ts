import type { HouseSort, PremisesKind, PremisesSort } from '@veche/shared/operations';

export const houseSorts = ['ADDRESS', 'ADDRESS_DESCENDING', 'NEWEST', 'OLDEST'] as const satisfies HouseSort[];
export const premisesSorts = [
  'NUMBER',
  'NUMBER_DESCENDING',
  'AREA_DESCENDING',
  'AREA',
] as const satisfies PremisesSort[];
export const premisesKinds = ['FLAT', 'NON_RESIDENTIAL', 'PARKING', 'STOREROOM'] as const satisfies PremisesKind[];

export const houseList = {
  name: 'houses',
  filters: { only: ['mine', 'problems'] },
  sorts: houseSorts,
  columns: ['address', 'organisation', 'premises', 'area', 'known', 'problems', 'built', 'cadastral', 'fias'],
  hidden: ['built', 'cadastral', 'fias'],
} as const;

export const premisesList = {
  name: 'premises',
  filters: { kind: premisesKinds, entrance: 'ANY', floor: 'ANY' },
  sorts: premisesSorts,
  columns: ['number', 'kind', 'entrance', 'floor', 'area', 'owners', 'cadastral'],
  hidden: ['cadastral'],
} as const;

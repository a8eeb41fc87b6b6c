import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { premisesKinds } from './rules/premises-kinds.ts';

export const PremisesKindEnum = enumOf(premisesKinds);
registerEnumType(PremisesKindEnum, {
  name: 'PremisesKind',
  description: 'A flat, another room that is no dwelling, a parking place (машино-место) or a store-room.',
});

export const HouseSortEnum = {
  ADDRESS: 'ADDRESS',
  ADDRESS_DESCENDING: 'ADDRESS_DESCENDING',
  NEWEST: 'NEWEST',
  OLDEST: 'OLDEST',
} as const;
export type HouseSort = keyof typeof HouseSortEnum;
registerEnumType(HouseSortEnum, { name: 'HouseSort' });

export const PremisesSortEnum = enumOf(['NUMBER', 'NUMBER_DESCENDING', 'AREA', 'AREA_DESCENDING']);
export type PremisesSort = keyof typeof PremisesSortEnum;
registerEnumType(PremisesSortEnum, { name: 'PremisesSort' });

export const PersonSortEnum = enumOf(['NAME', 'NAME_DESCENDING', 'NEWEST', 'OLDEST']);
export type PersonSort = keyof typeof PersonSortEnum;
registerEnumType(PersonSortEnum, { name: 'PersonSort' });

/** What a house consists of besides its common property (Housing Code art. 16, 36): flats, other rooms, parking places. */
export const premisesKinds = ['FLAT', 'NON_RESIDENTIAL', 'PARKING', 'STOREROOM'] as const;
export type PremisesKind = (typeof premisesKinds)[number];

/** By the end of the voting, or by the address of the house. */
export const unsignedSorts = ['ENDED_LAST', 'ENDED_FIRST', 'ADDRESS', 'ADDRESS_DESCENDING'] as const;
export type UnsignedSort = (typeof unsignedSorts)[number];

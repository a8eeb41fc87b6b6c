/** What the register may learn after the roll was frozen; each becomes a dated entry (art. 48 p. 3; ГК art. 8.1). */
export const rollChangeKinds = ['TRANSFER', 'AREA', 'OWNERSHIP_RECORDED', 'OWNERSHIP_ENDED'] as const;
export type RollChangeKind = (typeof rollChangeKinds)[number];

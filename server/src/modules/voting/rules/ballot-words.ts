/** What a ballot may be and why it may not count (art. 48 p. 4–6; the first ballot on record stands). */

export const ballotChannels = ['ELECTRONIC', 'PAPER'] as const;

export const ballotStates = ['COUNTED', 'REJECTED', 'ANNULLED'] as const;
export type BallotState = (typeof ballotStates)[number];

export const ballotReasons = [
  'LATE',
  'EARLY',
  'UNSIGNED',
  'NOT_OWNER',
  'NO_AUTHORITY',
  'EMPTY',
  'ALREADY_VOTED',
  'NOT_CONFIRMED',
  'DISPUTE_UPHELD',
  'SOLD_BEFORE',
] as const;
export type BallotReason = (typeof ballotReasons)[number];

export const authorities = ['OWNER', 'HEAD', 'PARENT', 'PROXY'] as const;

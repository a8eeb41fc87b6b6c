/** Votes are taken from the first moment to the last, by the clock of the server that receives them (art. 47.1 p. 6, 8). */

/** The vote lasts from its first moment up to, and without, its last: [opensAt, closesAt). */
export function isWithinVoting(receivedAt: number, opensAt: number, closesAt: number): boolean {
  return receivedAt >= opensAt && receivedAt < closesAt;
}

/** Paper handed over within the second of the limit is still in time. */
export function isPaperInTime(handedOverAt: number, opensAt: number, paperAcceptedUntil: number): boolean {
  return handedOverAt >= opensAt && Math.floor(handedOverAt / 1000) <= Math.floor(paperAcceptedUntil / 1000);
}

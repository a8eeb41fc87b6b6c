/** An ownership counts from the moment it is registered and up to, but without, the moment it passes on (Civil Code art. 8.1). */

export interface Period {
  /** null: for as long as the register knows. */
  readonly since: number | null;
  /** null: to this day. */
  readonly until: number | null;
}

export function isOwnedOn({ since, until }: Period, moment: number): boolean {
  return (since === null || since <= moment) && (until === null || moment < until);
}

export function ownedOn<Ownership extends Period>(ownerships: readonly Ownership[], moment: number): Ownership[] {
  return ownerships.filter((ownership) => isOwnedOn(ownership, moment));
}

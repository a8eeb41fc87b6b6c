import type { DatabaseAddress } from './address.ts';

export interface StartedDatabase {
  readonly address: DatabaseAddress;
  /** Rejects with a `StartProblem` when the database has gone for good and Veche should end; never resolves. */
  readonly lost: Promise<never>;
  stop(): Promise<void>;
}

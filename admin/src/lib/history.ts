import { inject, type InjectionKey } from 'vue';
import type { Problem } from './problem.ts';

/** A thing by its id, with its name where the reader may see it. */
export interface Named {
  readonly id: string;
  readonly name?: string | null;
}

export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly command: string;
  /** null: the clockwork. */
  readonly by: string | null;
  readonly throughApp: boolean;
  readonly touched: readonly Named[];
  /** As the journal keeps them: JSON, and the things it tells of. */
  readonly changes: string | null;
  readonly mentioned: readonly Named[];
}

/** In words. */
export interface Change {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface ObjectHistory {
  readonly rows: readonly HistoryRow[];
  readonly totalCount: number;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly problem: Problem | null;
  more(): void;
}

export interface Histories {
  /** Whether this viewer may read what happened to things at all. */
  readonly mayRead: boolean;
  /** Of every thing, not only within some houses and assemblies. */
  readonly isWhole: boolean;
  of(objectId: () => string): ObjectHistory;
}

export const historiesKey: InjectionKey<Histories> = Symbol('histories');

export function useHistories(): Histories | null {
  return inject(historiesKey, null);
}

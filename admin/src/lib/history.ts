import { inject, type InjectionKey } from 'vue';
import type { Problem } from './problem.ts';

export interface HistoryRow {
  readonly id: string;
  readonly at: string;
  readonly command: string;
  /** null: the clockwork. */
  readonly by: string | null;
  readonly throughApp: boolean;
  readonly touched: readonly { readonly role: string; readonly id: string; readonly name: string | null }[];
  readonly changes: readonly Change[];
}

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
  of(objectId: () => string): ObjectHistory;
}

export const historiesKey: InjectionKey<Histories> = Symbol('histories');

export function useHistories(): Histories | null {
  return inject(historiesKey, null);
}

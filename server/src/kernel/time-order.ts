import { registerEnumType } from 'type-graphql';
import { enumOf } from './enum-of.ts';
import type { SortKey } from './page-query.ts';

const timeOrders = ['NEWEST', 'OLDEST'] as const;
export type TimeOrder = (typeof timeOrders)[number];

export const TimeOrderEnum = enumOf(timeOrders);
registerEnumType(TimeOrderEnum, { name: 'TimeOrder', description: 'The order of a list that runs by time alone.' });

/** The moment and whatever makes it unique, both the same way. */
export function byTime(order: TimeOrder, ...keys: readonly Omit<SortKey, 'descending'>[]): readonly SortKey[] {
  return keys.map((key) => ({ ...key, descending: order === 'NEWEST' }));
}

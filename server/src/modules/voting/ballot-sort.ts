import { registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import type { SortKey } from '../../kernel/page-query.ts';

const ballotSorts = ['NEWEST', 'OLDEST', 'WEIGHT', 'WEIGHT_ASCENDING', 'PREMISES', 'PREMISES_DESCENDING'] as const;
export type BallotSort = (typeof ballotSorts)[number];

/** A ballot that found no entry on the roll weighs nothing. */
const weight = { by: 'coalesce(re.units, 0)', type: 'numeric' } as const;
const door = {
  by: `coalesce((select p.number_key from premises p where p.id = b.premises_id), '')`,
  type: 'text',
} as const;
const byId = { by: 'b.id', type: 'uuid' } as const;

/** Over `ballot b left join roll_entry re`. */
export const ballotOrders: Readonly<Record<BallotSort, readonly SortKey[]>> = {
  NEWEST: [
    { by: 'b.received_at', type: 'timestamptz', descending: true },
    { by: 'b.id', type: 'uuid', descending: true },
  ],
  OLDEST: [
    { by: 'b.received_at', type: 'timestamptz' },
    { by: 'b.id', type: 'uuid' },
  ],
  WEIGHT: [{ ...weight, descending: true }, byId],
  WEIGHT_ASCENDING: [weight, byId],
  PREMISES: [door, byId],
  PREMISES_DESCENDING: [{ ...door, descending: true }, byId],
};

export const BallotSortEnum = enumOf(ballotSorts);
registerEnumType(BallotSortEnum, {
  name: 'BallotSort',
  description: 'WEIGHT: the heaviest first. PREMISES: by the number on the door.',
});

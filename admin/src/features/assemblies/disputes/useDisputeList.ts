import { DisputesDocument, type DisputesQuery, type DisputeState, type TimeOrder } from '@veche/shared/operations';
import { isSpokenCode } from '../../../lib/spoken-code.ts';
import { useListView } from '../../../lib/useListView.ts';

export type ShownDispute = DisputesQuery['disputes']['nodes'][number];
export const disputeStates = ['OPEN', 'UPHELD', 'REJECTED'] as const satisfies DisputeState[];

const disputeList = {
  name: 'disputes',
  filters: { state: disputeStates },
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['owner', 'premises', 'openedAt', 'state', 'evidence'],
} as const;

/** What owners of an assembly say is not theirs. */
export function useDisputeList(assemblyId: () => string) {
  return useListView(disputeList, {
    query: DisputesDocument,
    variables: ({ filters, text, sort }) => ({
      assemblyId: assemblyId(),
      sort,
      ...(text === '' ? {} : isSpokenCode(text) ? { code: text } : { text }),
      states: filters.state.length > 0 ? [...filters.state] : null,
    }),
    connection: ({ disputes }) => disputes,
  });
}

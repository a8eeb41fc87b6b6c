import { UnsignedMinutesDocument, type UnsignedMinutesQuery, type UnsignedMinutesSort } from '@veche/shared/operations';
import { useListView } from '../../../lib/useListView.ts';

export type UnsignedRow = UnsignedMinutesQuery['unsignedMinutes']['nodes'][number];
export const unsignedSorts = [
  'ENDED_LAST',
  'ENDED_FIRST',
  'ADDRESS',
  'ADDRESS_DESCENDING',
] as const satisfies UnsignedMinutesSort[];

const unsignedList = {
  name: 'unsigned-minutes',
  filters: { house: 'ANY' },
  sorts: unsignedSorts,
  columns: ['assembly', 'closesAt', 'madeAt', 'legalMode', 'form'],
  hidden: ['form'],
} as const;

/** Minutes that wait for a signature of whoever answers for them. */
export function useUnsignedList() {
  return useListView(unsignedList, {
    query: UnsignedMinutesDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        ...(filters.house[0] === undefined ? {} : { houseId: filters.house[0] }),
        ...(text === '' ? {} : { text }),
      },
    }),
    connection: ({ unsignedMinutes }) => unsignedMinutes,
  });
}

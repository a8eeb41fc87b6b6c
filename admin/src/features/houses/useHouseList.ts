import { HousesDocument } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { houseList } from './house-list.ts';

/** Houses under the filter of the link. */
export function useHouseList() {
  return useListView(houseList, {
    query: HousesDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        ...(filters.only.includes('mine') ? { mine: true } : {}),
        ...(filters.only.includes('problems') ? { hasShareProblems: true } : {}),
        ...(text === '' ? {} : { text }),
      },
    }),
    connection: ({ houses }) => houses,
  });
}

import { HousePremisesDocument } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { premisesList } from './house-list.ts';

/** The premises of a house with their owners, under the filter of the link. */
export function usePremisesList(houseId: () => string) {
  return useListView(premisesList, {
    query: HousePremisesDocument,
    variables: ({ filters, text, sort }) => ({
      houseId: houseId(),
      sort,
      filter: {
        ...(filters.kind[0] ? { kind: filters.kind[0] } : {}),
        ...(/^\d{1,3}$/.test(filters.entrance[0] ?? '') ? { entrance: Number(filters.entrance[0]) } : {}),
        ...(text === '' ? {} : { number: text }),
      },
    }),
    connection: ({ house }) => house?.premises,
  });
}

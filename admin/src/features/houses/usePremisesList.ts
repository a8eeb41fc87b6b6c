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
        ...numbered('entrance', filters.entrance[0]),
        ...numbered('floor', filters.floor[0]),
        ...(text === '' ? {} : { number: text }),
      },
    }),
    connection: ({ house }) => house?.premises,
  });
}

const numbered = (name: 'entrance' | 'floor', written: string | undefined): { entrance?: number; floor?: number } =>
  /^-?\d{1,3}$/.test(written ?? '') ? { [name]: Number(written) } : {};

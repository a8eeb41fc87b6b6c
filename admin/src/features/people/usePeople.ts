import { PersonsDocument } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { asked, peopleList } from './people-list.ts';

/** People of the register as this viewer may see them; a whole СНИЛС or ОГРН in the search is looked up exactly. */
export function usePeople() {
  return useListView(peopleList, {
    query: PersonsDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: { ...(filters.kind[0] ? { kind: filters.kind[0] } : {}), ...asked(text) },
    }),
    connection: ({ persons }) => persons,
  });
}

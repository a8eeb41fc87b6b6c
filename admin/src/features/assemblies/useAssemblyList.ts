import { AssembliesDocument } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { assemblyList } from './assembly-list.ts';

/** The list that the link describes. */
export function useAssemblyList() {
  return useListView(assemblyList, {
    query: AssembliesDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        ...(filters.state.length > 0 ? { states: [...filters.state] } : {}),
        ...(filters.house[0] === undefined ? {} : { houseId: filters.house[0] }),
        ...(text === '' ? {} : { text }),
      },
    }),
    connection: ({ assemblies }) => assemblies,
  });
}

import { ImportsDocument } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { importList } from './import-list.ts';

/** Imports that the link asks for, newest first. */
export function useImportList() {
  return useListView(importList, {
    query: ImportsDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      ...(filters.state.length > 0 ? { states: [...filters.state] } : {}),
      ...(text === '' ? {} : { text }),
    }),
    connection: ({ imports }) => imports,
  });
}

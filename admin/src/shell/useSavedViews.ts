import {
  DeleteViewDocument,
  RenameViewDocument,
  SavedViewsDocument,
  SaveViewDocument,
  ShareViewDocument,
} from '@veche/shared/operations';
import { useClientHandle, type CombinedError } from '@urql/vue';
import { reactive } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../lib/problem.ts';
import type { SavedView, SavedViews } from '../lib/saved-views.ts';

interface Outcome {
  readonly error?: CombinedError | undefined;
  readonly userErrors?: readonly FieldRefusal[] | undefined;
}

/** Saved views as the server keeps them, for whoever shows a list. */
export function useSavedViews(): (list: string) => SavedViews {
  const { client } = useClientHandle();
  return (list) => {
    const state = reactive({
      views: [] as readonly SavedView[],
      refusal: null as FieldRefusal | null,
      problem: null as Problem | null,
    });
    const read = async (): Promise<void> => {
      const { data, error } = await client
        .query(SavedViewsDocument, { list }, { requestPolicy: 'network-only' })
        .toPromise();
      state.problem = problemOf(error);
      state.views = (data?.savedViews.nodes ?? []).map(({ link, ownerName, ...view }) => ({
        ...view,
        ownerName: ownerName ?? null,
        link: Object.fromEntries(new URLSearchParams(link)),
      }));
    };
    const settle = async ({ error, userErrors = [] }: Outcome): Promise<boolean> => {
      const done = !error && userErrors.length === 0;
      await read();
      state.problem = problemOf(error) ?? state.problem;
      state.refusal = userErrors[0] ?? null;
      return done;
    };
    return Object.assign(state, {
      load: () => void read(),
      save: async (name: string, link: Readonly<Record<string, unknown>>, shared: boolean) => {
        const written = String(new URLSearchParams(Object.entries(link).map(([key, value]) => [key, String(value)])));
        const { data, error } = await client
          .mutation(SaveViewDocument, { input: { list, name, link: written, shared } })
          .toPromise();
        return settle({ error, userErrors: data?.saveView.userErrors });
      },
      rename: async ({ id, version }: SavedView, name: string) => {
        const input = { savedViewId: id, name, version };
        const { data, error } = await client.mutation(RenameViewDocument, { input }).toPromise();
        return settle({ error, userErrors: data?.renameView.userErrors });
      },
      share: async ({ id, version }: SavedView, shared: boolean) => {
        const input = { savedViewId: id, shared, version };
        const { data, error } = await client.mutation(ShareViewDocument, { input }).toPromise();
        return settle({ error, userErrors: data?.shareView.userErrors });
      },
      remove: async ({ id }: SavedView) => {
        const { data, error } = await client.mutation(DeleteViewDocument, { input: { savedViewId: id } }).toPromise();
        return settle({ error, userErrors: data?.deleteView.userErrors });
      },
    });
  };
}

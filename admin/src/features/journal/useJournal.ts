import { FindAccountsDocument, JournalDocument, type JournalRowPartsFragment } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { useListView } from '../../lib/useListView.ts';
import type { Pickable } from '../../ui/pickable.ts';
import { journalList, periodOf } from './journal-list.ts';

export type JournalRow = JournalRowPartsFragment;

/** Everything that was done, by who, what, when and to which object. */
export function useJournal() {
  const { client } = useClientHandle();
  const list = useListView(journalList, {
    query: JournalDocument,
    variables: ({ filters: { who, what, object, since, until }, text, sort }) => ({
      sort,
      filter: {
        ...(text === '' ? {} : { text }),
        ...(who[0] ? { accountId: who[0] } : {}),
        ...(what[0] ? { command: what[0] } : {}),
        ...(object[0] ? { objectId: object[0] } : {}),
        ...periodOf(since[0], until[0]),
      },
    }),
    connection: ({ journal }) => journal,
  });

  async function findAccounts(text: string): Promise<readonly Pickable[]> {
    const { data } = await client.query(FindAccountsDocument, { text }).toPromise();
    return (data?.accounts.nodes ?? []).map(({ id, login, person }) => ({
      id,
      label: login,
      under: person.displayName,
    }));
  }

  return { list, findAccounts };
}

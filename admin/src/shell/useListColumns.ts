import { KeepListColumnsDocument, MyListColumnsDocument } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { shallowRef } from 'vue';
import { useI18n } from 'vue-i18n';
import type { KeptColumns } from '../lib/list-columns.ts';
import { problemOf } from '../lib/problem.ts';
import { useToastsStore } from '../lib/toasts.store.ts';

type Kept = ReadonlyMap<string, readonly string[]>;
const byList = (rows: readonly { readonly list: string; readonly columns: readonly string[] }[]): Kept =>
  new Map(rows.map(({ list, columns }) => [list, columns]));

/** The columns that somebody likes, read once and kept by the server, one change after the other. */
export function useListColumns(): KeptColumns {
  const { client } = useClientHandle();
  const { t } = useI18n();
  const toasts = useToastsStore();
  const known = shallowRef<Kept | null>(null);
  const wanted = new Map<string, readonly string[] | null>();
  let last: Promise<void> = Promise.resolve();

  async function read(): Promise<void> {
    const { data } = await client.query(MyListColumnsDocument, {}, { requestPolicy: 'network-only' }).toPromise();
    if (data && wanted.size === 0) known.value = byList(data.myListColumns);
  }
  async function write(list: string, columns: readonly string[] | null): Promise<void> {
    // Of several clicks in a row only the last is worth keeping.
    if (wanted.get(list) !== columns) return;
    const input = { list, columns: columns && [...columns] };
    const { data, error } = await client.mutation(KeepListColumnsDocument, { input }).toPromise();
    const refusal = problemOf(error) ?? data?.keepListColumns.userErrors[0];
    if (refusal) toasts.say(t('shell.columnsNotKept', { why: refusal.message }), 'bad');
  }
  void read();
  return {
    of: (list) => (known.value === null ? undefined : (known.value.get(list) ?? null)),
    keep: (list, columns) => {
      wanted.set(list, columns);
      const next = new Map(known.value ?? []);
      if (columns === null) next.delete(list);
      else next.set(list, columns);
      known.value = next;
      last = last.then(async () => write(list, columns));
    },
  };
}

import { ObjectHistoryDocument, type JournalRowPartsFragment } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, reactive, ref } from 'vue';
import type { Histories, HistoryRow } from '../lib/history.ts';
import { problemOf } from '../lib/problem.ts';
import { useSessionStore } from '../lib/session.store.ts';

const step = 20;

/** What happened to things, from the journal: for administrators and auditors, within their places. */
export function useHistory(): Histories {
  const session = useSessionStore();
  return reactive({
    mayRead: computed(() => session.holds('PLATFORM_ADMINISTRATOR', 'AUDITOR', 'ASSEMBLY_ADMINISTRATOR')),
    isWhole: computed(() => session.holdsEverywhere('PLATFORM_ADMINISTRATOR', 'AUDITOR')),
    of: (objectId: () => string) => {
      const first = ref(step);
      const { data, error, fetching } = useQuery({
        query: ObjectHistoryDocument,
        variables: computed(() => ({ objectId: objectId(), first: first.value })),
      });
      const page = computed(() => data.value?.history);
      return reactive({
        rows: computed(() => (page.value?.nodes ?? []).map(historyRow)),
        totalCount: computed(() => page.value?.totalCount ?? 0),
        hasMore: computed(() => first.value < 100 && (page.value?.totalCount ?? 0) > first.value),
        isLoading: computed(() => fetching.value && !page.value),
        problem: computed(() => problemOf(error.value)),
        more: () => {
          first.value = Math.min(100, first.value + step * 2);
        },
      });
    },
  });
}

function historyRow(row: JournalRowPartsFragment): HistoryRow {
  const { id, at, command, by, accountId, accessTokenId, ids, changes, mentioned } = row;
  return {
    id,
    at,
    command,
    by: accountId == null ? null : (by ?? accountId),
    throughApp: accessTokenId != null,
    touched: ids,
    changes: changes ?? null,
    mentioned,
  };
}

import { ObjectHistoryDocument, type JournalRowPartsFragment } from '@veche/shared/operations';
import { computed, reactive, toRefs } from 'vue';
import type { Histories, HistoryRow } from '../lib/history.ts';
import { useGrowing } from '../lib/useGrowing.ts';
import { useSessionStore } from '../lib/session.store.ts';

/** What happened to things, from the journal: for administrators and auditors, within their places. */
export function useHistory(): Histories {
  const session = useSessionStore();
  return reactive({
    mayRead: computed(() => session.holds('PLATFORM_ADMINISTRATOR', 'AUDITOR', 'ASSEMBLY_ADMINISTRATOR')),
    isWhole: computed(() => session.holdsEverywhere('PLATFORM_ADMINISTRATOR', 'AUDITOR')),
    of: (objectId: () => string) => {
      const list = useGrowing({
        query: ObjectHistoryDocument,
        variables: () => ({ objectId: objectId() }),
        connection: ({ history }) => history,
        step: 20,
      });
      return reactive({ ...toRefs(list), rows: computed(() => list.rows.map(historyRow)), more: list.more });
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

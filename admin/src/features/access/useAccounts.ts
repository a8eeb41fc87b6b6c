import { AccountsDocument, type AccountRowFragment } from '@veche/shared/operations';
import { useListView } from '../../lib/useListView.ts';
import { accountList } from './access-lists.ts';

export function useAccounts() {
  return useListView(accountList, {
    query: AccountsDocument,
    variables: ({ filters, text }) => ({
      filter: {
        ...(filters.state.length > 0 ? { states: [...filters.state] } : {}),
        ...(text === '' ? {} : { text }),
      },
    }),
    connection: ({ accounts }) => accounts,
  });
}

export function stateOf({ blockedAt, isActive }: AccountRowFragment): 'ACTIVE' | 'BLOCKED' | 'INVITED' {
  if (blockedAt != null) return 'BLOCKED';
  return isActive ? 'ACTIVE' : 'INVITED';
}

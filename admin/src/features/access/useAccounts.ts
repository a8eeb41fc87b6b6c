import { AccountsDocument, WithdrawInvitationDocument, type AccountRowFragment } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { useListView } from '../../lib/useListView.ts';
import { accountList } from './access-lists.ts';

/** Every account; and withdrawing invitations that nobody has accepted yet. */
export function useAccounts() {
  const { client } = useClientHandle();
  const list = useListView(accountList, {
    query: AccountsDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        ...(filters.state.length > 0 ? { states: [...filters.state] } : {}),
        ...(text === '' ? {} : { text }),
      },
    }),
    connection: ({ accounts }) => accounts,
  });

  async function withdraw(accountId: string, rehearse: boolean): Promise<Outcome> {
    const input = { accountId, rehearse };
    const { data, error } = await client.mutation(WithdrawInvitationDocument, { input }).toPromise();
    return outcomeOf(error, data?.withdrawInvitation.userErrors);
  }

  return { list, withdraw };
}

export function stateOf({
  blockedAt,
  isActive,
  invitedUntil,
}: Pick<AccountRowFragment, 'blockedAt' | 'isActive' | 'invitedUntil'>): 'ACTIVE' | 'BLOCKED' | 'INVITED' | 'LAPSED' {
  if (blockedAt != null) return 'BLOCKED';
  if (isActive) return 'ACTIVE';
  return invitedUntil == null ? 'LAPSED' : 'INVITED';
}

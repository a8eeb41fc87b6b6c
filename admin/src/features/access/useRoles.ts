import {
  FindAccountsDocument,
  GrantRoleDocument,
  RevokeRoleDocument,
  RoleGrantsDocument,
  type GrantRoleInput,
} from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { computed, ref } from 'vue';
import { useBeginnings } from '../../lib/beginnings.ts';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { useListView } from '../../lib/useListView.ts';
import type { Pickable } from '../../ui/pickable.ts';
import { roleList } from './access-lists.ts';

/** Every role that was given; giving one, and ending one. */
export function useRoles() {
  const { client } = useClientHandle();
  const { mayBegin } = useBeginnings();
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const list = useListView(roleList, {
    query: RoleGrantsDocument,
    variables: ({ filters, text, sort }) => ({
      sort,
      filter: {
        ...(text === '' ? {} : { text }),
        ...(filters.role[0] ? { role: filters.role[0] } : {}),
        ...(filters.force[0] ? { inForce: filters.force[0] === 'YES' } : {}),
        ...(filters.account[0] ? { accountId: filters.account[0] } : {}),
      },
    }),
    connection: ({ roleGrants }) => roleGrants,
  });

  async function findAccounts(text: string): Promise<readonly Pickable[]> {
    const { data } = await client.query(FindAccountsDocument, { text }).toPromise();
    return (data?.accounts.nodes ?? []).map(({ id, login, person }) => ({
      id,
      label: login,
      under: person.displayName,
    }));
  }
  async function grant(input: GrantRoleInput): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await client.mutation(GrantRoleDocument, { input }).toPromise();
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.grantRole.userErrors);
    list.reload();
    return outcome.value.isDone;
  }
  async function revoke(roleGrantId: string, rehearse: boolean): Promise<Outcome> {
    const { data, error } = await client.mutation(RevokeRoleDocument, { input: { roleGrantId, rehearse } }).toPromise();
    return outcomeOf(error, data?.revokeRole.userErrors);
  }

  return {
    list,
    mayGive: computed(() => mayBegin('grantRole')),
    outcome,
    isBusy,
    findAccounts,
    grant,
    revoke,
    begin: () => {
      outcome.value = nothingYet;
    },
  };
}

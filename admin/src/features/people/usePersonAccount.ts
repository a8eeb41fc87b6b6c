import {
  BlockAccountDocument,
  InvitePersonDocument,
  PersonAccountDocument,
  UnblockAccountDocument,
  WithdrawInvitationDocument,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { useBeginnings } from '../../lib/beginnings.ts';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { problemOf } from '../../lib/problem.ts';

/** A person's way in: the account, its invitation, and whether it is blocked. For administrators and auditors of the platform. */
export function usePersonAccount(personId: () => string) {
  const { mayBegin } = useBeginnings();
  const asked = useQuery({ query: PersonAccountDocument, variables: computed(() => ({ personId: personId() })) });
  const inviting = useMutation(InvitePersonDocument);
  const blocking = useMutation(BlockAccountDocument);
  const unblocking = useMutation(UnblockAccountDocument);
  const withdrawing = useMutation(WithdrawInvitationDocument);
  const outcome = ref<Outcome>(nothingYet);
  const invitation = ref<{ readonly link: string; readonly expiresAt: string } | null>(null);
  const isBusy = ref(false);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });

  async function settle(work: () => Promise<Outcome>): Promise<boolean> {
    isBusy.value = true;
    outcome.value = await work();
    isBusy.value = false;
    reload();
    return outcome.value.isDone;
  }

  return {
    account: computed(() => asked.data.value?.accounts.nodes[0] ?? null),
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
    mayInvite: computed(() => mayBegin('invitePerson')),
    outcome,
    invitation,
    isBusy,
    invite: async (login: string) =>
      settle(async () => {
        const input = { personId: personId(), login };
        const { data, error } = await inviting.executeMutation({ input });
        invitation.value = data?.invitePerson.invitation ?? null;
        return outcomeOf(error, data?.invitePerson.userErrors);
      }),
    withdraw: async (accountId: string) =>
      settle(async () => {
        const { data, error } = await withdrawing.executeMutation({ input: { accountId } });
        invitation.value = null;
        return outcomeOf(error, data?.withdrawInvitation.userErrors);
      }),
    block: async (accountId: string) =>
      settle(async () => {
        const { data, error } = await blocking.executeMutation({ input: { accountId } });
        return outcomeOf(error, data?.blockAccount.userErrors);
      }),
    unblock: async (accountId: string) =>
      settle(async () => {
        const { data, error } = await unblocking.executeMutation({ input: { accountId } });
        return outcomeOf(error, data?.unblockAccount.userErrors);
      }),
  };
}

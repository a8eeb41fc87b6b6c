import { FindPersonsDocument, InvitePersonDocument, type InvitePersonInput } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import type { Pickable } from '../../ui/pickable.ts';

/** Invites somebody to sign in, with a role from the first day. The link is shown once. */
export function useInviteStaff() {
  const { client } = useClientHandle();
  const outcome = ref<Outcome>(nothingYet);
  const invitation = ref<{ readonly link: string; readonly expiresAt: string } | null>(null);
  const isBusy = ref(false);

  async function findPersons(text: string): Promise<readonly Pickable[]> {
    const { data } = await client.query(FindPersonsDocument, { text }).toPromise();
    return (data?.persons.nodes ?? []).map(({ id, displayName }) => ({ id, label: displayName }));
  }
  async function invite(input: InvitePersonInput): Promise<boolean> {
    isBusy.value = true;
    const { data, error } = await client.mutation(InvitePersonDocument, { input }).toPromise();
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.invitePerson.userErrors);
    invitation.value = data?.invitePerson.invitation ?? null;
    return outcome.value.isDone;
  }
  function begin(): void {
    outcome.value = nothingYet;
    invitation.value = null;
  }

  return { outcome, invitation, isBusy, findPersons, invite, begin };
}

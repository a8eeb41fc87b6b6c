import { AcceptInvitationDocument } from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../lib/problem.ts';

/** Activates an account by the secret of its invitation. */
export function useInvitation() {
  const accepting = useMutation(AcceptInvitationDocument);
  const login = ref<string | null>(null);
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);

  async function accept(secret: string, password: string): Promise<void> {
    isBusy.value = true;
    const { data, error } = await accepting.executeMutation({ input: { secret, password } });
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = data?.acceptInvitation.userErrors[0] ?? null;
    login.value = data?.acceptInvitation.login ?? null;
  }

  return { login, refusal, problem, isBusy, accept };
}

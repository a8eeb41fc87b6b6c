import {
  ChangePasswordDocument,
  EndSessionDocument,
  LooksAtMeDocument,
  MySessionsDocument,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { problemOf } from '../../lib/problem.ts';
import { useGrowing } from '../../lib/useGrowing.ts';

/** What belongs to this account alone: its password, its browsers, and who looked at its person. */
export function useSettings() {
  const sessions = useQuery({ query: MySessionsDocument, variables: {} });
  const looks = useGrowing({
    query: LooksAtMeDocument,
    variables: () => ({}),
    connection: ({ looksAtMe }) => looksAtMe,
    step: 10,
  });
  const ending = useMutation(EndSessionDocument);
  const changing = useMutation(ChangePasswordDocument);
  const sessionOutcome = ref<Outcome>(nothingYet);
  const passwordOutcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const reload = (): void => void sessions.executeQuery({ requestPolicy: 'network-only' });

  async function endSession(sessionId: string): Promise<boolean> {
    const { data, error } = await ending.executeMutation({ input: { sessionId } });
    sessionOutcome.value = outcomeOf(error, data?.endSession.userErrors);
    reload();
    return sessionOutcome.value.isDone;
  }
  /** How many other browsers were signed out; null when it was refused. */
  async function changePassword(currentPassword: string, newPassword: string): Promise<number | null> {
    isBusy.value = true;
    const { data, error } = await changing.executeMutation({ input: { currentPassword, newPassword } });
    isBusy.value = false;
    passwordOutcome.value = outcomeOf(error, data?.changePassword.userErrors);
    reload();
    return passwordOutcome.value.isDone ? (data?.changePassword.endedSessions ?? 0) : null;
  }

  return {
    sessions: computed(() => sessions.data.value?.mySessions.nodes ?? []),
    sessionsProblem: computed(() => problemOf(sessions.error.value)),
    looks,
    sessionOutcome,
    passwordOutcome,
    isBusy,
    endSession,
    changePassword,
  };
}

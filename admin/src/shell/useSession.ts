import {
  SetLocaleDocument,
  SignInDocument,
  SignOutDocument,
  ViewerDocument,
  ViewerPersonDocument,
} from '@veche/shared/operations';
import { useMutation, type Client } from '@urql/vue';
import { storeToRefs } from 'pinia';
import { ref } from 'vue';
import { useConnectionStore } from '../lib/connection.store.ts';
import { forgetDrafts } from '../lib/draft.ts';
import { problemOf, type FieldRefusal, type Problem } from '../lib/problem.ts';
import type { Locale } from '../lib/preferences.ts';
import { usePreferencesStore } from './preferences.store.ts';
import { useSessionStore } from '../lib/session.store.ts';

/** Whether somebody is signed in, or why nobody knows; asks the server once for each loaded page. */
export async function ensureKnown(client: Client): Promise<boolean | Problem> {
  const store = useSessionStore();
  if (store.signedIn) return true;
  const { data, error } = await client.query(ViewerDocument, {}, { requestPolicy: 'network-only' }).toPromise();
  const viewer = data?.viewer;
  if (!viewer) return problemOf(error) ?? false;
  const preferences = usePreferencesStore();
  if (!preferences.isLocaleChosen() && viewer.locale) preferences.chooseLocale(viewer.locale === 'EN' ? 'en' : 'ru');
  // The language of this page is also that of the server's sentences.
  else if (viewer.locale && viewer.locale.toLowerCase() !== preferences.locale) {
    await client.mutation(SetLocaleDocument, { input: { locale: spoken(preferences.locale) } }).toPromise();
  }
  store.signedIn = {
    accountId: viewer.accountId,
    personId: viewer.personId,
    name: '',
    roles: viewer.roles.map(({ role, organisationId, houseId, assemblyId }) => ({
      role,
      organisationId,
      houseId,
      assemblyId,
    })),
  };
  // No page waits for the name on the rail.
  void nameViewer(client, viewer.personId);
  return true;
}

async function nameViewer(client: Client, personId: string): Promise<void> {
  const { data } = await client.query(ViewerPersonDocument, { id: personId }).toPromise();
  const store = useSessionStore();
  if (data?.person && store.signedIn?.personId === personId) {
    store.signedIn = { ...store.signedIn, name: data.person.displayName };
  }
}

export function useSession() {
  const { signedIn } = storeToRefs(useSessionStore());
  const preferences = usePreferencesStore();
  const connection = useConnectionStore();
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  const asking = useMutation(SignInDocument);
  const leaving = useMutation(SignOutDocument);
  const speaking = useMutation(SetLocaleDocument);

  /** true: the session cookie is there. */
  async function signIn(login: string, password: string): Promise<boolean> {
    isBusy.value = true;
    refusal.value = null;
    const { data, error } = await asking.executeMutation({ input: { login, password } });
    isBusy.value = false;
    problem.value = problemOf(error);
    refusal.value = data?.signIn.userErrors[0] ?? null;
    return data?.signIn.signedIn === true;
  }

  /** A fresh page forgets everything the person saw. */
  async function signOut(): Promise<void> {
    connection.leave();
    await leaving.executeMutation({});
    forgetDrafts();
    location.assign('/sign-in');
  }

  async function speak(locale: Locale): Promise<void> {
    if (signedIn.value) await speaking.executeMutation({ input: { locale: spoken(locale) } });
    preferences.chooseLocale(locale);
  }

  return { signedIn, refusal, problem, isBusy, signIn, signOut, speak };
}

function spoken(locale: Locale): 'EN' | 'RU' {
  return locale === 'en' ? 'EN' : 'RU';
}

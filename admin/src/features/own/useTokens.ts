import {
  CreateAccessTokenDocument,
  MyAccessTokensDocument,
  RevokeAccessTokenDocument,
  type AccessScope,
} from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { ref } from 'vue';
import { nothingYet, outcomeOf, type Outcome } from '../../lib/outcome.ts';
import { useListView } from '../../lib/useListView.ts';
import { tokenList } from './token-list.ts';

/** Tokens with which apps act for oneself. */
export function useTokens() {
  const { client } = useClientHandle();
  const outcome = ref<Outcome>(nothingYet);
  const secret = ref<string | null>(null);
  const isBusy = ref(false);
  const list = useListView(tokenList, {
    query: MyAccessTokensDocument,
    variables: ({ sort }) => ({ sort }),
    connection: ({ myAccessTokens }) => myAccessTokens,
  });

  async function create(name: string, scopes: readonly AccessScope[], expiresAt: string): Promise<boolean> {
    isBusy.value = true;
    const input = { name, scopes: [...scopes], expiresAt };
    const { data, error } = await client.mutation(CreateAccessTokenDocument, { input }).toPromise();
    isBusy.value = false;
    outcome.value = outcomeOf(error, data?.createAccessToken.userErrors);
    secret.value = data?.createAccessToken.secret ?? null;
    list.reload();
    return outcome.value.isDone;
  }
  async function revoke(accessTokenId: string, rehearse: boolean): Promise<Outcome> {
    const input = { accessTokenId, rehearse };
    const { data, error } = await client.mutation(RevokeAccessTokenDocument, { input }).toPromise();
    return outcomeOf(error, data?.revokeAccessToken.userErrors);
  }

  return {
    list,
    outcome,
    secret,
    isBusy,
    create,
    revoke,
    begin: () => {
      outcome.value = nothingYet;
      secret.value = null;
    },
  };
}

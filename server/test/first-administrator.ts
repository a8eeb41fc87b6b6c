import type { TestApp } from './harness.ts';
import { scopes as everyScope } from '../src/kernel/access.ts';

/** Signs in the first administrator through the invitation that the process prints, and makes a token with every scope. */
export async function firstAdministrator(app: TestApp): Promise<string> {
  return tokenByInvitation(app, (app.firstInvitation ?? '').split('#')[1] ?? '', 'a long enough password');
}

interface Answer {
  readonly data?: Record<string, Record<string, unknown> | null>;
}

/** Accepts an invitation as a browser does, signs in, and makes an access token there. */
export async function tokenByInvitation(
  app: TestApp,
  secret: string,
  password: string,
  scopes: readonly string[] = everyScope,
): Promise<string> {
  const post = async (query: string, variables: unknown, cookie = ''): Promise<{ answer: Answer; cookie: string }> => {
    const response = await fetch(`${app.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': 'en', cookie },
      body: JSON.stringify({ query, variables }),
    });
    return {
      answer: (await response.json()) as Answer,
      cookie: response.headers.getSetCookie()[0]?.split(';')[0] ?? '',
    };
  };
  const accepted = await post(
    'mutation ($input: AcceptInvitationInput!) { acceptInvitation(input: $input) { login userErrors { code message } } }',
    { input: { secret, password } },
  );
  const login = accepted.answer.data?.['acceptInvitation']?.['login'];
  const { cookie } = await post('mutation ($input: SignInInput!) { signIn(input: $input) { userErrors { code } } }', {
    input: { login, password },
  });
  const made = await post(
    'mutation ($input: CreateAccessTokenInput!) { createAccessToken(input: $input) { secret userErrors { code message } } }',
    {
      input: {
        name: 'test',
        scopes: scopes.map((scope) => scope.toUpperCase().replace(':', '_')),
        expiresAt: new Date(app.clock.now() + 300 * 86_400_000).toISOString(),
      },
    },
    cookie,
  );
  const token = made.answer.data?.['createAccessToken']?.['secret'];
  if (typeof token !== 'string') throw new Error(JSON.stringify([accepted.answer, made.answer]));
  return token;
}

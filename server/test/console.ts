import type { RawAnswer, TestApp } from './harness.ts';

/** Somebody at the console: a browser that keeps the cookie it was given. */
export class ConsoleOf {
  cookie = '';
  /** The last `Set-Cookie` as it came, with its attributes. */
  lastSetCookie: string | null = null;
  readonly #app: TestApp;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(app: TestApp, headers: Readonly<Record<string, string>> = {}) {
    this.#app = app;
    this.#headers = headers;
  }

  async askRaw(document: string, variables: Record<string, unknown> = {}): Promise<RawAnswer> {
    const response = await fetch(`${this.#app.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'en',
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...this.#headers,
      },
      body: JSON.stringify({ query: document, variables }),
    });
    for (const line of response.headers.getSetCookie()) {
      this.lastSetCookie = line;
      const [pair = ''] = line.split(';');
      this.cookie = pair.endsWith('=') ? '' : pair;
    }
    return (await response.json()) as RawAnswer;
  }

  async ask<Answer>(document: string, variables: Record<string, unknown> = {}): Promise<Answer> {
    const answer = await this.askRaw(document, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data as Answer;
  }

  /** Calls one mutation with its input and gives its payload back. */
  async call<Payload extends object>(
    mutation: string,
    input: Record<string, unknown> | null,
    fields = '',
  ): Promise<Payload & Refused> {
    const answer = await this.ask<Record<string, Payload & Refused>>(
      mutationText(mutation, input !== null, fields),
      input ? { input } : {},
    );
    const payload = answer[mutation];
    if (!payload) throw new Error(`${mutation} answered nothing`);
    return payload;
  }
}

export interface Refused {
  readonly userErrors: readonly {
    readonly code: string;
    readonly field: readonly string[] | null;
    readonly message: string;
  }[];
}

/** The text of a mutation whose input type is named after it, as all of ours are. */
function mutationText(mutation: string, hasInput: boolean, fields: string, inputType?: string): string {
  const type = inputType ?? `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return hasInput
    ? `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${fields} userErrors { code field message } } }`
    : `mutation { ${mutation} { ${fields} userErrors { code field message } } }`;
}

export const password = 'три синих кота';

/** The first administrator, signed in by the invitation that the process prints. */
export async function administratorOf(app: TestApp): Promise<ConsoleOf> {
  const console = new ConsoleOf(app);
  const secret = (app.firstInvitation ?? '').split('#')[1];
  const { userErrors } = await console.call('acceptInvitation', { secret, password });
  if (userErrors.length > 0) throw new Error(JSON.stringify(userErrors));
  return console;
}

export interface Enrolled {
  readonly console: ConsoleOf;
  readonly personId: string;
  readonly accountId: string;
  readonly login: string;
  readonly displayName: string;
}

let enrolled = 0;

/** A new person with an account, signed in. */
export async function enrol(
  app: TestApp,
  administrator: ConsoleOf,
  options: {
    person?: Record<string, unknown>;
    roles?: readonly Record<string, unknown>[];
    headers?: Record<string, string>;
  } = {},
): Promise<Enrolled> {
  enrolled += 1;
  const login = `person${enrolled}@example.ru`;
  const registered = await administrator.call<{ person: { id: string; displayName: string } }>(
    'registerPerson',
    { kind: 'PERSON', familyName: `Фамилия${enrolled}`, givenName: 'Имя', ...options.person },
    'person { id displayName }',
  );
  const personId = registered.person.id;
  const invited = await administrator.call<{ account: { id: string }; invitation: { secret: string } }>(
    'invitePerson',
    { personId, login, ...(options.roles ? { roles: options.roles } : {}) },
    'account { id } invitation { secret }',
  );
  const console = new ConsoleOf(app, options.headers);
  const accepted = await console.call('acceptInvitation', { secret: invited.invitation.secret, password });
  if (accepted.userErrors.length > 0) throw new Error(JSON.stringify(accepted.userErrors));
  return { console, personId, accountId: invited.account.id, login, displayName: registered.person.displayName };
}

/** A token of somebody at the console. */
export async function tokenOf(
  app: TestApp,
  console: ConsoleOf,
  scopes: readonly string[],
  days = 30,
): Promise<{ id: string; secret: string }> {
  const made = await console.call<{ accessToken: { id: string }; secret: string }>(
    'createAccessToken',
    { name: 'test', scopes, expiresAt: new Date(app.clock.now() + days * 86_400_000).toISOString() },
    'accessToken { id } secret',
  );
  if (made.userErrors.length > 0) throw new Error(JSON.stringify(made.userErrors));
  return { id: made.accessToken.id, secret: made.secret };
}

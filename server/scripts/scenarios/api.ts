interface Body {
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly { readonly message: string; readonly extensions?: { readonly code?: string } }[];
}

interface UserError {
  readonly code: string;
  readonly field: readonly string[] | null;
  readonly message: string;
}

/** What a mutation answers: its object, or the first refusal. */
export type Answer<Found> =
  | { readonly ok: true; readonly found: Found }
  | { readonly ok: false; readonly refusal: UserError };

/** The public API over HTTP, as an app outside meets it. */
export class Api {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  /** With a token, in the browser's way with a cookie, or as nobody. */
  constructor(url: string, credentials: { readonly token?: string; readonly cookie?: string } = {}) {
    const { token, cookie } = credentials;
    this.#url = `${url}/graphql`;
    this.#headers = {
      'content-type': 'application/json',
      'accept-language': 'en',
      ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
      ...(cookie === undefined ? {} : { cookie }),
    };
  }

  /** The answer with the cookie that came along. */
  async send(query: string, variables: object): Promise<{ readonly body: Body; readonly cookie: string }> {
    const response = await fetch(this.#url, {
      method: 'POST',
      headers: this.#headers,
      body: JSON.stringify({ query, variables }),
    });
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    return { body: (await response.json()) as Body, cookie };
  }

  async query<Found>(query: string, variables: object): Promise<Found> {
    const { body } = await this.send(query, variables);
    return told(body, query) as Found;
  }

  /** One mutation with one input. */
  async change<Found>(mutation: string, input: object, selection: string): Promise<Answer<Found>> {
    const { body } = await this.send(mutationOf(mutation, selection), { input });
    return answerOf<Found>(body, mutation);
  }

  /** The same where a refusal means that the case itself is not playable. */
  async make<Found>(mutation: string, input: object, selection: string): Promise<Found> {
    const answer = await this.change<Found>(mutation, input, selection);
    if (answer.ok) return answer.found;
    const { code, field, message } = answer.refusal;
    throw new Error(`${mutation} was refused: ${code} ${field?.join('.') ?? ''} (${message})`);
  }
}

export function mutationOf(mutation: string, selection: string): string {
  const input = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
  return `mutation ($input: ${input}!) { ${mutation}(input: $input) { ${selection} userErrors { code field message } } }`;
}

function told(body: Body, what: string): unknown {
  const [error] = body.errors ?? [];
  if (error) throw new Error(`${what} failed: ${error.extensions?.code ?? ''} ${error.message}`);
  return body.data;
}

export function answerOf<Found>(body: Body, mutation: string): Answer<Found> {
  const payload = told(body, mutation) as Readonly<
    Record<string, Found & { readonly userErrors: readonly UserError[] }>
  >;
  const found = payload[mutation];
  if (!found) throw new Error(`${mutation} answered nothing`);
  const [refusal] = found.userErrors;
  return refusal ? { ok: false, refusal } : { ok: true, found };
}

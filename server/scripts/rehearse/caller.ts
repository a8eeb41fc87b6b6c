/** Somebody who speaks to the API from outside: with a token, or with the session that signing in gave. */
export class Caller {
  readonly url: string;
  readonly #token: string | null;
  #cookie = '';

  constructor(url: string, token: string | null = null) {
    this.url = url.replace(/\/$/, '');
    this.#token = token;
  }

  /** The headers that say who this is. */
  credentials(): Readonly<Record<string, string>> {
    return {
      ...(this.#token === null ? {} : { authorization: `Bearer ${this.#token}` }),
      ...(this.#cookie === '' ? {} : { cookie: this.#cookie }),
    };
  }

  async ask<Answer>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<Answer> {
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'accept-language': 'ru',
        ...this.credentials(),
      },
      body: JSON.stringify({ query, variables }),
    });
    for (const line of response.headers.getSetCookie()) this.#cookie = line.split(';')[0] ?? '';
    const { data, errors } = (await response.json()) as { data?: Answer | null; errors?: readonly ApiProblem[] };
    const [problem] = errors ?? [];
    if (problem) throw new Refused(problem.extensions?.code ?? 'UNKNOWN', problem.message);
    if (data == null) throw new Error(`the server answered ${String(response.status)} without anything`);
    return data;
  }

  /** One mutation; its payload. A refusal is thrown with its code. */
  async call<Payload extends object>(mutation: string, input: object, selection = ''): Promise<Payload> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const query = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
    const answer = await this.ask<Readonly<Record<string, Payload & { userErrors: readonly UserError[] }>>>(query, {
      input,
    });
    const payload = answer[mutation];
    const [refusal] = payload?.userErrors ?? [];
    if (refusal) throw new Refused(refusal.code, refusal.message);
    if (!payload) throw new Error(`${mutation} answered nothing`);
    return payload;
  }

  /** All nodes of a list, page by page; `query` takes `$after`. */
  async list<Answer, Node>(
    { query, variables }: PagedQuery<Answer>,
    pageOf: (answer: Answer) => Page<Node>,
  ): Promise<Node[]> {
    const nodes: Node[] = [];
    for (let after: string | null = null; ;) {
      const page: Page<Node> = pageOf(await this.ask<Answer>(query, { ...variables, after }));
      nodes.push(...page.nodes);
      if (!page.pageInfo.hasNextPage) return nodes;
      after = page.pageInfo.endCursor;
    }
  }
}

/** A query for a list that takes `$after`; what it answers is known to whoever wrote it. */
export interface PagedQuery<Answer> {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly answer?: Answer;
}

interface ApiProblem {
  readonly message: string;
  readonly extensions?: { readonly code?: string };
}
interface UserError {
  readonly code: string;
  readonly message: string;
}
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The server said no, with a code. */
export class Refused extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(`${code}: ${message}`);
    this.code = code;
  }
}

/** What the person who rehearses can put right: printed as it is. */
export class RehearsalProblem extends Error {}

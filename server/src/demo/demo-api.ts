import { graphql, type GraphQLSchema } from 'graphql';
import type { Context, World } from '../kernel/context.ts';
import { clockworkContext } from '../kernel/clockwork-context.ts';
import { anonymous, type SignedIn, type Viewer } from '../kernel/viewer.ts';
import { ViewerFinder } from '../modules.ts';

/** Speaks to the API as somebody at some moment, without a network: the demo is made by the operations that everybody has. */
export class DemoApi {
  readonly #world: World;
  readonly #schema: GraphQLSchema;

  constructor(world: World, schema: GraphQLSchema) {
    this.#world = world;
    this.#schema = schema;
  }

  contextAt(at: number, viewer: Viewer, setSessionCookie: Context['setSessionCookie'] = () => undefined): Context {
    const clock = { now: () => at };
    return {
      ...clockworkContext({ ...this.#world, clock }),
      viewer,
      locale: 'ru',
      address: '127.0.0.1',
      setSessionCookie,
    };
  }

  /** One mutation with one input; its payload. A refusal is a mistake of the demo and stops it. */
  async change<Answer extends object>(
    at: number,
    viewer: Viewer,
    mutation: string,
    input: Record<string, unknown>,
    selection: string,
  ): Promise<Answer> {
    return this.#send<Answer>(this.contextAt(at, viewer), mutation, input, selection);
  }

  async #send<Answer extends object>(
    contextValue: Context,
    mutation: string,
    input: Record<string, unknown>,
    selection: string,
  ): Promise<Answer> {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`;
    const source = `mutation ($input: ${type}!) { ${mutation}(input: $input) { ${selection} userErrors { code message } } }`;
    const { data, errors } = await graphql({ schema: this.#schema, source, contextValue, variableValues: { input } });
    const answer = data?.[mutation] as
      | (Answer & { userErrors: readonly { code: string; message: string }[] })
      | undefined;
    const refusal = answer?.userErrors[0];
    if (errors?.[0]) throw errors[0];
    if (!answer || refusal) throw new Error(`${mutation}: ${refusal?.code ?? 'no answer'} ${refusal?.message ?? ''}`);
    return answer;
  }

  /** Activates an account; whoever it belongs to is signed in from then on. */
  async accept(at: number, link: string, password: string): Promise<SignedIn> {
    const secret = link.split('#')[1] ?? '';
    const viewer = await this.#enter(at, 'acceptInvitation', { secret, password }, 'login');
    if (viewer.kind !== 'SIGNED_IN') throw new Error('whoever accepted an invitation is not signed in');
    return viewer;
  }

  /** Signs somebody in; nobody when the password is another one by now. */
  async signIn(at: number, login: string, password: string): Promise<Viewer> {
    return this.#enter(at, 'signIn', { login, password }, 'signedIn').catch(() => anonymous);
  }

  async #enter(at: number, mutation: string, input: Record<string, unknown>, selection: string): Promise<Viewer> {
    let session = '';
    const context = this.contextAt(at, anonymous, (token) => {
      session = token ?? '';
    });
    await this.#send(context, mutation, input, selection);
    return new ViewerFinder(context).bySession(session);
  }
}

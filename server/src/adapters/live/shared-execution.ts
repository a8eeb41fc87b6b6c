import { randomUUID } from 'node:crypto';
import { execute, type ExecutionResult, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { LiveEvent } from '../../kernel/live.ts';
import type { SignedIn } from '../../kernel/viewer.ts';
import { describeError } from '../graphql-errors.ts';
import { answersAlike, askedNothing, askingViewer, type AskedOfViewer } from './asking-viewer.ts';
import type { LiveReader } from './live-reader.ts';

interface Outcome {
  readonly payload: Buffer;
  readonly asked: AskedOfViewer;
  readonly viewer: SignedIn;
}

/** The executions of one event for readers who ask the same with the same rights: one, unless it asked who exactly reads. */
export class SharedExecution {
  readonly #schema: GraphQLSchema;
  readonly #log: Logger;
  readonly #event: LiveEvent;
  readonly #outcomes: Outcome[] = [];

  constructor(schema: GraphQLSchema, log: Logger, event: LiveEvent) {
    this.#schema = schema;
    this.#log = log;
    this.#event = event;
  }

  /** The serialised payload, if it was made without asking who reads. */
  get knownToAll(): Buffer | null {
    const [first] = this.#outcomes;
    return first && askedNothing(first.asked) ? first.payload : null;
  }

  /** The same, if what ran already is this reader's answer too. */
  known(viewer: SignedIn): Buffer | null {
    for (const { asked, viewer: first, payload } of this.#outcomes) {
      if (answersAlike(asked, first, viewer)) return payload;
    }
    return null;
  }

  async run({ connection, operation }: LiveReader, viewer: SignedIn): Promise<Buffer> {
    const asking = askingViewer(viewer);
    const requestId = randomUUID();
    const { context } = connection;
    const now = context.clock.now();
    const result = await execute({
      schema: this.#schema,
      document: operation.document,
      rootValue: this.#event,
      contextValue: { ...context, viewer: asking.viewer, requestId, receivedAt: now },
      variableValues: operation.variables,
      operationName: operation.operationName ?? null,
    });
    const masked = maskErrors(result, { requestId, locale: context.locale, log: this.#log });
    const payload = Buffer.from(JSON.stringify(masked));
    this.#outcomes.push({ payload, asked: asking.asked, viewer });
    return payload;
  }
}

export function maskErrors(
  result: ExecutionResult,
  request: Parameters<typeof describeError>[2],
): FormattedExecutionResult {
  const { errors, ...rest } = result;
  if (!errors) return rest;
  return { ...rest, errors: errors.map((error) => describeError(error, error.toJSON(), request)) };
}

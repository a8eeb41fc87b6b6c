import { randomUUID } from 'node:crypto';
import { execute, type ExecutionResult, type FormattedExecutionResult, type GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import type { LiveEvent } from '../../kernel/live.ts';
import type { SignedIn } from '../../kernel/viewer.ts';
import { describeError } from '../graphql-errors.ts';
import { answersAlike, askingViewer, type AskedOfViewer } from './asking-viewer.ts';
import type { LiveReader } from './live-reader.ts';

interface Outcome {
  readonly payload: Buffer;
  readonly asked: AskedOfViewer;
  readonly viewer: SignedIn;
}

/** The executions of one event: one for each operation and group of readers, and more only where it asked who exactly reads. */
export class SharedExecution {
  readonly #schema: GraphQLSchema;
  readonly #log: Logger;
  readonly #event: LiveEvent;
  readonly #outcomes = new Map<string, Outcome[]>();

  constructor(schema: GraphQLSchema, log: Logger, event: LiveEvent) {
    this.#schema = schema;
    this.#log = log;
    this.#event = event;
  }

  /** The serialised payload for this reader. */
  async payloadFor(reader: LiveReader, viewer: SignedIn): Promise<Buffer> {
    const key = `${reader.connection.group}\n${reader.operation.key}`;
    const outcomes = this.#outcomes.get(key) ?? [];
    if (outcomes.length === 0) this.#outcomes.set(key, outcomes);
    const shared = outcomes.find((outcome) => answersAlike(outcome.asked, outcome.viewer, viewer));
    if (shared) return shared.payload;
    const outcome = await this.#run(reader, viewer);
    outcomes.push(outcome);
    return outcome.payload;
  }

  async #run({ connection, operation }: LiveReader, viewer: SignedIn): Promise<Outcome> {
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
    return { payload: Buffer.from(JSON.stringify(masked)), asked: asking.asked, viewer };
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

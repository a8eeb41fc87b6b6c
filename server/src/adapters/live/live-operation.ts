import {
  getOperationAST,
  GraphQLError,
  Kind,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
  type DocumentNode,
  type GraphQLSchema,
} from 'graphql';
import { limitRules, maxTokens } from '../graphql-limits.ts';

/** What was asked, as far as it shapes the answer: readers with the same key may share an execution. */
export interface LiveOperation {
  readonly key: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

interface KnownDocument {
  readonly document: DocumentNode;
  readonly errors: readonly GraphQLError[];
}

const remembered = 500;

/** Reads what clients ask; the same text is parsed and examined once, since a thousand readers ask with it. */
export class LiveOperations {
  readonly #schema: GraphQLSchema;
  readonly #known = new Map<string, KnownDocument>();

  constructor(schema: GraphQLSchema) {
    this.#schema = schema;
  }

  /** Throws the fault of a text that does not parse; the other faults of a document come as a list. */
  read(asked: {
    readonly query: string;
    readonly operationName?: string | null | undefined;
    readonly variables?: Record<string, unknown> | null | undefined;
  }): LiveOperation | readonly GraphQLError[] {
    const { document, errors } = this.#document(asked.query);
    if (errors.length > 0) return errors;
    const operationName = asked.operationName ?? undefined;
    const variables = asked.variables ?? {};
    const operation = getOperationAST(document, operationName);
    if (operation?.operation !== OperationTypeNode.SUBSCRIPTION) {
      return [
        new GraphQLError('Over the socket go subscriptions only; queries and mutations go to POST /graphql.', {
          extensions: { code: 'BAD_REQUEST' },
        }),
      ];
    }
    const position = positionVariable(operation);
    const shaping = Object.entries(variables).filter(([name]) => name !== position);
    const sorted = shaping.toSorted(([a], [b]) => (a < b ? -1 : 1));
    return {
      key: JSON.stringify([operationName ?? '', asked.query, sorted]),
      document,
      operationName,
      variables,
    };
  }

  #document(text: string): KnownDocument {
    const before = this.#known.get(text);
    if (before) return before;
    const document = parse(text, { maxLexicalTokens: maxTokens });
    const known = { document, errors: validate(this.#schema, document, [...specifiedRules, ...limitRules]) };
    if (this.#known.size >= remembered) this.#known.delete(this.#known.keys().next().value ?? '');
    this.#known.set(text, known);
    return known;
  }
}

/** `after` says where a reader stands and nothing of what it reads. */
function positionVariable(operation: NonNullable<ReturnType<typeof getOperationAST>>): string | null {
  for (const field of operation.selectionSet.selections) {
    const argument =
      field.kind === Kind.FIELD ? field.arguments?.find(({ name }) => name.value === 'after') : undefined;
    if (argument?.value.kind === Kind.VARIABLE) return argument.value.name.value;
  }
  return null;
}

import { createRequire } from 'node:module';
import { maxAliasesRule } from '@escape.tech/graphql-armor-max-aliases';
import { maxDepthRule } from '@escape.tech/graphql-armor-max-depth';
import { maxDirectivesRule } from '@escape.tech/graphql-armor-max-directives';
import {
  GraphQLError,
  type DocumentNode,
  type GraphQLSchema,
  type ValidationContext,
  type ValidationRule,
} from 'graphql';
import type * as complexity from 'graphql-query-complexity';

// Its ES build names graphql's .mjs files, and two copies of graphql would meet.
const { getComplexity, simpleEstimator } = createRequire(import.meta.url)(
  'graphql-query-complexity',
) as typeof complexity;

export const maxTokens = 2000;
const maxCost = 5000;
/** Cost an account (or, signed out, an address) may spend at once, and what flows back each second. */
export const bucket = { size: 100_000, perSecond: 2000 };

/** Reported like any other fault of the document: thrown, they would pass for a bug of ours. */
const reported = {
  propagateOnRejection: false,
  onReject: [(context: ValidationContext | null, error: GraphQLError) => context?.reportError(error)],
};

/** A fragment counts as a level of its own. */
export const limitRules: ValidationRule[] = [
  maxDepthRule({ n: 16, ...reported }),
  maxAliasesRule({ n: 30, ...reported }),
  maxDirectivesRule({ n: 30, ...reported }),
];

/** A list costs as many times its children as rows, or ids, were asked for. */
const lists: complexity.ComplexityEstimator = ({ args, childComplexity }) => {
  const { ids }: { ids?: unknown } = args;
  const asked: unknown = args['first'] ?? args['last'] ?? (Array.isArray(ids) ? ids.length : undefined);
  return typeof asked === 'number' ? 1 + Math.min(Math.max(asked, 1), 100) * Math.max(childComplexity, 1) : undefined;
};

const remembered = new WeakMap<DocumentNode, Map<string, number>>();

/** The cost of an operation before it runs; refused beyond the limit. */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
  operationName: string | undefined,
): number {
  let known = remembered.get(document);
  if (!known) remembered.set(document, (known = new Map<string, number>()));
  // Only page sizes and lists of ids among the variables can change the cost.
  const sizes = Object.values(variables).map((value) =>
    Array.isArray(value) ? value.length : typeof value === 'number' ? value : '',
  );
  const key = `${operationName ?? ''}|${sizes.join()}`;
  let cost = known.get(key);
  if (cost === undefined) {
    cost = getComplexity({
      schema,
      query: document,
      variables,
      ...(operationName === undefined ? {} : { operationName }),
      estimators: [lists, simpleEstimator({ defaultComplexity: 1 })],
    });
    if (known.size < 100) known.set(key, cost);
  }
  if (cost > maxCost) {
    throw new GraphQLError(
      `The query costs ${cost}, and at most ${maxCost} is allowed: ask for fewer rows or fields.`,
      {
        extensions: { code: 'QUERY_TOO_COSTLY' },
      },
    );
  }
  return cost;
}

/** Asked too much, or too often. */
export function rateLimited(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}

/** Cost left for each account or address in this process. Losing it in a restart harms nobody. */
export class CostBuckets {
  readonly #left = new Map<string, { at: number; left: number }>();

  spend(who: string, cost: number, now: number): { left: number; ok: boolean } {
    const before = this.#left.get(who) ?? { at: now, left: bucket.size };
    const refilled = Math.min(bucket.size, before.left + ((now - before.at) / 1000) * bucket.perSecond);
    const ok = refilled >= cost;
    const left = ok ? refilled - cost : refilled;
    this.#left.set(who, { at: now, left });
    if (this.#left.size > 50_000) this.#forgetFull(now);
    return { left: Math.floor(left), ok };
  }

  #forgetFull(now: number): void {
    for (const [who, { at, left }] of this.#left) {
      if (left + ((now - at) / 1000) * bucket.perSecond >= bucket.size) this.#left.delete(who);
    }
  }
}

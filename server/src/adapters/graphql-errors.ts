import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { Refusal } from '../kernel/refusal.ts';
import { wordRefusal } from '../kernel/refusal-words.ts';
import type { Locale } from '../kernel/viewer.ts';

/** Codes of the GraphQL layer itself, whose messages speak of the caller's own text and may be shown. */
const ownFault = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'BAD_REQUEST',
  'QUERY_TOO_COSTLY',
  'RATE_LIMITED',
]);

function causeOf(error: unknown): unknown {
  let cause = error;
  while (cause instanceof GraphQLError && cause.originalError) cause = cause.originalError;
  return cause;
}

/** PostgreSQL keeps no U+0000 in a text (SQLSTATE 22021); any text of a caller may hold one. */
function isUnstorableText(error: unknown): boolean {
  for (let at: unknown = error; typeof at === 'object' && at !== null; at = (at as { cause?: unknown }).cause) {
    if ((at as { code?: unknown }).code === '22021') return true;
  }
  return false;
}

/**
 * The one place where errors become words for a stranger: a Refusal keeps its code; a fault of the caller's own text is
 * shown; anything else is a bug, logged with its request id and masked. No stack, no query, no row ever leaves.
 */
export function describeError(
  error: unknown,
  formatted: GraphQLFormattedError,
  request: { readonly requestId: string; readonly locale: Locale; readonly log: Logger },
): GraphQLFormattedError {
  const where = {
    ...(formatted.path ? { path: formatted.path } : {}),
    ...(formatted.locations ? { locations: formatted.locations } : {}),
  };
  const cause = causeOf(error);
  if (cause instanceof Refusal) {
    return {
      message: wordRefusal(cause, request.locale),
      ...where,
      extensions: { code: cause.code, facts: cause.facts, requestId: request.requestId },
    };
  }
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && ownFault.has(code)) {
    return { message: formatted.message, ...where, extensions: { code, requestId: request.requestId } };
  }
  // graphql-js reports a wrong variable or argument without a code of its own
  if (
    cause instanceof GraphQLError &&
    (code === undefined || code === 'INTERNAL_SERVER_ERROR') &&
    cause.path === undefined
  ) {
    return { message: cause.message, ...where, extensions: { code: 'BAD_USER_INPUT', requestId: request.requestId } };
  }
  if (isUnstorableText(cause)) {
    const message =
      request.locale === 'ru'
        ? 'В тексте есть знак U+0000, который нельзя сохранить.'
        : 'A text holds the character U+0000, which cannot be stored.';
    return { message, ...where, extensions: { code: 'BAD_USER_INPUT', requestId: request.requestId } };
  }
  request.log.error({ err: cause, requestId: request.requestId }, 'unexpected error');
  return {
    message:
      request.locale === 'ru' ? 'Внутренняя ошибка. Сообщите номер запроса.' : 'Internal error. Quote the request id.',
    ...where,
    extensions: { code: 'INTERNAL', requestId: request.requestId },
  };
}

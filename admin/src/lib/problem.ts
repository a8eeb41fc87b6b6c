import type { CombinedError } from '@urql/vue';

/** Why there is nothing to show: the server said no, something broke, or nobody answers. */
export interface Problem {
  readonly kind: 'REFUSED' | 'BROKEN' | 'UNREACHABLE';
  readonly code: string;
  readonly message: string;
  readonly requestId: string | null;
}

/** A refusal of one field of a form, as the server words it. */
export interface FieldRefusal {
  readonly code: string;
  readonly message: string;
}

const broken = new Set(['INTERNAL', 'INTERNAL_SERVER_ERROR', 'GRAPHQL_VALIDATION_FAILED', 'BAD_USER_INPUT', 'UNKNOWN']);

export function problemOf(error: CombinedError | undefined): Problem | null {
  if (!error) return null;
  const [first] = error.graphQLErrors;
  if (!first) return { kind: 'UNREACHABLE', code: 'UNREACHABLE', message: '', requestId: null };
  const { code = 'UNKNOWN', requestId = null } = first.extensions as { code?: string; requestId?: string | null };
  return { kind: broken.has(code) ? 'BROKEN' : 'REFUSED', code, message: first.message, requestId };
}

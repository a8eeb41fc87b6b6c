import type { AccessScope, MyAccessTokensQuery, TimeOrder } from '@veche/shared/operations';

export const accessScopes = [
  'PROFILE',
  'VOTE',
  'ASSEMBLIES_READ',
  'ASSEMBLIES_WRITE',
  'BALLOTS_READ',
  'BALLOTS_ENTER',
  'HOUSES_READ',
  'HOUSES_WRITE',
  'PEOPLE_READ',
  'PEOPLE_WRITE',
  'ACCOUNTS_READ',
  'ACCOUNTS_WRITE',
  'JOURNAL_READ',
] as const satisfies AccessScope[];

export const tokenList = {
  name: 'tokens',
  filters: {},
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['name', 'state', 'scopes', 'lastUsedAt', 'expiresAt', 'createdAt'],
  hidden: ['createdAt'],
} as const;

export type AccessToken = MyAccessTokensQuery['myAccessTokens']['nodes'][number];

export function tokenState(
  { revokedAt, expiresAt }: AccessToken,
  now = Date.now(),
): 'REVOKED' | 'EXPIRED' | 'IN_FORCE' {
  if (revokedAt != null) return 'REVOKED';
  return new Date(expiresAt).getTime() <= now ? 'EXPIRED' : 'IN_FORCE';
}

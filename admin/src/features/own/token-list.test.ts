import { expect, test } from 'vitest';
import { tokenState, type AccessToken } from './token-list.ts';

const token: AccessToken = {
  id: 'AT_1',
  name: 'app',
  scopes: ['PROFILE'],
  createdAt: '2026-01-01T00:00:00Z',
  expiresAt: '2026-02-01T00:00:00Z',
  revokedAt: null,
  lastUsedAt: null,
};

test.each([
  [token, '2026-01-31T23:59:59Z', 'IN_FORCE'],
  [token, '2026-02-01T00:00:00Z', 'EXPIRED'],
  [{ ...token, revokedAt: '2026-01-02T00:00:00Z' }, '2026-03-01T00:00:00Z', 'REVOKED'],
])('a token is in force up to its moment, unless it was revoked', (one, now, state) => {
  expect(tokenState(one, new Date(now).getTime())).toBe(state);
});

import { describe, expect, test } from 'vitest';
import { anonymous, clockwork, type SignedIn } from '../../kernel/viewer.ts';
import { mayAmendView, mayKeepViews, mayShareViews, visibleViews } from './saved-view.policy.ts';

const owner: SignedIn = {
  kind: 'SIGNED_IN',
  accountId: 'one',
  personId: 'p',
  actorIds: ['p'],
  grants: [],
  scopes: 'ALL',
  sessionId: 's',
  tokenId: null,
  locale: null,
};
const grant = { role: 'AUDITOR', organisationId: null, houseId: null, assemblyId: null } as const;
const staff: SignedIn = { ...owner, accountId: 'two', grants: [grant] };

describe('who may do what with saved views', () => {
  test.each([
    ['nobody', anonymous, false, false, { accountId: null, withShared: false }],
    ['the clockwork', clockwork, false, false, { accountId: null, withShared: false }],
    ['an owner', owner, true, false, { accountId: 'one', withShared: false }],
    ['staff', staff, true, true, { accountId: 'two', withShared: true }],
  ] as const)('%s', (_name, viewer, keeps, shares, sees) => {
    expect(mayKeepViews(viewer)).toBe(keeps);
    expect(mayShareViews(viewer)).toBe(shares);
    expect(visibleViews(viewer)).toEqual(sees);
  });

  test('only its owner changes a view, shared or not', () => {
    expect(mayAmendView(owner, { accountId: 'one', shared: false })).toBe(true);
    expect(mayAmendView(staff, { accountId: 'one', shared: true })).toBe(false);
    expect(mayAmendView(anonymous, { accountId: 'one', shared: true })).toBe(false);
  });
});

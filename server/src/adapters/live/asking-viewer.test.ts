import { describe, expect, it } from 'vitest';
import type { SignedIn } from '../../kernel/viewer.ts';
import { answersAlike, askingViewer } from './asking-viewer.ts';

const viewer = (personId: string): SignedIn => ({
  kind: 'SIGNED_IN',
  accountId: `account of ${personId}`,
  personId,
  actorIds: [personId],
  grants: [],
  scopes: 'ALL',
  sessionId: null,
  tokenId: null,
  locale: 'ru',
});
const [anna, boris, clara] = [viewer('anna'), viewer('boris'), viewer('clara')];

describe('an execution that notes what it asked of its viewer', () => {
  it('is everybody’s when it asked only for roles, scopes and language', () => {
    const { viewer: asking, asked } = askingViewer(anna);
    expect([asking.grants, asking.scopes, asking.locale]).toEqual([[], 'ALL', 'ru']);
    expect(answersAlike(asked, anna, boris)).toBe(true);
  });

  it('is for those who give the same answer when it asked whether it is somebody', () => {
    const { viewer: asking, asked } = askingViewer(anna);
    expect(asking.actorIds.includes('boris')).toBe(false);
    expect(answersAlike(asked, anna, clara)).toBe(true);
    expect(answersAlike(asked, anna, boris)).toBe(false);
  });

  it.each([
    ['the account', (one: SignedIn) => one.accountId],
    ['the person', (one: SignedIn) => one.personId],
    ['whom they act for', (one: SignedIn) => [...one.actorIds]],
    ['the length of that list', (one: SignedIn) => one.actorIds.length],
    ['the session', (one: SignedIn) => one.sessionId],
    ['a copy of all', (one: SignedIn) => ({ ...one })],
  ])('is for one alone when it used %s', (_what, use) => {
    const { viewer: asking, asked } = askingViewer(anna);
    use(asking);
    expect(answersAlike(asked, anna, boris)).toBe(false);
    expect(answersAlike(asked, anna, anna)).toBe(true);
  });
});

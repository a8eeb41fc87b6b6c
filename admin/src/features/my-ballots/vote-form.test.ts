import { expect, test } from 'vitest';
import type { VotingRight } from './useVote.ts';
import { emptyVote, fitVote, isVoteForm, ownersOf, unanswered } from './vote-form.ts';

function right(owner: string, ownershipId: string, voted = false): VotingRight {
  return {
    ownershipId,
    voted,
    authority: 'OWNER',
    explanation: '',
    weight: { display: '10.00' },
    owner: { id: owner, displayName: owner },
    premises: null,
  };
}
const owners = ownersOf([right('Анна', 'a', true), right('Анна', 'b'), right('Анна', 'c'), right('Дитя', 'd')]);

test('one owner at a time, with everything that has no ballot yet, and nothing answered', () => {
  expect(owners.map(({ id }) => id)).toEqual(['Анна', 'Дитя']);
  const form = fitVote(emptyVote(), owners);
  expect(form).toEqual({ ownerId: 'Анна', ownershipIds: ['b', 'c'], votes: {} });
  expect(fitVote({ ...form, ownerId: 'Дитя', ownershipIds: ['b'] }, owners).ownershipIds).toEqual(['d']);
  expect(fitVote({ ...form, ownershipIds: ['c'] }, owners).ownershipIds).toEqual(['c']);
  expect(fitVote(form, ownersOf([right('Анна', 'a', true)]))).toEqual({ ownerId: '', ownershipIds: [], votes: {} });
});

test('what was kept is taken back only if it is such a form', () => {
  const form = { ownerId: 'a', ownershipIds: ['b'], votes: { item: 'FOR' } };
  expect(isVoteForm(form)).toBe(true);
  expect(isVoteForm({ ...form, votes: { item: 'MAYBE' } })).toBe(false);
  expect(isVoteForm({ votes: {} })).toBe(false);
  expect(unanswered({ ...form, votes: { one: 'FOR' } }, ['one', 'two'])).toBe('two');
  expect(unanswered({ ...form, votes: { one: 'FOR' } }, ['one'])).toBeNull();
});

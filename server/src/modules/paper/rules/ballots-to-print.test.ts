import { expect, test } from 'vitest';
import { ballotsToPrint, type OwnedPart } from './ballots-to-print.ts';

const parts: readonly OwnedPart[] = [
  { ownershipId: 'flat 1', holderIds: ['anna', 'boris'], entrance: 1 },
  { ownershipId: 'flat 2', holderIds: ['clara'], entrance: 1 },
  { ownershipId: 'flat 9', holderIds: ['anna'], entrance: 2 },
  { ownershipId: 'parking', holderIds: ['clara'], entrance: null },
];
const house = { entrance: null, ownerId: null, perOwnership: false };

test('one document for each owner with all of theirs, joint holders each, in the order of the flats', () => {
  expect(ballotsToPrint(parts, house)).toEqual([
    { ownerId: 'anna', ownershipIds: ['flat 1', 'flat 9'] },
    { ownerId: 'boris', ownershipIds: ['flat 1'] },
    { ownerId: 'clara', ownershipIds: ['flat 2', 'parking'] },
  ]);
});

test('one for each ownership', () => {
  expect(ballotsToPrint(parts, { ...house, perOwnership: true })).toHaveLength(5);
  expect(ballotsToPrint(parts, { entrance: 2, ownerId: null, perOwnership: true })).toEqual([
    { ownerId: 'anna', ownershipIds: ['flat 9'] },
  ]);
});

test('an owner in two entrances is printed once, in the first of them', () => {
  const owners = (entrance: number) => ballotsToPrint(parts, { ...house, entrance }).map(({ ownerId }) => ownerId);
  expect(owners(1)).toEqual(['anna', 'boris', 'clara']);
  expect(owners(2)).toEqual([]);
});

test('one owner alone, and nobody where they own nothing', () => {
  expect(ballotsToPrint(parts, { ...house, ownerId: 'clara' }).map(({ ownershipIds }) => ownershipIds)).toEqual([
    ['flat 2', 'parking'],
  ]);
  expect(ballotsToPrint(parts, { ...house, ownerId: 'dora' })).toEqual([]);
});

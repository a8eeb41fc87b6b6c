import { describe, expect, it } from 'vitest';
import { differencesOf, isOtherPerson, maySeeTranscription, type Transcript } from './transcription.ts';

const anna: Transcript = {
  ownerId: 'anna',
  premisesIds: ['flat', 'garage'],
  actedById: 'anna',
  signed: true,
  signedOn: '2027-02-01',
  sheet: '124',
};

describe('two transcripts of one sheet', () => {
  it.each([
    ['the same', {}, []],
    ['premises in another order', { premisesIds: ['garage', 'flat'] }, []],
    ['another owner', { ownerId: 'boris' }, ['OWNER']],
    ['fewer premises', { premisesIds: ['flat'] }, ['PREMISES']],
    ['a representative', { actedById: 'boris' }, ['ACTED_BY']],
    ['no signature and no date', { signed: false, signedOn: null }, ['SIGNED', 'SIGNED_ON']],
    ['one mark more', { sheet: '134' }, ['VOTES']],
  ] as const)('%s', (_, change, kinds) => {
    expect(differencesOf(anna, { ...anna, ...change })).toEqual(kinds);
  });
});

describe('whoever entered a sheet', () => {
  it('does not enter it again', () => {
    expect(isOtherPerson('olga', [])).toBe(true);
    expect(isOtherPerson('olga', [{ byPersonId: 'ivan' }])).toBe(true);
    expect(isOtherPerson('olga', [{ byPersonId: 'ivan' }, { byPersonId: 'olga' }])).toBe(false);
  });

  it.each([
    ['ENTERED', 'ivan', false],
    ['ENTERED', 'olga', true],
    ['DIFFERENT', 'ivan', true],
    ['CONFIRMED', 'ivan', true],
    ['NOT_CONFIRMED', 'ivan', true],
  ] as const)('is read in %s by olga when it was %s: %s', (state, by, seen) => {
    expect(maySeeTranscription(state, by, 'olga')).toBe(seen);
  });
});

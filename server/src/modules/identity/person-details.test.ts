import { describe, expect, it } from 'vitest';
import { deriveSecrets } from '../../adapters/secrets.ts';
import { moscowToday, openDetails, sealDetails, snilsHash } from './person-details.ts';

const secrets = deriveSecrets('a secret of the tests, at least thirty-two bytes long');
const details = {
  snils: '11223344595',
  birthDate: '1980-05-06',
  phones: ['+79161234567'],
  emails: ['anna@example.ru'],
};

describe('sealed details', () => {
  it('open for their person and for nobody else', () => {
    const sealed = sealDetails(secrets, 'one', details);
    expect(openDetails(secrets, 'one', sealed)).toEqual(details);
    expect(() => openDetails(secrets, 'other', sealed)).toThrow(/authenticate/);
  });

  it('are not readable, and never the same twice', () => {
    const sealed = sealDetails(secrets, 'one', details);
    expect(sealed?.toString('latin1')).not.toContain('11223344595');
    expect(sealed?.equals(sealDetails(secrets, 'one', details) ?? Buffer.alloc(0))).toBe(false);
  });

  it('are nothing when nothing is known', () => {
    expect(sealDetails(secrets, 'one', { snils: null, phones: [], emails: [] })).toBeNull();
    expect(openDetails(secrets, 'one', null)).toEqual({});
  });
});

it('finds a SNILS again only with the key', () => {
  expect(snilsHash(secrets, '11223344595')).toEqual(snilsHash(secrets, '11223344595'));
  expect(snilsHash(secrets, '11223344595')).not.toEqual(snilsHash(deriveSecrets('another secret'), '11223344595'));
});

it('counts days by the calendar of Moscow', () => {
  const at = (moment: string) => moscowToday({ clock: { now: () => Date.parse(moment) } });
  expect(at('2026-02-01T20:59:59Z')).toBe('2026-02-01');
  expect(at('2026-02-01T21:00:00Z')).toBe('2026-02-02');
});

import { describe, expect, it } from 'vitest';
import { addressKey, addressSearchWords, readAddress, type Address } from './address-key.ts';

const lenina: Address = { settlement: 'г. Москва', street: 'ул. Ленина', number: '12', block: 'корп. 1' };

describe('one house has one address key', () => {
  it.each<[string, Partial<Address>]>([
    ['the town without its word', { settlement: 'Москва' }],
    ['the type after the name', { street: 'Ленина ул.' }],
    ['the type in full', { street: 'улица Ленина' }],
    ['another case and spacing', { street: '  УЛ.  ЛЕНИНА ' }],
    ['the corpus in the number', { number: '12 корпус 1', block: null }],
    ['the corpus as a letter', { number: '12к1', block: null }],
    ['a bare number as corpus', { block: '1' }],
    ['the word «дом»', { number: 'дом 12' }],
    ['the sign №', { number: '№ 12' }],
  ])('%s', (_what, change) => {
    expect(addressKey({ ...lenina, ...change })).toBe(addressKey(lenina));
  });

  it.each<[string, Address, Address]>([
    ['ё and е', { ...lenina, street: 'ул. Королёва' }, { ...lenina, street: 'ул. Королева' }],
    ['Latin letters that look Cyrillic', { ...lenina, number: '14A' }, { ...lenina, number: '14А' }],
    ['a letter apart from its number', { ...lenina, number: '14 а' }, { ...lenina, number: '14А' }],
    [
      'the ordinal before or after',
      { ...lenina, street: '1-я Парковая ул.' },
      { ...lenina, street: 'Парковая 1-я улица' },
    ],
    ['проспект in three ways', { ...lenina, street: 'Мира пр-кт' }, { ...lenina, street: 'просп. Мира' }],
    ['dashes of all kinds', { ...lenina, number: '12 – 14' }, { ...lenina, number: '12-14' }],
    [
      'посёлок before or after',
      { ...lenina, settlement: 'пос.Толстопальцево' },
      { ...lenina, settlement: 'Толстопальцево п.' },
    ],
  ])('%s', (_what, one, other) => {
    expect(addressKey(one)).toBe(addressKey(other));
  });

  it.each<[string, Partial<Address>]>([
    ['another street type', { street: 'пер. Ленина' }],
    ['another corpus', { block: 'корп. 2' }],
    ['a structure instead of a corpus', { block: 'стр. 1' }],
    ['no corpus', { block: null }],
    ['another number', { number: '1' }],
    ['a letter', { number: '12а' }],
    ['a village instead of a town', { settlement: 'дер. Москва' }],
    ['digits that only join up', { number: '1', block: 'корп. 21' }],
  ])('keeps apart %s', (_what, change) => {
    expect(addressKey({ ...lenina, ...change })).not.toBe(addressKey(lenina));
  });
});

describe('reading an address', () => {
  it('names the first part that is missing', () => {
    expect(readAddress({ ...lenina, settlement: null })).toEqual({ ok: false, missing: 'settlement' });
    expect(readAddress({ ...lenina, street: ' ул. ' })).toEqual({ ok: false, missing: 'street' });
    expect(readAddress({ ...lenina, number: '-' })).toEqual({ ok: false, missing: 'number' });
  });

  it('takes a kind of street for its name where there is another kind beside it', () => {
    expect(readAddress({ ...lenina, street: 'Набережная ул.' })).toMatchObject({ ok: true });
    expect(readAddress({ ...lenina, street: 'ул. улица' })).toEqual({ ok: false, missing: 'street' });
  });

  it('keeps what was written, tidied', () => {
    expect(readAddress({ ...lenina, street: ' ул.  Ленина', block: ' ' })).toEqual({
      ok: true,
      key: 'москва, ленина улица, 00012',
      address: { settlement: 'г. Москва', street: 'ул. Ленина', number: '12', block: null },
    });
  });
});

it('sorts houses of a street as people do', () => {
  const keys = ['10', '9', '9а', '100'].map((number) => addressKey({ ...lenina, number, block: null }));
  expect(keys.toSorted()).toEqual([keys[1], keys[2], keys[0], keys[3]]);
});

it('writes a bare block as a corpus', () => {
  expect(readAddress({ ...lenina, block: '2а' })).toMatchObject({ address: { block: 'корп. 2а' } });
  expect(readAddress({ ...lenina, block: 'стр. 2' })).toMatchObject({ address: { block: 'стр. 2' } });
});

describe('searching', () => {
  it.each([
    ['Ленинский пр-кт 12к1', ['ленинский', 'проспект', '00012', 'корп', '00001']],
    ['ул Строителей, д. 5', ['ул', 'строителей', '00005']],
    ['Корнейчука', ['корнейчука']],
    [' , ', []],
  ])('«%s»', (text, words) => {
    expect(addressSearchWords(text)).toEqual(words);
  });
});

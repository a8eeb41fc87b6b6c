/** One house has one address, however its words are abbreviated, ordered or typed; the same address again is the same house. */
import { plainText, settlementWords, streetWords } from './address-words.ts';
import { houseNumberKey } from './house-number.ts';

export interface Address {
  readonly settlement: string;
  readonly street: string;
  readonly number: string;
  /** Корпус, строение. */
  readonly block?: string | null | undefined;
}

const addressParts = ['settlement', 'street', 'number'] as const;
export type AddressPart = (typeof addressParts)[number];

export type AddressAnswer =
  | { readonly ok: true; readonly key: string; readonly address: Required<Address> & { readonly block: string | null } }
  | { readonly ok: false; readonly missing: AddressPart };

function words(text: string): string[] {
  return plainText(text)
    .split(/[^\p{L}\p{N}/-]+/u)
    .map((word) => word.replaceAll(/^[-/]+|[-/]+$/g, ''))
    .filter((word) => word !== '');
}

/** Words spelled out and in one order, the kind last, so that «1-я Парковая ул.» and «улица Парковая 1-я» are one street. */
function namedKey(text: string, known: ReadonlyMap<string, string>): string {
  const all = words(text);
  const names = all.filter((word) => !known.has(word));
  const kinds = all.map((word) => known.get(word) ?? '').filter((word) => word !== '');
  const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
  return [...names.toSorted(inOrder), ...kinds.toSorted(inOrder)].join(' ');
}

function hasName(text: string, known: ReadonlyMap<string, string>): boolean {
  return words(text).some((word) => !known.has(word));
}

/** «Набережная ул.» is a street by the name of «Набережная»; a kind of street alone, in one spelling or two, names none. */
function hasStreetName(text: string): boolean {
  return hasName(text, streetWords) || new Set(words(text).map((word) => streetWords.get(word))).size > 1;
}

/** Every run of digits at one length, so that house 9 stands before house 10. */
function padded(key: string): string {
  return key.replaceAll(/\d+/g, (digits) => digits.padStart(5, '0'));
}

/** The beginning of every key in this settlement. */
export function settlementKey(settlement: string): string {
  return padded(`${namedKey(settlement, settlementWords)}, `);
}

export function addressKey({ settlement, street, number, block }: Address): string {
  return settlementKey(settlement) + padded(`${namedKey(street, streetWords)}, ${houseNumberKey(number, block)}`);
}

function tidy(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/g, ' ').trim();
}

/** A bare number is a корпус, and is written so: «12 1» would be read as one number. */
function readBlock(block: string): string | null {
  if (block === '') return null;
  return /^\d+\p{L}?$/u.test(block) ? `корп. ${block}` : block;
}

/** The address tidied, with its key; or the first part that is missing. Nothing is guessed. */
export function readAddress(raw: Partial<Record<keyof Address, string | null | undefined>>): AddressAnswer {
  const address = {
    settlement: tidy(raw.settlement ?? ''),
    street: tidy(raw.street ?? ''),
    number: tidy(raw.number ?? ''),
    block: readBlock(tidy(raw.block ?? '')),
  };
  const present: Readonly<Record<AddressPart, boolean>> = {
    settlement: hasName(address.settlement, settlementWords),
    street: hasStreetName(address.street),
    number: /[\p{L}\p{N}]/u.test(houseNumberKey(address.number, null)),
  };
  const missing = addressParts.find((part) => !present[part]);
  return missing === undefined ? { ok: true, key: addressKey(address), address } : { ok: false, missing };
}

/** What a person types into a search box, as the beginnings of words of a key. */
export function addressSearchWords(text: string): string[] {
  const forms = [...streetWords, ...settlementWords];
  return houseNumberKey(text, null)
    .split(' ')
    .filter((word, at, all) => word !== '' && !(/^(?:д|дом)$/.test(word) && /^\d/.test(all[at + 1] ?? '')))
    .map((word) => forms.find(([form, whole]) => form === word && !whole.startsWith(word) && whole !== '')?.[1] ?? word)
    .map(padded)
    .slice(0, 10);
}

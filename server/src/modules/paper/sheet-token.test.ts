import { describe, expect, it } from 'vitest';
import { deriveSecrets } from '../../adapters/secrets.ts';
import { newId } from '../../kernel/new-id.ts';
import { readBase45, writeBase45 } from './rules/base45.ts';
import { claimBytes, writeClaim, type SheetClaim } from './rules/sheet-claim.ts';
import { readSheetToken, referenceOf, sheetNumber, writeSheetToken } from './sheet-token.ts';

const secrets = deriveSecrets('a secret of the tests, at least thirty-two bytes long');
const claim: SheetClaim = {
  kind: 'ONE',
  assemblyId: newId(),
  ownerId: newId(),
  reference: newId(),
  formVersion: 300,
  page: 2,
  pages: 3,
};
const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';

describe('the code on a page', () => {
  it.each([claim, { ...claim, kind: 'SEVERAL' as const }, { ...claim, kind: 'BLANK' as const, ownerId: null }])(
    'is read as it was written: $kind',
    (one) => {
      expect(readSheetToken(secrets, writeSheetToken(secrets, one))).toEqual(one);
    },
  );

  it('is refused with any one sign of it changed into any other', () => {
    const text = writeSheetToken(secrets, claim);
    const accepted = Array.from(text).flatMap((sign, at) =>
      Array.from(signs)
        .filter((other) => other !== sign)
        .map((other) => `${text.slice(0, at)}${other}${text.slice(at + 1)}`)
        .filter((altered) => readSheetToken(secrets, altered) !== null),
    );
    expect(text).toHaveLength(98);
    expect(accepted).toEqual([]);
  });

  it("is refused with another owner's name under the same signature, cut short, or made longer", () => {
    const bytes = readBase45(writeSheetToken(secrets, claim)) ?? new Uint8Array();
    const forged = Buffer.concat([writeClaim({ ...claim, ownerId: newId() }), bytes.subarray(claimBytes)]);
    expect(readSheetToken(secrets, writeBase45(forged))).toBeNull();
    expect(readSheetToken(secrets, writeBase45(bytes.subarray(0, -2)))).toBeNull();
    expect(readSheetToken(secrets, writeBase45(Buffer.concat([bytes, Buffer.alloc(2)])))).toBeNull();
    expect(readSheetToken(secrets, '')).toBeNull();
  });

  it('is refused by a server with another secret', () => {
    const others = deriveSecrets('another secret of the tests, which is as long as that');
    expect(readSheetToken(others, writeSheetToken(secrets, claim))).toBeNull();
  });

  it('stands for several ownerships in whatever order, and for no others', () => {
    const [one, two, three] = [newId(), newId(), newId()];
    expect(referenceOf([one, two])).toBe(referenceOf([two, one]));
    expect(referenceOf([one, two])).not.toBe(referenceOf([one, three]));
  });

  it('has a number that can be typed, which says nothing of the owner', () => {
    expect(sheetNumber(secrets, claim)).toMatch(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/);
    expect(sheetNumber(secrets, claim)).toBe(sheetNumber(secrets, { ...claim }));
    expect(sheetNumber(secrets, claim)).not.toBe(sheetNumber(secrets, { ...claim, ownerId: newId() }));
  });
});

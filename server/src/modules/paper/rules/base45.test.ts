import { expect, test } from 'vitest';
import { readBase45, writeBase45 } from './base45.ts';

test.each([
  ['AB', 'BB8'],
  ['Hello!!', '%69 VD92EX0'],
  ['base-45', 'UJCLQE7W581'],
])('writes %s as RFC 9285 does', (plain, written) => {
  expect(writeBase45(Buffer.from(plain))).toBe(written);
  expect(Buffer.from(readBase45(written) ?? []).toString()).toBe(plain);
});

test.each(['A', 'BB8A', 'ab1', '::', ':::', 'GGW'])('reads no bytes from %s', (text) => {
  expect(readBase45(text)).toBeNull();
});

import { describe, expect, it } from 'vitest';
import { binaryMediaType, isMarkup, isText, textMediaType } from './media-type.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);
const text = (value: string): Uint8Array => new TextEncoder().encode(value);

describe('the binary kinds', () => {
  it.each([
    ['application/pdf', text('%PDF-1.4')],
    ['application/zip', bytes(0x50, 0x4b, 3, 4, 20)],
    ['image/jpeg', bytes(0xff, 0xd8, 0xff, 0xe1)],
    ['image/png', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
    ['image/tiff', bytes(0x49, 0x49, 0x2a, 0)],
    ['image/tiff', bytes(0x4d, 0x4d, 0, 0x2a)],
  ])('%s', (mediaType, head) => {
    expect(binaryMediaType(head)).toBe(mediaType);
  });

  it.each([
    ['an empty zip', bytes(0x50, 0x4b, 5, 6)],
    ['half a signature', text('%PDF')],
    ['a program', bytes(0x7f, 0x45, 0x4c, 0x46)],
  ])('not %s', (_what, head) => {
    expect(binaryMediaType(head)).toBeNull();
  });
});

describe('text', () => {
  it('is Russian in both encodings, with tabs and line breaks', () => {
    expect(isText(text('номер\tплощадь\r\n'))).toBe(true);
    expect(isText(bytes(0xcd, 0xee, 0xec, 0xe5, 0xf0, 0x0d, 0x0a))).toBe(true);
  });

  it.each([0, 7, 8, 11, 0x1b, 0x7f])('has no control character %i', (code) => {
    expect(isText(bytes(0x41, code))).toBe(false);
  });

  it('is no markup', () => {
    expect(isMarkup(text('\n <html>'))).toBe(true);
    expect(isMarkup(text('\uFEFF<?xml'))).toBe(true);
    expect(isMarkup(text('1 < 2'))).toBe(false);
    expect(isMarkup(text(''))).toBe(false);
  });

  it('is a table by its first line', () => {
    expect(textMediaType(text('a;b\nc'))).toBe('text/csv');
    expect(textMediaType(text('a\nb;c'))).toBe('text/plain');
    expect(textMediaType(text('a,b'))).toBe('text/csv');
  });
});

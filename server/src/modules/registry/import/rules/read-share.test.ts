import { describe, expect, it } from 'vitest';
import type { Cell } from './cell.ts';
import { readShare } from './read-share.ts';

function written(text: string, kind: Cell['kind'] = 'TEXT'): string {
  const reading = readShare({ text, kind });
  if (!reading.ok) return `${reading.code} ${Object.values(reading.facts ?? {}).join()}`.trim();
  return `${reading.value.share.toString()}${reading.value.joint ? ' jointly' : ''}`;
}

describe('a share is read exactly', () => {
  it.each([
    ['1', '1'],
    ['1/3', '1/3'],
    ['2 / 4', '1/2'],
    ['1\\2', '1/2'],
    ['½', '1/2'],
    ['1⁄2', '1/2'],
    ['0,5', '1/2'],
    ['0.25', '1/4'],
    ['0,125', '1/8'],
    ['50%', '1/2'],
    ['12,5 %', '1/8'],
    ['100%', '1'],
    ['30%', '3/10'],
    ['0,35', '7/20'],
    ['1/3 доли', '1/3'],
    ['Общая долевая собственность, 1/3', '1/3'],
    ['долевая 5/12', '5/12'],
    ['целое', '1'],
    ['Собственность', '1'],
    ['индивидуальная собственность', '1'],
    ['совместная', '1 jointly'],
    ['Общая совместная собственность', '1 jointly'],
  ])('%s is %s', (text, share) => {
    expect(written(text)).toBe(share);
  });
});

describe('a rounded share is refused, and the likely one is named', () => {
  it.each([
    ['33,33%', '1/3'],
    ['66.67 %', '2/3'],
    ['0,33', '1/3'],
    ['0.67', '2/3'],
    ['0,333333333333333', '1/3'],
    ['16,7%', '1/6'],
    ['0,17', '1/6'],
    ['8,33%', '1/12'],
    ['0,1429', '1/7'],
    ['7,14%', '1/14'],
  ])('%s looks like %s', (text, likely) => {
    expect(written(text)).toBe(`SHARE_INEXACT ${likely}`);
  });
});

describe('what is no share is refused', () => {
  it.each([
    ['0', 'SHARE_INVALID 0'],
    ['0/3', 'SHARE_INVALID 0'],
    ['4/3', 'SHARE_INVALID 4/3'],
    ['150%', 'SHARE_INVALID 3/2'],
    ['1/9999999999999', 'SHARE_INVALID 1/9999999999999'],
    ['1/0', 'SHARE_UNREADABLE'],
    ['-1/2', 'SHARE_UNREADABLE'],
    ['половина', 'SHARE_UNREADABLE'],
    ['1/2/3', 'SHARE_UNREADABLE'],
    ['1 1/2', 'SHARE_UNREADABLE'],
  ])('%s: %s', (text, answer) => {
    expect(written(text)).toBe(answer);
  });

  it('a share that the spreadsheet turned into a date', () => {
    expect(written('2026-03-01', 'DATE')).toBe('CELL_IS_DATE');
  });
});

import { describe, expect, test } from 'vitest';
import { narrowed, readListState, variablesOf, writeListState } from './list-state.ts';

describe('the state of the list stands in the link', () => {
  const link = { state: 'VOTING,CLOSED', text: 'крыша', sort: 'CLOSES_AT', after: 'cursor', from: '26' };

  test('what is written is read again', () => {
    expect(writeListState(readListState(link))).toEqual(link);
    expect(writeListState(readListState({}))).toEqual({});
  });

  test('what makes no sense is the plain list', () => {
    expect(writeListState(readListState({ state: 'NONE', sort: 'x', from: '-4', text: ['a', 'b'] }))).toEqual({});
  });

  test('another filter begins at the first page', () => {
    expect(writeListState(narrowed(readListState(link), { states: [] }))).toEqual({ text: 'крыша', sort: 'CLOSES_AT' });
  });

  test('the server is asked for one page, onwards or backwards', () => {
    expect(variablesOf(readListState(link))).toEqual({
      first: 25,
      after: 'cursor',
      sort: 'CLOSES_AT',
      filter: { states: ['VOTING', 'CLOSED'], text: 'крыша' },
    });
    expect(variablesOf(readListState({ before: 'cursor' }))).toEqual({
      last: 25,
      before: 'cursor',
      sort: 'NEWEST',
      filter: {},
    });
  });
});

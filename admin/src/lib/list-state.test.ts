import { describe, expect, test } from 'vitest';
import { isNarrowed, narrowed, pageOf, plainColumns, readListState, writeListState } from './list-state.ts';

const shape = {
  name: 'assemblies',
  filters: { state: ['DRAFT', 'VOTING', 'CLOSED'], house: 'ANY' },
  sorts: ['NEWEST', 'CLOSES_AT'],
  columns: ['title', 'state', 'opensAt'],
  hidden: ['opensAt'],
} as const;

describe('the state of a list stands in the link', () => {
  const link = {
    state: 'VOTING,CLOSED',
    house: 'HO_1',
    text: 'крыша',
    sort: 'CLOSES_AT',
    columns: 'opensAt,title',
    after: 'cursor',
    from: '26',
  };
  const narrow = (query: Parameters<typeof readListState>[1]) => readListState(shape, query);

  test('what is written is read again', () => {
    expect(writeListState(shape, narrow(link))).toEqual(link);
    expect(writeListState(shape, narrow({}))).toEqual({});
  });

  test('what makes no sense is the plain list', () => {
    const nonsense = { state: 'NONE', sort: 'x', from: '-4', columns: 'none', text: ['a', 'b'] };
    expect(writeListState(shape, narrow(nonsense))).toEqual({});
  });

  test('another filter begins at the first page and leaves the other filters', () => {
    const next = narrowed(narrow(link), { filters: { state: [] } });
    expect(writeListState(shape, next)).toEqual({
      house: 'HO_1',
      text: 'крыша',
      sort: 'CLOSES_AT',
      columns: 'opensAt,title',
    });
    expect(isNarrowed(next)).toBe(true);
    expect(isNarrowed(narrow({ sort: 'CLOSES_AT' }))).toBe(false);
  });

  test('the server is asked for one page, onwards or backwards', () => {
    expect(pageOf(narrow(link))).toEqual({ first: 25, after: 'cursor' });
    expect(pageOf(narrow({ before: 'cursor' }))).toEqual({ last: 25, before: 'cursor' });
  });

  test('columns keep the order that was chosen, and a plain list keeps some back', () => {
    expect(narrow(link).columns).toEqual(['opensAt', 'title']);
    expect(plainColumns(shape)).toEqual(['title', 'state']);
  });
});

import { describe, expect, test } from 'vitest';
import { faults, mapped, mappingOf } from './column-mapping.ts';

const columns = [
  { column: 1, proposedField: 'PREMISES_NUMBER', field: null },
  { column: 2, proposedField: null, field: null },
  { column: 3, proposedField: 'AREA', field: null },
] as const;

describe('the mapping of columns', () => {
  test('begins as proposed, and goes on as it was said', () => {
    expect(mappingOf(columns)).toEqual({ 1: 'PREMISES_NUMBER', 2: '', 3: 'AREA' });
    expect(mappingOf([columns[0], { ...columns[1], field: 'AREA' }, columns[2]])).toEqual({ 1: '', 2: 'AREA', 3: '' });
  });

  test('leaves out what is not read', () => {
    expect(mapped({ 1: 'PREMISES_NUMBER', 2: '' })).toEqual([{ column: 1, field: 'PREMISES_NUMBER' }]);
  });

  test('names what stands twice and what is missing', () => {
    expect(faults('REGISTER', { 1: 'PREMISES_NUMBER', 2: 'PREMISES_NUMBER' })).toEqual({
      twice: ['PREMISES_NUMBER'],
      missing: ['AREA'],
    });
    expect(faults('HOUSES', { 1: 'STREET' }).missing).toEqual(['SETTLEMENT', 'HOUSE_NUMBER']);
  });
});

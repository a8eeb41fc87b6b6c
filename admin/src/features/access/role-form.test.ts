import { describe, expect, test } from 'vitest';
import { emptyRole, isWhole, placeOf, roleInput } from './role-form.ts';

describe('a role as it is being given', () => {
  test('an assembly administrator needs a place, the platform has none', () => {
    expect(isWhole(emptyRole())).toBe(false);
    expect(isWhole({ ...emptyRole(), place: { id: 'HO_1', label: 'дом' } })).toBe(true);
    expect(isWhole({ ...emptyRole(), role: 'AUDITOR' })).toBe(true);
    expect(placeOf('PLATFORM_ADMINISTRATOR')).toBe('NONE');
  });

  test.each([
    ['OR_1', { organisationId: 'OR_1' }],
    ['HO_1', { houseId: 'HO_1' }],
    ['AS_1', { assemblyId: 'AS_1' }],
  ])('the place %s goes under its own name', (id, place) => {
    expect(roleInput({ role: 'AUDITOR', place: { id, label: '' }, until: '' })).toEqual({ role: 'AUDITOR', ...place });
  });

  test('a place that the role does not have is left out', () => {
    const form = { role: 'PLATFORM_ADMINISTRATOR', place: { id: 'HO_1', label: '' }, until: '' } as const;
    expect(roleInput(form)).toEqual({ role: 'PLATFORM_ADMINISTRATOR' });
  });

  test('the term lasts to the end of its last day', () => {
    const { until } = roleInput({ ...emptyRole(), until: '2026-12-31' });
    expect(new Date(until ?? '').getTime()).toBe(new Date(2027, 0, 1).getTime());
  });
});

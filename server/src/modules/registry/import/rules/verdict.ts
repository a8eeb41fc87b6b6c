import type { RowError } from './row-reader.ts';

/** What a row does to the register: adds to it, repeats it, adds to what it says, or cannot be taken. */
export const verdicts = ['NEW', 'SAME', 'CHANGED', 'REFUSED'] as const;
export type Verdict = (typeof verdicts)[number];

export type Fault = Pick<RowError, 'field' | 'code' | 'facts'>;

export function fault(field: Fault['field'], code: Fault['code'], facts: Fault['facts'] = {}): Fault {
  return { field, code, facts };
}

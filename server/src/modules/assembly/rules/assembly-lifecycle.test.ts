import { describe, expect, it, test } from 'vitest';
import { assemblyLifecycle } from './assembly-lifecycle.ts';
import type { AssemblyState, AssemblyVerb } from './assembly-lifecycle.ts';

const verbs: readonly AssemblyVerb[] = ['announce', 'open', 'close', 'cancel', 'abort'];

describe('an assembly', () => {
  const table: [AssemblyState, (AssemblyState | undefined)[]][] = [
    //           announce     open      close     cancel       abort
    ['DRAFT', ['ANNOUNCED', undefined, undefined, 'CANCELLED', undefined]],
    ['ANNOUNCED', [undefined, 'VOTING', undefined, 'CANCELLED', undefined]],
    ['VOTING', [undefined, undefined, 'CLOSED', undefined, 'CANCELLED']],
    ['CLOSED', [undefined, undefined, undefined, undefined, undefined]],
    ['CANCELLED', [undefined, undefined, undefined, undefined, undefined]],
  ];
  test.each(table)('from %s goes only where the law lets it', (state, expected) => {
    expect(verbs.map((verb) => assemblyLifecycle.next(state, verb))).toEqual(expected);
  });

  it('begins as a draft', () => {
    expect(assemblyLifecycle.initial).toBe('DRAFT');
  });
});

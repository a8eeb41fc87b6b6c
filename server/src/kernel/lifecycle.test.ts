import { describe, expect, it } from 'vitest';
import { defineLifecycle } from './lifecycle.ts';

const door = defineLifecycle({
  initial: 'SHUT',
  states: ['SHUT', 'OPEN', 'GONE'],
  transitions: {
    open: { from: ['SHUT'], to: 'OPEN' },
    shut: { from: ['OPEN'], to: 'SHUT' },
    remove: { from: ['SHUT', 'OPEN'], to: 'GONE' },
  },
});

describe('a lifecycle', () => {
  it('leads from state to state', () => {
    expect(door.next('SHUT', 'open')).toBe('OPEN');
    expect(door.next('OPEN', 'remove')).toBe('GONE');
    expect(door.initial).toBe('SHUT');
  });

  it('knows no way where the table has none', () => {
    expect(door.next('OPEN', 'open')).toBeUndefined();
    expect(door.next('GONE', 'remove')).toBeUndefined();
  });

  it('tells what can be done in a state', () => {
    expect(door.verbsFrom('OPEN')).toEqual(['shut', 'remove']);
    expect(door.verbsFrom('GONE')).toEqual([]);
  });

  it('takes its states from the transitions when they are not listed', () => {
    const table = defineLifecycle({ initial: 'A', transitions: { go: { from: ['A'], to: 'B' } } });
    expect(table.states).toEqual(['A', 'B']);
  });

  it('does not load with a state that nothing leads to', () => {
    const island = { initial: 'A', transitions: { go: { from: ['A'], to: 'B' }, leave: { from: ['C'], to: 'A' } } };
    expect(() => defineLifecycle(island)).toThrow('nothing leads to C');
    expect(() => defineLifecycle({ ...island, states: ['A', 'B', 'C', 'D'] })).toThrow('nothing leads to C');
  });

  it('does not load with a state that is not known', () => {
    const table = { initial: 'A', states: ['A'], transitions: { go: { from: ['A'], to: 'B' } } };
    expect(() => defineLifecycle(table)).toThrow('B is not a known state');
  });
});

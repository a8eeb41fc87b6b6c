import { defineLifecycle } from '../../../kernel/lifecycle.ts';

export const printStates = ['PRINTING', 'PRINTED', 'FAILED'] as const;
export type PrintState = (typeof printStates)[number];

/** A run goes on in the background until all its pages are there. */
export const printLifecycle = defineLifecycle({
  initial: 'PRINTING',
  states: printStates,
  transitions: {
    finish: { from: ['PRINTING'], to: 'PRINTED' },
    fail: { from: ['PRINTING'], to: 'FAILED' },
  },
});

/** How many ballots are set in one go, and lie in one file of a large run. */
export const ballotsPerPart = 25;

/** Where boxes are is fixed once the agenda is: after the announcement and until the end. */
export function mayBePrinted(state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED'): boolean {
  return state === 'ANNOUNCED' || state === 'VOTING';
}

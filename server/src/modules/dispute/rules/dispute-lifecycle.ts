import { defineLifecycle } from '../../../kernel/lifecycle.ts';

export const disputeStates = ['OPEN', 'UPHELD', 'REJECTED'] as const;
export type DisputeState = (typeof disputeStates)[number];

/** Answered once, while voting runs; what is open when it ends stays open beside the result. */
export const disputeLifecycle = defineLifecycle({
  initial: 'OPEN',
  states: disputeStates,
  transitions: {
    uphold: { from: ['OPEN'], to: 'UPHELD' },
    reject: { from: ['OPEN'], to: 'REJECTED' },
  },
});

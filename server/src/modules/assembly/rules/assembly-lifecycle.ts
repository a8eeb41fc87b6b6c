/** An announced assembly is held as announced: its initiator may call it off until it opens, afterwards only force majeure ends it early. */
import { defineLifecycle } from '../../../kernel/lifecycle.ts';

export type AssemblyState = 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
export type AssemblyVerb = 'announce' | 'open' | 'close' | 'cancel' | 'abort';

export const assemblyLifecycle = defineLifecycle<AssemblyState, AssemblyVerb>({
  initial: 'DRAFT',
  states: ['DRAFT', 'ANNOUNCED', 'VOTING', 'CLOSED', 'CANCELLED'],
  transitions: {
    announce: { from: ['DRAFT'], to: 'ANNOUNCED' },
    open: { from: ['ANNOUNCED'], to: 'VOTING' },
    close: { from: ['VOTING'], to: 'CLOSED' },
    cancel: { from: ['DRAFT', 'ANNOUNCED'], to: 'CANCELLED' },
    /** Force majeure; the operator of the platform alone. The votes are kept and decide nothing. */
    abort: { from: ['VOTING'], to: 'CANCELLED' },
  },
});

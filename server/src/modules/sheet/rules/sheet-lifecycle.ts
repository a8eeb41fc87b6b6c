/** A paper on its way to the record: two people transcribe it alone, and a third settles where they differ (domain: four eyes). */
import { defineLifecycle } from '../../../kernel/lifecycle.ts';

export const sheetStates = ['TAKEN_IN', 'ENTERED', 'DIFFERENT', 'CONFIRMED', 'NOT_CONFIRMED'] as const;
export type SheetState = (typeof sheetStates)[number];

export const transcriptionSteps = ['FIRST', 'SECOND', 'DECISION'] as const;
export type TranscriptionStep = (typeof transcriptionSteps)[number];

export const sheetLifecycle = defineLifecycle({
  initial: 'TAKEN_IN',
  states: sheetStates,
  transitions: {
    enter: { from: ['TAKEN_IN'], to: 'ENTERED' },
    agree: { from: ['ENTERED'], to: 'CONFIRMED' },
    differ: { from: ['ENTERED'], to: 'DIFFERENT' },
    decide: { from: ['DIFFERENT'], to: 'CONFIRMED' },
    lapse: { from: ['TAKEN_IN', 'ENTERED', 'DIFFERENT'], to: 'NOT_CONFIRMED' },
  },
});

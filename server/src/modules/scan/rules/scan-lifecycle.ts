import { defineLifecycle } from '../../../kernel/lifecycle.ts';

export const scanStates = ['UPLOADING', 'READING', 'READ', 'REFUSED'] as const;
export type ScanState = (typeof scanStates)[number];

/** A file is taken whole, then read in the background; one that cannot be read says why. */
export const scanLifecycle = defineLifecycle({
  initial: 'UPLOADING',
  states: scanStates,
  transitions: {
    arrive: { from: ['UPLOADING'], to: 'READING' },
    finish: { from: ['READING'], to: 'READ' },
    refuse: { from: ['UPLOADING', 'READING'], to: 'REFUSED' },
  },
});

export const scanLimits = { bytes: 200 * 1024 * 1024, chunkBytes: 4 * 1024 * 1024 } as const;

/** Paper is handed in while voting runs; its picture may follow when it has ended. */
export function mayBeScanned(state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED'): boolean {
  return state === 'VOTING' || state === 'CLOSED';
}

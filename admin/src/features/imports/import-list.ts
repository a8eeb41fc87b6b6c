import type { ImportState, TimeOrder } from '@veche/shared/operations';

export const importStates = [
  'PREPARED',
  'MAPPED',
  'REHEARSING',
  'REHEARSED',
  'COMMITTING',
  'COMMITTED',
  'UNDONE',
  'DISCARDED',
] as const satisfies ImportState[];

export const importList = {
  name: 'imports',
  filters: { state: importStates },
  sorts: ['NEWEST', 'OLDEST'] as const satisfies TimeOrder[],
  columns: ['file', 'state', 'house', 'rows', 'refused', 'created'],
} as const;

const tones = {
  PREPARED: 'plain',
  MAPPED: 'plain',
  REHEARSING: 'live',
  REHEARSED: 'warn',
  COMMITTING: 'live',
  COMMITTED: 'good',
  UNDONE: 'plain',
  DISCARDED: 'plain',
} as const;

export function toneOf(state: ImportState): (typeof tones)[ImportState] {
  return tones[state];
}

import { defineLifecycle } from '../../../../kernel/lifecycle.ts';

export const importStates = [
  'PREPARED',
  'MAPPED',
  'REHEARSING',
  'REHEARSED',
  'COMMITTING',
  'COMMITTED',
  'UNDONE',
  'DISCARDED',
] as const;
export type ImportState = (typeof importStates)[number];

/** An import is mapped, rehearsed and committed; each step can be taken again until the register has changed. */
export const importLifecycle = defineLifecycle({
  initial: 'PREPARED',
  states: importStates,
  transitions: {
    map: { from: ['PREPARED', 'MAPPED', 'REHEARSED'], to: 'MAPPED' },
    rehearse: { from: ['MAPPED', 'REHEARSED'], to: 'REHEARSING' },
    /** The rehearsal ended; also a commit that found the register changed meanwhile comes back here. */
    finishRehearsal: { from: ['REHEARSING'], to: 'REHEARSED' },
    failRehearsal: { from: ['REHEARSING'], to: 'MAPPED' },
    commit: { from: ['REHEARSED'], to: 'COMMITTING' },
    finishCommit: { from: ['COMMITTING'], to: 'COMMITTED' },
    failCommit: { from: ['COMMITTING'], to: 'REHEARSED' },
    undo: { from: ['COMMITTED'], to: 'UNDONE' },
    discard: { from: ['PREPARED', 'MAPPED', 'REHEARSED'], to: 'DISCARDED' },
  },
});

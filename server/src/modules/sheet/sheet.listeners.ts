import type { EventBus } from '../../kernel/events.ts';
import { moveSheet, recordSheet } from './settle-sheet.ts';
import { PaperSheet, Transcription } from './sheet.entity.ts';

/** When voting closes, in the same transaction: what nobody confirmed is on record as such, and does not count. */
export function listenToClosing(events: EventBus): void {
  events.within('VotingClosed', async (context, unit, { assemblyId }) => {
    const open = await unit.em.find(
      PaperSheet,
      { assemblyId, state: { $in: ['TAKEN_IN', 'ENTERED', 'DIFFERENT'] } },
      { orderBy: { takenInAt: 'asc', id: 'asc' } },
    );
    const read = await unit.em.find(Transcription, { sheetId: { $in: open.map(({ id }) => id) }, step: 'FIRST' });
    const firsts = new Map(read.map((first) => [first.sheetId, first]));
    for (const sheet of open) {
      const first = firsts.get(sheet.id);
      moveSheet(unit, sheet, 'lapse');
      if (first) await recordSheet(context, unit, sheet, first, false);
      else unit.em.assign(sheet, { settledAt: unit.now });
    }
  });
}

import type { EventBus } from '../../kernel/events.ts';
import { newId } from '../../kernel/new-id.ts';
import { Assembly } from '../assembly/index.ts';
import { printedSheet } from './printed-sheet.ts';
import { sheetLifecycle } from './rules/sheet-lifecycle.ts';
import { moveSheet, neverRead, recordSheet } from './settle-sheet.ts';
import { PaperSheet, Transcription } from './sheet.entity.ts';

/** A ballot that was scanned whole waits for its entry: with the sheet taken in at the counter, or as a sheet of its own. */
export function listenToScans(events: EventBus): void {
  events.within('BallotScanned', async (context, unit, { assemblyId, printedNumber, uploadedBy }) => {
    if ((await unit.em.count(PaperSheet, { assemblyId, printedNumber })) > 0) return;
    const assembly = await unit.em.findOneOrFail(Assembly, { id: assemblyId });
    if (assembly.state !== 'VOTING') return;
    unit.em.create(PaperSheet, {
      id: newId(),
      assemblyId,
      ...(await printedSheet(context, unit, assemblyId, { number: printedNumber })),
      handedOverAt: null,
      isHandOverTyped: true,
      takenInBy: uploadedBy,
      takenInAt: unit.now,
      scanFileId: null,
      proposal: null,
      state: sheetLifecycle.initial,
      heldBy: null,
      heldUntil: null,
      submissionId: null,
      settledAt: null,
    });
  });
}

/**
 * When voting closes, in the same transaction: what nobody confirmed is on record as such, and does not count; a paper with an owner's
 * name that nobody even entered too, so that its owner is told.
 */
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
      const first = firsts.get(sheet.id) ?? neverRead(sheet);
      moveSheet(unit, sheet, 'lapse');
      if (first) await recordSheet(context, unit, sheet, first, false);
      else unit.em.assign(sheet, { settledAt: unit.now });
    }
  });
}

import type { Context } from '../../kernel/context.ts';
import type { EventBus } from '../../kernel/events.ts';
import { newId } from '../../kernel/new-id.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Assembly } from '../assembly/index.ts';
import { printedSheet } from './printed-sheet.ts';
import { sheetLifecycle } from './rules/sheet-lifecycle.ts';
import { moveSheet, neverRead, recordSheet } from './settle-sheet.ts';
import { PaperSheet, Transcription } from './sheet.entity.ts';

interface Scanned {
  readonly assemblyId: string;
  readonly printedNumber: string;
  readonly uploadedBy: string;
}

async function beginSheet(context: Context, unit: Unit, scanned: Scanned): Promise<void> {
  const { assemblyId, printedNumber, uploadedBy } = scanned;
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
}

/** Ballots of which some pages were scanned and nothing else came: neither the rest nor, at the counter, the paper. */
const partlyScanned = `select b.assembly_id as "assemblyId", b.printed_number as "printedNumber", min(c.uploaded_by::text)::uuid as "uploadedBy"
    from scanned_ballot b join scan_page g on g.ballot_id = b.id and g.state = 'READ' join scan c on c.id = g.scan_id
   where b.assembly_id = $1 and not exists (select from paper_sheet s where s.assembly_id = $1 and s.printed_number = b.printed_number)
     and exists (select from printed_ballot o join print_run r on r.id = o.run_id where r.assembly_id = $1 and o.printed_number = b.printed_number)
   group by 1, 2 order by 2`;

/** A ballot that was scanned whole waits for its entry: with the sheet taken in at the counter, or as a sheet of its own. */
export function listenToScans(events: EventBus): void {
  events.within('BallotScanned', async (context, unit, scanned) => {
    const { assemblyId, printedNumber } = scanned;
    if ((await unit.em.count(PaperSheet, { assemblyId, printedNumber })) > 0) return;
    const assembly = await unit.em.findOneOrFail(Assembly, { id: assemblyId });
    if (assembly.state !== 'VOTING') return;
    await beginSheet(context, unit, scanned);
  });
}

/**
 * When voting closes, in the same transaction: what nobody confirmed is on record as such, and does not count; a paper with an owner's
 * name that nobody even entered too, also one that was scanned in part, so that its owner is told.
 */
export function listenToClosing(events: EventBus): void {
  events.within('VotingClosed', async (context, unit, { assemblyId }) => {
    for (const scanned of await unit.sql<Scanned>(partlyScanned, [assemblyId]))
      await beginSheet(context, unit, scanned);
    await unit.em.flush();
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

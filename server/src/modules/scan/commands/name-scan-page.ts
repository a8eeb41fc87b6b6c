import type { Context } from '../../../kernel/context.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransaction } from '../../../kernel/transaction.ts';
import { findPrinted } from '../find-printed.ts';
import { lockQueuedPage } from '../find-scan-page.ts';
import { boxesBefore, keepBallot, tellOfPage } from '../keep-ballot.ts';
import type { NameScanPageInput } from '../scan.input.ts';
import { mayTakeScans } from '../scan.policy.ts';
import { settledBy } from '../settled-by.ts';

/** May: whoever runs the assembly. Changes: a page that no machine could read belongs to a ballot; nothing is proposed from it. Announces ScanPagePlaced, and BallotScanned with the last page of a ballot. */
export async function nameScanPage(context: Context, input: NameScanPageInput): Promise<{ scanPageId: string }> {
  return inTransaction(context, { command: 'nameScanPage' }, async (unit) => {
    const { page, scan, assemblyId } = await lockQueuedPage(context, unit, input.scanPageId, mayTakeScans);
    const facts = await findPrinted(unit, assemblyId, input.printedNumber);
    const { sheetPage } = input;
    if (sheetPage < 1 || sheetPage > facts.pageCount)
      throw new Refusal('INVALID_INPUT', { what: 'sheetPage', minimum: 1, maximum: facts.pageCount }, [
        'input',
        'sheetPage',
      ]);
    const ballotId = await keepBallot(unit, facts);
    if ((await boxesBefore(unit, ballotId, sheetPage)) !== null)
      throw new Refusal('DUPLICATE', { what: `${facts.printedNumber}, ${String(sheetPage)}` }, ['input', 'sheetPage']);
    unit.em.assign(page, { state: 'READ', ballotId, sheetPage, ...settledBy(context, unit) });
    await tellOfPage(unit, ballotId, scan);
    unit.record({ assembly: assemblyId, scanPage: page.id, scannedBallot: ballotId }, { sheetPage });
    return { scanPageId: page.id };
  });
}

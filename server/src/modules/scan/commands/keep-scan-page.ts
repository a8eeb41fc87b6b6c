import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import type { PageReading } from '../../../kernel/scan-reader.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { boxesBefore, keepBallot, tellOfPage } from '../keep-ballot.ts';
import type { PrintedPages } from '../printed-pages.ts';
import { standingOf } from '../rules/page-standing.ts';
import { type Scan, ScanPage } from '../scan.entity.ts';
import { mayReadScans } from '../scan.policy.ts';

/** May: the job that reads. Changes: a page that was read is where it belongs; what is on record already stays. Announces ScanPagePlaced, and BallotScanned with the last page of a ballot. */
export async function keepScanPage(
  context: Context,
  scan: Pick<Scan, 'id' | 'assemblyId' | 'uploadedBy'>,
  printed: PrintedPages,
  reading: PageReading,
): Promise<void> {
  if (!mayReadScans(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const found = reading.code === null ? null : await printed.find(reading.code);
  await inTransactionWithoutJournal(context, 'keepScanPage', async (unit) => {
    const number = reading.page + 1;
    // A ballot that becomes whole is taken in here: not while its voting ends.
    await unit.lock(scan.assemblyId, 'shared');
    await unit.lock(`${scan.id} ${String(number)}`, 'exclusive');
    if ((await unit.em.count(ScanPage, { scanId: scan.id, number })) > 0) return;
    const place = found && {
      ballotId: await keepBallot(unit, {
        assemblyId: scan.assemblyId,
        formId: found.formId,
        ownerId: found.claim.ownerId,
        reference: found.claim.reference,
        printedNumber: found.printedNumber,
        pageCount: found.claim.pages,
      }),
      sheetPage: found.claim.page,
    };
    const earlier = place ? await boxesBefore(unit, place.ballotId, place.sheetPage) : null;
    const page = unit.em.create(ScanPage, {
      id: newId(),
      scanId: scan.id,
      number,
      ...standingOf({ ...reading, code: printed.whose(reading.code) }, earlier),
      ballotId: place?.ballotId ?? null,
      sheetPage: place?.sheetPage ?? null,
      boxes: reading.boxes,
      readAt: unit.now,
    });
    if (page.state === 'READ' && place && (await tellOfPage(unit, place.ballotId, scan)))
      unit.record({ assembly: scan.assemblyId, scan: scan.id, scannedBallot: place.ballotId });
  });
}

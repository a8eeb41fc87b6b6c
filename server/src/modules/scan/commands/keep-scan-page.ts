import type { Context } from '../../../kernel/context.ts';
import { newId } from '../../../kernel/new-id.ts';
import type { PageReading } from '../../../kernel/scan-reader.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import { inTransactionWithoutJournal } from '../../../kernel/transaction.ts';
import { boxesBefore, keepBallot } from '../keep-ballot.ts';
import type { PrintedPages } from '../printed-pages.ts';
import { standingOf } from '../rules/page-standing.ts';
import { type Scan, ScanPage } from '../scan.entity.ts';
import { mayReadScans } from '../scan.policy.ts';

/** May: the job that reads. Changes: a page that was read is where it belongs; what is on record already stays. Announces nothing. */
export async function keepScanPage(
  context: Context,
  scan: Pick<Scan, 'id' | 'assemblyId'>,
  printed: PrintedPages,
  reading: PageReading,
): Promise<void> {
  if (!mayReadScans(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const page = reading.code === null ? null : await printed.find(reading.code);
  await inTransactionWithoutJournal(context, 'keepScanPage', async (unit) => {
    const number = reading.page + 1;
    await unit.lock(`${scan.id} ${String(number)}`, 'exclusive');
    if ((await unit.em.count(ScanPage, { scanId: scan.id, number })) > 0) return;
    const place = page && {
      ballotId: await keepBallot(unit, {
        assemblyId: scan.assemblyId,
        formId: page.formId,
        ownerId: page.claim.ownerId,
        reference: page.claim.reference,
        printedNumber: page.printedNumber,
        pageCount: page.claim.pages,
      }),
      sheetPage: page.claim.page,
    };
    const earlier = place ? await boxesBefore(unit, place.ballotId, place.sheetPage) : null;
    unit.em.create(ScanPage, {
      id: newId(),
      scanId: scan.id,
      number,
      ...standingOf({ ...reading, code: printed.whose(reading.code) }, earlier),
      ballotId: place?.ballotId ?? null,
      sheetPage: place?.sheetPage ?? null,
      boxes: reading.boxes,
      readAt: unit.now,
    });
  });
}

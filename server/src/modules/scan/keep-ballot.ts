import { newId } from '../../kernel/new-id.ts';
import type { BoxReading } from './rules/box-reading.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { type Scan, ScannedBallot, ScanPage } from './scan.entity.ts';

export interface BallotFacts {
  readonly assemblyId: string;
  readonly formId: string;
  readonly ownerId: string | null;
  readonly reference: string;
  readonly printedNumber: string;
  readonly pageCount: number;
}

/** The ballot these pages belong to, begun with the first of them; under a lock, so that one page has one place. */
export async function keepBallot(unit: Unit, facts: BallotFacts): Promise<string> {
  const { assemblyId, formId, printedNumber } = facts;
  await unit.lock(`${assemblyId} ${printedNumber}`, 'exclusive');
  const known = await unit.em.findOne(ScannedBallot, { assemblyId, formId, printedNumber });
  return (known ?? unit.em.create(ScannedBallot, { ...facts, id: newId(), firstReadAt: unit.now })).id;
}

/** The boxes of the page of this ballot that was read before; null where none was. */
export async function boxesBefore(
  unit: Unit,
  ballotId: string,
  sheetPage: number,
): Promise<readonly BoxReading[] | null> {
  return (await unit.em.findOne(ScanPage, { ballotId, sheetPage, state: 'READ' }))?.boxes ?? null;
}

/** Says that a page has its place, and that its ballot is whole if it was the last one missing. */
export async function tellOfPage(unit: Unit, ballotId: string, scan: Pick<Scan, 'uploadedBy'>): Promise<boolean> {
  await unit.em.flush();
  const ballot = await unit.em.findOneOrFail(ScannedBallot, { id: ballotId });
  const { assemblyId, printedNumber } = ballot;
  unit.tell({ name: 'ScanPagePlaced', scannedBallotId: ballotId, assemblyId });
  const read = await unit.em.count(ScanPage, { ballotId, state: 'READ' });
  if (read !== ballot.pageCount) return false;
  unit.tell({
    name: 'BallotScanned',
    scannedBallotId: ballotId,
    assemblyId,
    printedNumber,
    uploadedBy: scan.uploadedBy,
  });
  return true;
}

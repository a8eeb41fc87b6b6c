import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { JournalIds, Unit } from '../../kernel/transaction.ts';
import { Assembly, isVisible, type AssemblyPlace } from '../assembly/index.ts';
import { House } from '../registry/index.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { keepForm, type MeasuredForm } from './measured-form.ts';
import { PrintedBallot, PrintRun } from './paper.entity.ts';
import { pagesOfList } from './rules/form-wording.ts';
import { mayBePrinted, printLifecycle } from './rules/print-lifecycle.ts';
import { referenceOf, sheetNumber } from './sheet-token.ts';

/** Refuses before anything is set: who may not, and an agenda that may still change. */
export async function requirePrintable(
  context: Context,
  assemblyId: string,
  may: (viewer: Viewer, place: AssemblyPlace) => boolean,
): Promise<void> {
  const em = context.database.em();
  const assembly = await em.findOne(Assembly, { id: assemblyId });
  const house = assembly && (await em.findOne(House, { id: assembly.houseId }));
  if (!assembly || !house) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
  const place = { assemblyId, houseId: house.id, organisationId: house.organisationId ?? null };
  if (!may(context.viewer, place))
    throw new Refusal((await isVisible(context, assemblyId)) ? 'NOT_ALLOWED' : 'NOT_FOUND', { kind: 'Assembly' });
  requirePrintableState(assembly.state);
}

export function requirePrintableState(state: Assembly['state']): void {
  if (state === 'DRAFT') throw new Refusal('AGENDA_MAY_CHANGE', {}, ['input', 'assemblyId']);
  if (!mayBePrinted(state)) throw new Refusal('WRONG_STATE', { state }, ['input', 'assemblyId']);
}

export interface PrintOrder {
  readonly assemblyId: string;
  readonly measured: MeasuredForm;
  readonly entrance: number | null;
  readonly ownerId: string | null;
  readonly perOwnership: boolean;
  readonly blank: boolean;
  readonly ballots: readonly { readonly ownerId: string | null; readonly ownershipIds: readonly string[] }[];
}

/** Puts a run on record with every ballot of it; the press takes it from there. */
export async function openPrint(context: Context, unit: Unit, order: PrintOrder): Promise<{ printRunId: string }> {
  const { assemblyId, measured, ballots, ...wish } = order;
  if (context.viewer.kind !== 'SIGNED_IN') throw new Refusal('NOT_SIGNED_IN');
  const form = await keepForm(unit, assemblyId, measured);
  const more = ballots.reduce((sum, { ownershipIds }) => sum + pagesOfList(ownershipIds.length), 0);
  const run = unit.em.create(PrintRun, {
    ...wish,
    id: newId(),
    assemblyId,
    formId: form.id,
    state: printLifecycle.initial,
    done: 0,
    total: ballots.length,
    sheets: ballots.length * measured.pages.length + more,
    requestedBy: context.viewer.accountId,
    requestedAt: unit.now,
  });
  for (const [at, { ownerId, ownershipIds }] of ballots.entries()) {
    const [only] = ownershipIds.length === 1 ? ownershipIds : [];
    const reference = only ?? referenceOf(ownerId === null ? [run.id, String(at)] : ownershipIds);
    const printedNumber = sheetNumber(context.secrets, { assemblyId, ownerId, reference });
    const [position, owned] = [at + 1, [...ownershipIds]];
    unit.em.create(PrintedBallot, {
      runId: run.id,
      position,
      ownerId,
      ownershipIds: owned,
      reference,
      printedNumber,
    });
  }
  unit.tell({ name: 'PrintRequested', printRunId: run.id });
  unit.record(
    { assembly: assemblyId, printRun: run.id, form: form.id, owner: wish.ownerId },
    { ballots: ballots.length, ...wish },
  );
  return { printRunId: run.id };
}

/** What a repeated order is answered with. */
export const samePrint = async (ids: JournalIds): Promise<{ printRunId: string }> => ({
  printRunId: String(ids['printRun']),
});

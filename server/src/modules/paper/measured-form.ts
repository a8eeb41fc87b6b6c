import { createHash } from 'node:crypto';
import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/new-id.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { ballotTemplate } from './ballot-template.ts';
import { formWording } from './form-facts.queries.ts';
import { PaperForm, type PaperForm as PaperFormRow } from './paper.entity.ts';
import { rowsOfList, type FormWording } from './rules/form-wording.ts';
import { isWhole, layPages, type MeasuredBox } from './rules/measured-pages.ts';
import type { PageLayout } from './rules/page-layout.ts';

export interface MeasuredForm {
  readonly digest: string;
  readonly wording: FormWording;
  readonly pages: readonly PageLayout[];
}

/** Sets the form once without an owner, to learn where its boxes are. Outside of any transaction: it takes a moment. */
export async function measureForm(context: Context, assemblyId: string): Promise<MeasuredForm> {
  const wording = await formWording(context, assemblyId);
  const empty = { label: '', owner: '', identityName: '', identity: '', number: '', receiptCode: '' };
  const sheet = { ...empty, codes: [], ownerships: [] };
  const facts = { ...wording, rowsOfList, measured: true, pages: 1, sheets: [sheet] };
  const told = await context.typesetter.measure({ source: ballotTemplate, facts, at: new Date(0) }, 'mark');
  const boxes = told.values as readonly MeasuredBox[];
  if (!isWhole(wording.items.length, boxes)) throw new Error('a ballot was set without all of its boxes');
  const digest = createHash('sha256')
    .update(JSON.stringify([ballotTemplate, wording]))
    .digest('hex');
  return { digest, wording, pages: layPages(told.pages, boxes) };
}

/** The form on record that looks like this one; a new version when none does. */
export async function keepForm(unit: Unit, assemblyId: string, measured: MeasuredForm): Promise<PaperFormRow> {
  const { digest, wording, pages } = measured;
  const known = await unit.em.findOne(PaperForm, { assemblyId, digest });
  if (known) return known;
  const formVersion = (await unit.em.count(PaperForm, { assemblyId })) + 1;
  return unit.em.create(PaperForm, {
    id: newId(),
    assemblyId,
    formVersion,
    digest,
    wording,
    pages,
    createdAt: unit.now,
  });
}

import type { Context } from '../../kernel/context.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { moscowToday, readName } from '../identity/index.ts';
import { Ownership, OwnershipHolder, type Ownership as OwnershipRow } from './ownership.entity.ts';
import type { TitleInput } from './ownership.input.ts';
import { readCadastralNumber } from './rules/cadastral-number.ts';
import { sharesOverTime } from './rules/ownership-share.ts';
import { isWrittenShare } from './rules/written-share.ts';

/** The moment given, or the one at which the request came; nothing of the register lies in the future. */
export function requirePast(context: Context, moment: Date | null | undefined, field: string): Date {
  const at = moment ?? new Date(context.receivedAt);
  if (at.getTime() > context.receivedAt) throw new Refusal('IN_THE_FUTURE', { at: at.toISOString() }, ['input', field]);
  return at;
}

export function requireShare(share: Fraction): Fraction {
  if (!isWrittenShare(share))
    throw new Refusal('SHARE_INVALID', { share: String(share).slice(0, 60) }, ['input', 'share']);
  return share;
}

/** A name, a document, a material: one line of text. */
export function requireText(text: string, field: readonly string[]): string {
  const read = readName(text);
  if (read === null) throw new Refusal('INVALID_INPUT', { what: field.at(-1) ?? '' }, ['input', ...field]);
  return read;
}

export function optionalText(text: string | null | undefined, field: readonly string[]): string | null {
  return text == null || text.trim() === '' ? null : requireText(text, field);
}

export function optionalCadastralNumber(text: string | null | undefined): string | null {
  if (text == null || text.trim() === '') return null;
  const read = readCadastralNumber(text);
  if (read === null) throw new Refusal('INVALID_INPUT', { what: 'cadastralNumber' }, ['input', 'cadastralNumber']);
  return read;
}

export function optionalNumber(
  number: number | null | undefined,
  field: string,
  minimum: number,
  maximum: number,
): number | null {
  if (number == null) return null;
  if (number < minimum || number > maximum)
    throw new Refusal('INVALID_INPUT', { what: field, minimum, maximum }, ['input', field]);
  return number;
}

/** Two people editing the same thing are warned; nobody overwrites. */
export function requireVersion(current: number, yours: number): void {
  if (current !== yours) throw new Refusal('STALE_VERSION', { yours, current }, ['input', 'version']);
}

export interface Title {
  readonly titleKind: string;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
}

export function requireTitle(context: Context, title: TitleInput): Title {
  const date = title.date ?? null;
  if (date !== null && date > moscowToday(context))
    throw new Refusal('IN_THE_FUTURE', { at: date }, ['input', 'title', 'date']);
  return {
    titleKind: requireText(title.kind, ['title', 'kind']),
    titleNumber: optionalText(title.number, ['title', 'number']),
    titleDate: date,
  };
}

export function shareOf(ownership: Pick<OwnershipRow, 'shareNumerator' | 'shareDenominator'>): Fraction {
  return Fraction.of(ownership.shareNumerator, ownership.shareDenominator);
}

export interface NewOwnership extends Title {
  readonly premisesId: string;
  readonly holderIds: readonly string[];
  readonly joint: boolean;
  readonly share: Fraction;
  readonly since: Date;
  readonly until: Date | null;
  readonly previousId: string | null;
}

export function writeOwnership(unit: Unit, entry: NewOwnership): OwnershipRow {
  const { holderIds, share, titleKind, titleNumber, titleDate, ...rest } = entry;
  const ownership = unit.em.create(Ownership, {
    id: newId(),
    ...rest,
    shareNumerator: share.numerator,
    shareDenominator: share.denominator,
    titleKind: titleKind === '' ? null : titleKind,
    titleNumber,
    titleDate,
    importId: null,
    withdrawnAt: null,
  });
  for (const personId of holderIds) unit.em.create(OwnershipHolder, { ownershipId: ownership.id, personId });
  return ownership;
}

/** After the change, under the lock of the premises: at no moment do the shares exceed the whole. */
export async function requireSharesWithinOne(unit: Unit, premisesId: string): Promise<void> {
  await unit.em.flush();
  const rows = await unit.em.find(Ownership, { premisesId, withdrawnAt: null });
  const answer = sharesOverTime(
    rows.map((row) => ({ share: shareOf(row), since: row.since.getTime(), until: row.until?.getTime() ?? null })),
  );
  if (!answer.ok) throw new Refusal(answer.code, answer.facts, ['input', 'share']);
}

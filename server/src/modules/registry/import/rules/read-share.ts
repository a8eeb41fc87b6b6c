/** A share in premises is an exact fraction (Civil Code art. 245); a rounded one adds up to something else than was meant. */
import { Fraction } from '../../../../kernel/fraction.ts';
import { isWrittenShare } from '../../rules/written-share.ts';
import type { Cell } from './cell.ts';
import { read, refuse, type Reading } from './row-error.ts';

export interface WrittenShare {
  readonly share: Fraction;
  /** The words say that the whole is owned jointly (ГК art. 253). */
  readonly joint: boolean;
}

function between(share: Fraction): Reading<WrittenShare> {
  return isWrittenShare(share) ? read({ share, joint: false }) : refuse('SHARE_INVALID', { share: share.toString() });
}

/** 0,33 and 33,33 % are one third rounded; 0,25 and 12,5 % are what they say. Tenths are taken at their word. */
function roundingOf(value: Fraction, digits: number): Fraction | null {
  if (digits < 2) return null;
  const unit = Fraction.of(1n, 10n ** BigInt(digits));
  const top = Math.min(12 * (digits - 1), 120);
  for (let below = 3; below <= top; below += 1) {
    // a fraction that is itself a short decimal would have been written so
    if (/^2*5*$/.test(primes(below))) continue;
    const nearest = value.times(Fraction.of(below)).toDecimal(0);
    const candidate = Fraction.of(BigInt(nearest), BigInt(below));
    const distance = candidate.minus(value);
    const near = distance.isLessThan(Fraction.zero) ? Fraction.zero.minus(distance) : distance;
    if (!near.isZero() && near.isLessThan(unit) && candidate.isMoreThan(Fraction.zero)) return candidate;
  }
  return null;
}

/** The prime factors written in a row: 12 is "223". */
function primes(number: number): string {
  let [rest, written] = [number, ''];
  for (let factor = 2; rest > 1; factor += 1) for (; rest % factor === 0; rest /= factor) written += String(factor);
  return written;
}

function decimal(whole: string, digits: string, percent: boolean): Reading<WrittenShare> {
  const decimals = digits.length + (percent ? 2 : 0);
  const value = Fraction.of(BigInt(whole + digits), 10n ** BigInt(decimals));
  const meant = value.denominator <= 16n ? null : roundingOf(value, decimals);
  return meant ? refuse('SHARE_INEXACT', { likely: meant.toString() }) : between(value);
}

export function readShare(cell: Cell): Reading<WrittenShare> {
  // «½» is 1⁄2
  const text = cell.text.normalize('NFKC').replaceAll('⁄', '/').toLowerCase().replaceAll(/\s+/g, ' ').trim();
  if (cell.kind === 'DATE') return refuse('CELL_IS_DATE');
  if (text.length > 200) return refuse('SHARE_UNREADABLE');
  if (/совместн|joint/.test(text)) return read({ share: Fraction.one, joint: true });
  if (/^(индивидуальн\S* )?собственность$|^(целое|вся|единоличн\S*( собственность)?|whole)$/.test(text))
    return between(Fraction.one);
  const bare = text
    .replace(/^общая /, '')
    .replace(/^долевая( собственность)?[,: ]*/, '')
    .replace(/ ?(доля|доли|долей|д\.)( в праве)?$/, '');
  const [, above, below] = /^(\d{1,15}) ?[/\\] ?(\d{1,15})$/.exec(bare) ?? [];
  if (above !== undefined && below !== undefined) {
    return BigInt(below) === 0n ? refuse('SHARE_UNREADABLE') : between(Fraction.of(BigInt(above), BigInt(below)));
  }
  const [, whole, digits, percent] = /^(\d{1,9})(?:[.,](\d{1,40}))? ?(%)?$/.exec(bare) ?? [];
  return whole === undefined ? refuse('SHARE_UNREADABLE') : decimal(whole, digits ?? '', percent !== undefined);
}

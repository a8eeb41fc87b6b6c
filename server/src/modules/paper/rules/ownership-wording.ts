/** What a ballot says of its owner. */
import { Fraction } from '../../../kernel/fraction.ts';

export interface OwnershipFacts {
  readonly premisesKind: 'FLAT' | 'NON_RESIDENTIAL' | 'PARKING' | 'STOREROOM';
  readonly number: string;
  /** Hundredths of m². */
  readonly area: bigint;
  readonly share: Fraction;
  readonly joint: boolean;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  /** YYYY-MM-DD */
  readonly titleDate: string | null;
}

const kinds: Readonly<Record<OwnershipFacts['premisesKind'], string>> = {
  FLAT: 'кв.',
  NON_RESIDENTIAL: 'нежилое пом.',
  PARKING: 'машино-место',
  STOREROOM: 'кладовая',
};

const decimal = (value: Fraction): string => value.toDecimal(2).replace('.', ',');

function wordTitle({ titleKind, titleNumber, titleDate }: OwnershipFacts): string {
  const [year, month, day] = (titleDate ?? '').split('-');
  const date = titleDate === null ? '' : `от ${day}.${month}.${year}`;
  return [titleKind, titleNumber && `№ ${titleNumber}`, date].filter((part) => part !== null && part !== '').join(' ');
}

/** Premises, area, share, title and votes: the cells of one row. */
export function ownershipRow(facts: OwnershipFacts): readonly string[] {
  const area = Fraction.of(facts.area, 100n);
  return [
    `${kinds[facts.premisesKind]} ${facts.number}`,
    decimal(area),
    facts.joint ? `${facts.share.toString()} совм.` : facts.share.toString(),
    wordTitle(facts),
    decimal(area.times(facts.share)),
  ];
}

/** 11223344595 → 112-233-445 95 */
export function writeSnils(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3 $4');
}

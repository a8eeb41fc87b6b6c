import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { isEmpty } from './answers.ts';
import { ballotWeight, commonUnit, fromUnits, toUnits } from './ballot-weight.ts';
import { tally } from './tally.ts';
import type { CountedSheet, Rule, Tally, TallyBasis, TallyItem } from './tally.ts';

/** Fractions printed, so that two results are compared as a reader would. */
const printed = (result: Tally): string =>
  JSON.stringify(result, (_key, value: unknown) => (value instanceof Fraction ? value.toString() : value));

const rules: readonly Rule[] = ['S', 'A50', 'T23', 'U', 'X45'];

interface Case {
  readonly basis: TallyBasis;
  readonly items: readonly TallyItem[];
  readonly sheets: readonly CountedSheet[];
}

/** Small weights and few answers, so that borders are hit and not only approached. */
const assembly: fc.Arbitrary<Case> = fc
  .record({
    itemCount: fc.integer({ min: 1, max: 4 }),
    entrances: fc.integer({ min: 1, max: 3 }),
    silent: fc.integer({ min: 0, max: 12 }),
  })
  .chain(({ itemCount, entrances, silent }) =>
    fc
      .record({
        items: fc.tuple(
          ...Array.from({ length: itemCount }, (_, index) =>
            fc
              .record({ rule: fc.constantFrom(...rules), entrance: fc.integer({ min: 1, max: entrances }) })
              .map(({ rule, entrance }) => ({
                id: `${index}`,
                rule,
                entrance: rule === 'X45' ? entrance : null,
              })),
          ),
        ),
        sheets: fc.array(
          fc.record({
            units: fc.integer({ min: 1, max: 12 }).map(BigInt),
            entrance: fc.integer({ min: 1, max: entrances }),
            sheet: fc.string({
              unit: fc.constantFrom('1', '1', '1', '2', '4', '0', '3'),
              minLength: itemCount,
              maxLength: itemCount,
            }),
          }),
          { maxLength: 12 },
        ),
      })
      .map(({ items, sheets }): Case => {
        const totalByEntrance = new Map<number, bigint>();
        for (let entrance = 1; entrance <= entrances; entrance += 1) totalByEntrance.set(entrance, 0n);
        for (const { entrance, units } of sheets)
          totalByEntrance.set(entrance, (totalByEntrance.get(entrance) ?? 0n) + units);
        const cast = sheets.reduce((sum, { units }) => sum + units, 0n);
        return { basis: { commonUnit: 12n, total: cast + BigInt(silent), totalByEntrance }, items, sheets };
      }),
  );

describe('whatever the ballots', () => {
  it('their order is irrelevant', () => {
    fc.assert(
      fc.property(
        assembly.chain((one) =>
          fc.record({
            one: fc.constant(one),
            shuffled: fc.shuffledSubarray([...one.sheets], { minLength: one.sheets.length }),
          }),
        ),
        ({ one, shuffled }) => {
          expect(printed(tally(one.basis, one.items, shuffled))).toBe(printed(tally(one.basis, one.items, one.sheets)));
        },
      ),
    );
  });

  it('counting twice changes nothing', () => {
    fc.assert(
      fc.property(assembly, ({ basis, items, sheets }) => {
        const before = JSON.stringify(sheets, (_key, value: unknown) =>
          typeof value === 'bigint' ? `${value}` : value,
        );
        const first = printed(tally(basis, items, sheets));
        expect(printed(tally(basis, items, sheets))).toBe(first);
        expect(JSON.stringify(sheets, (_key, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))).toBe(
          before,
        );
      }),
    );
  });

  it('identical sheets of one entrance may come as one', () => {
    fc.assert(
      fc.property(assembly, ({ basis, items, sheets }) => {
        const grouped = new Map<string, CountedSheet>();
        for (const one of sheets) {
          const key = `${one.entrance} ${one.sheet}`;
          grouped.set(key, { ...one, units: (grouped.get(key)?.units ?? 0n) + one.units });
        }
        expect(printed(tally(basis, items, [...grouped.values()]))).toBe(printed(tally(basis, items, sheets)));
      }),
    );
  });

  it('one more "for" never turns adopted into rejected', () => {
    const changed = assembly
      .filter(({ sheets }) => sheets.length > 0)
      .chain((one) =>
        fc.record({
          one: fc.constant(one),
          ballot: fc.nat({ max: one.sheets.length - 1 }),
          at: fc.nat({ max: one.items.length - 1 }),
        }),
      );
    let adoptedBefore = 0;
    fc.assert(
      fc.property(changed, ({ one: { basis, items, sheets }, ballot, at }) => {
        const withOneMore = sheets.map((cast, index) =>
          index === ballot ? { ...cast, sheet: `${cast.sheet.slice(0, at)}1${cast.sheet.slice(at + 1)}` } : cast,
        );
        const before = tally(basis, items, sheets);
        const after = tally(basis, items, withOneMore);
        const wasAdopted = before.items[at]?.adopted === true;
        adoptedBefore += wasAdopted ? 1 : 0;
        expect(wasAdopted && after.items[at]?.adopted === false).toBe(false);
        // A ballot that took part already changes no other item.
        const tookPart = !isEmpty(sheets[ballot]?.sheet ?? '');
        const others = (result: Tally) => result.items.filter((_, index) => index !== at).map(({ adopted }) => adopted);
        expect(others(after)).toEqual(tookPart ? others(before) : others(after));
      }),
      { numRuns: 500 },
    );
    expect(adoptedBefore).toBeGreaterThan(20);
  });

  it('every participating vote is one answer or none, and none is lost', () => {
    fc.assert(
      fc.property(assembly, ({ basis, items, sheets }) => {
        const result = tally(basis, items, sheets);
        const cast = sheets.filter(({ sheet }) => !isEmpty(sheet)).reduce((sum, { units }) => sum + units, 0n);
        expect(result.participating.equals(fromUnits(cast, basis.commonUnit))).toBe(true);
        for (const item of result.items) {
          const sum = item.for.plus(item.against).plus(item.abstain).plus(item.invalid);
          expect(sum.equals(result.participating)).toBe(true);
        }
      }),
    );
  });
});

describe('whatever the shares', () => {
  /** Parts of a whole: 3, 1 and 2 are 1/2, 1/6 and 1/3. */
  const wholeShares = fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 }).map((parts) =>
    parts.map((part) =>
      Fraction.of(
        part,
        parts.reduce((sum, one) => sum + one, 0),
      ),
    ),
  );
  const area = fc.integer({ min: 1, max: 1_000_000 }).map(BigInt);

  it('they conserve the weight of the premises', () => {
    fc.assert(
      fc.property(area, wholeShares, (hundredths, shares) => {
        const sum = shares.reduce((total, share) => total.plus(ballotWeight(hundredths, share)), Fraction.zero);
        expect(sum.equals(Fraction.of(hundredths, 100))).toBe(true);
      }),
    );
  });

  it('the common unit makes whole numbers of them, and loses nothing', () => {
    fc.assert(
      fc.property(area, wholeShares, (hundredths, shares) => {
        const unit = commonUnit(shares);
        for (const share of shares) {
          const weight = fromUnits(toUnits(hundredths, share, unit), unit);
          expect(weight.equals(ballotWeight(hundredths, share))).toBe(true);
        }
        const units = shares.reduce((sum, share) => sum + toUnits(hundredths, share, unit), 0n);
        expect(units).toBe(hundredths * unit);
      }),
    );
  });
});

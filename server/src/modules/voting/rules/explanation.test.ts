import { describe, expect, it, test } from 'vitest';
import { Fraction } from '../../../kernel/fraction.ts';
import { ballotWeight } from './ballot-weight.ts';
import { explainItem, explainVerdict, explainWeight } from './explanation.ts';
import { tally } from './tally.ts';
import type { CountedSheet, Rule } from './tally.ts';

const f = (text: string): Fraction => Fraction.parse(text);
const units = (votes: string): bigint => f(votes).times(Fraction.of(100)).numerator;

const weight = (area: string, share: string, total: string) => ({
  areaHundredths: units(area),
  share: f(share),
  weight: ballotWeight(units(area), f(share)),
  total: f(total),
});

/** One item in a house of 3000 votes, its two entrances of 1000 and 2000. */
const count = (rule: Rule, sheets: [votes: string, sheet: string, entrance?: number][], total = '3000') => {
  const basis = {
    commonUnit: 1n,
    total: units(total),
    totalByEntrance: new Map([
      [1, units('1000')],
      [2, units('2000')],
    ]),
  };
  const cast = sheets.map(([votes, sheet, entrance]): CountedSheet => ({
    units: units(votes),
    sheet,
    entrance: entrance ?? null,
  }));
  const result = tally(basis, [{ id: 'item', rule, entrance: rule === 'X45' ? 1 : null }], cast);
  const [item] = result.items;
  if (item === undefined) throw new Error('The tally lost its item');
  return { item, result };
};
const explained = (rule: Rule, sheets: [string, string, number?][], lang: 'ru' | 'en') => {
  const { item, result } = count(rule, sheets);
  return explainItem(item, result, lang === 'ru' ? 'ЖК РФ, ст. 46 ч. 1' : 'Housing Code, art. 46 p. 1', lang);
};

describe('the weight of a ballot explains itself', () => {
  test.each([
    [
      '54.30',
      '1/3',
      '4113',
      '54.30 m² × 1/3 = 18.10 votes, 0.44 % of the house',
      '54,30 м² × 1/3 = 18,10 голоса, 0,44 % дома',
    ],
    ['62', '1', '3000', '62.00 m² × 1 = 62.00 votes, 2.07 % of the house', '62,00 м² × 1 = 62,00 голоса, 2,07 % дома'],
    [
      '70.10',
      '1/3',
      '3000',
      '70.10 m² × 1/3 ≈ 23.37 votes (exactly 701/30), 0.78 % of the house',
      '70,10 м² × 1/3 ≈ 23,37 голоса (точно 701/30), 0,78 % дома',
    ],
    [
      '0.75',
      '1',
      '300000',
      '0.75 m² × 1 = 0.75 votes, less than 0.01 % of the house',
      '0,75 м² × 1 = 0,75 голоса, менее 0,01 % дома',
    ],
    ['10', '1', '0', '10.00 m² × 1 = 10.00 votes, 0.00 % of the house', '10,00 м² × 1 = 10,00 голоса, 0,00 % дома'],
  ])('%s m² × %s of %s', (area, share, total, english, russian) => {
    expect(explainWeight(weight(area, share, total), 'en')).toBe(english);
    expect(explainWeight(weight(area, share, total), 'ru')).toBe(russian);
  });
});

describe('a verdict explains itself', () => {
  it('in whole sentences with the percent, the exact fraction and the shortfall', () => {
    const { item, result } = count('S', [
      ['1700', '1'],
      ['300', '2'],
    ]);
    expect(explainVerdict(item.quorum, 'en', result.total)).toBe(
      'Owners with 2000 votes out of 3000 in the house took part, that is 66.67 % (exactly 2/3). ' +
        'Needed: more than half, that is more than 1500 votes. That is enough.',
    );
    const { item: lost } = count('A50', [
      ['1499.50', '1'],
      ['300', '2'],
    ]);
    expect(explainVerdict(lost.decision, 'ru', result.total)).toBe(
      '«За» — 1499,50 голоса из 3000 во всём доме, — это 49,98 % (точно 2999/6000). ' +
        'Нужно больше половины, то есть больше чем 1500 голосов. ' +
        'Этого не хватает: до половины недостаёт 0,50 голоса, это 0,02 % дома, а нужно больше половины.',
    );
  });

  it('clause by clause as well', () => {
    const { item } = count('T23', [['2000', '1']]);
    const [clause] = item.decision.clauses;
    expect(clause && explainVerdict(clause, 'en')).toBe(explainVerdict(item.decision, 'en'));
  });

  it('tells a shortfall as a part of the house only when it knows the house', () => {
    const { item, result } = count('S', [
      ['700', '1'],
      ['1300', '2'],
    ]);
    expect(explainVerdict(count('S', [['1200', '1']]).result.quorum, 'en')).toContain(
      '300 votes, 10.00 % of the house, short of half',
    );
    expect(explainVerdict(item.decision, 'en')).toContain('300 votes short of half, and more than half is needed.');
    expect(explainVerdict(item.decision, 'en', result.total)).toContain(
      '300 votes, 10.00 % of the house, short of half',
    );
  });

  const exactly: [string, Rule, [string, string, number?][], string, string][] = [
    [
      'half of the participants (domain §5 row 35)',
      'S',
      [
        ['1000', '1'],
        ['1000', '2'],
      ],
      'exactly half is not more than half',
      'ровно половина — не больше половины',
    ],
    [
      'half of all (domain §5 row 36)',
      'A50',
      [
        ['1500', '1'],
        ['1', '2'],
      ],
      'exactly half is not more than half',
      'ровно половина — не больше половины',
    ],
  ];
  test.each(exactly)('says that exactly %s is not enough', (_case, rule, sheets, english, russian) => {
    expect(explained(rule, sheets, 'en')).toContain(`That is not enough: it is exactly half, and ${english}.`);
    expect(explained(rule, sheets, 'ru')).toContain(`Этого не хватает: это ровно половина, а ${russian}.`);
  });

  it('says the same of the quorum, where it is two thirds of an entrance too', () => {
    const half = count('S', [['1500', '1']]);
    expect(explainVerdict(half.result.quorum, 'en')).toContain('exactly half is not more than half');
    const wide = count('X45', [
      ['600', '1', 1],
      ['1000', '1', 2],
    ]);
    expect(explainVerdict(wide.item.quorum, 'en', wide.result.total)).toContain(
      'That is not enough: ≈ 66.67 votes (exactly 200/3), 2.22 % of the house, short of two thirds',
    );
  });

  it('says where exactly the threshold is enough (domain §5 row 37)', () => {
    expect(explained('T23', [['2000', '1']], 'en')).toContain('Exactly two thirds is enough here.');
    expect(explained('T23', [['2000', '1']], 'ru')).toContain('Здесь достаточно и ровно двух третей.');
    expect(explained('U', [['3000', '1']], 'en')).toContain('These are all of them.');
  });

  it('does not let the rounded percent mislead below the threshold (domain §5 row 38)', () => {
    const english = explained('T23', [['1999.99', '1']], 'en');
    expect(english).toContain('that is 66.67 % (exactly 199999/300000)');
    expect(english).toContain('0.01 votes, less than 0.01 % of the house, short of two thirds');
    expect(english).toContain('The percent is rounded: the exact fraction 199999/300000 is less than two thirds.');
    expect(explained('T23', [['1999.99', '1']], 'ru')).toContain(
      'Процент округлён: точная дробь 199999/300000 меньше двух третей.',
    );
  });

  it('nor above it', () => {
    expect(explained('A50', [['1500.01', '1']], 'en')).toContain(
      'The percent is rounded: the exact fraction 150001/300000 is more than half.',
    );
    expect(explained('A50', [['1700', '1']], 'en')).not.toContain('rounded');
    expect(
      explained(
        'A50',
        [
          ['1500', '1'],
          ['1', '2'],
        ],
        'en',
      ),
    ).not.toContain('1/2 is');
  });
});

describe('an item explains itself', () => {
  it('line by line', () => {
    expect(
      explained(
        'S',
        [
          ['1000', '1'],
          ['900', '2'],
          ['200', '4'],
        ],
        'en',
      ).split('\n'),
    ).toEqual([
      'Not adopted.',
      'Votes: for 1000, against 900, abstained 200, took part without a valid answer 0.',
      'Basis: Housing Code, art. 46 p. 1.',
      'Quorum. Owners with 2100 votes out of 3000 in the house took part, that is 70.00 % (exactly 7/10). ' +
        'Needed: more than half, that is more than 1500 votes. That is enough.',
      'Decision. For: 1000 votes out of 2100 that took part, that is 47.62 % (exactly 10/21). ' +
        'Needed: more than half, that is more than 1050 votes. ' +
        'That is not enough: 50 votes, 1.67 % of the house, short of half, and more than half is needed. ' +
        'More votes were cast for than against, but the law compares “for” with the threshold, not with “against”. ' +
        'Those who abstained or gave no valid answer are still counted among those who took part.',
    ]);
  });

  it('in Russian, with the votes in the right form', () => {
    expect(explained('U', [['2999', '1']], 'ru').split('\n')).toEqual([
      'Решение не принято.',
      'Голоса: «за» — 2999, «против» — 0, «воздержался» — 0, участвовали без действительного ответа — 0.',
      'Основание: ЖК РФ, ст. 46 ч. 1.',
      'Кворум. Участвовали собственники, у которых 2999 голосов из 3000 в доме, — это 99,97 % (точно 2999/3000). ' +
        'Нужно больше половины, то есть больше чем 1500 голосов. Этого достаточно.',
      'Решение. «За» — 2999 голосов из 3000 во всём доме, — это 99,97 % (точно 2999/3000). ' +
        'Нужны все: 3000 голосов. Этого не хватает: до всех голосов недостаёт 1 голоса, это 0,03 % дома. ' +
        '«За» подано больше голосов, чем «против», но закон сравнивает «за» с порогом, а не с «против». ' +
        'Голоса собственников, которые не участвовали, тоже входят в общее число.',
    ]);
  });

  it('without a quorum says so first, and that the rest would matter only with one', () => {
    expect(explained('S', [['1500', '1']], 'en')).toMatch(/^Not adopted: there is no quorum/);
    expect(explained('S', [['1500', '1']], 'en')).toContain('Decision (it would matter only with a quorum).');
    expect(explained('S', [['1500', '1']], 'ru')).toMatch(/^Решение не принято: нет кворума/);
  });

  it('about an entrance says that it is about the entrance', () => {
    const english = explained(
      'X45',
      [
        ['700', '1', 1],
        ['1000', '1', 2],
      ],
      'en',
    );
    expect(english).toMatch(/^Adopted\./);
    expect(english).not.toContain('More votes were cast');
    expect(english).toContain('In the entrance concerned, owners with 700 votes out of 1000 took part');
    expect(english).toContain(
      'For in the entrance concerned: 700 votes out of all 1000 there, that is 70.00 % (exactly 7/10).',
    );
    const russian = explained(
      'X45',
      [
        ['700', '1', 1],
        ['1000', '1', 2],
      ],
      'ru',
    );
    expect(russian).toMatch(/^Решение принято\./);
    expect(russian).toContain('В этом подъезде участвовали собственники, у которых 700 голосов из 1000');
  });

  it('nobody voted on finds no votes to be more than half of', () => {
    expect(explained('S', [], 'en')).toContain('there are no such votes at all');
    expect(explained('S', [], 'ru')).toContain('таких голосов нет вовсе');
    expect(explained('S', [], 'en')).not.toContain('exactly half');
  });

  test.each([
    ['1', '1 голос', 'недостаёт 1499 голосов'],
    ['2', '2 голоса', 'недостаёт 1498 голосов'],
    ['5', '5 голосов', 'недостаёт 1495 голосов'],
    ['11', '11 голосов', 'недостаёт 1489 голосов'],
    ['21', '21 голос', 'недостаёт 1479 голосов'],
    ['112', '112 голосов', 'недостаёт 1388 голосов'],
    ['1499', '1499 голосов', 'недостаёт 1 голоса'],
    ['1.50', '1,50 голоса', 'недостаёт 1498,50 голоса'],
  ])('declines %s: «%s», «%s»', (votes, have, missing) => {
    const { result } = count('S', [[votes, '1']]);
    const text = explainVerdict(result.quorum, 'ru');
    expect(text).toContain(`у которых ${have} из`);
    expect(text).toContain(missing);
  });
});

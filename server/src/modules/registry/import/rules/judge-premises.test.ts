import { describe, expect, it } from 'vitest';
import { Fraction } from '../../../../kernel/fraction.ts';
import { sameNames } from '../../../identity/rules/names.ts';
import type { KnownPerson } from './find-owner.ts';
import { judgePremises } from './judge-premises.ts';
import type { JudgedOwnership, JudgedRow, KnownEntry, KnownOwnership } from './premises-case.ts';

const flat = {
  kind: 'FLAT',
  number: '12',
  numberKey: '000012',
  entrance: null,
  floor: null,
  cadastralNumber: null,
} as const;
type Owner = Partial<Omit<JudgedOwnership, 'share' | 'owner'>> & { share?: string; snils?: string; birthDate?: string };

/** A row of flat 12 with an owner, or with none. */
function row(
  rowNumber: number,
  owner: string | null,
  more: Owner & { area?: bigint | null; floor?: number } = {},
): JudgedRow {
  const { area = 5430n, floor = null, share = '1', snils, birthDate = null, ...rest } = more;
  const premises = { ...flat, floor, areaHundredths: area };
  if (owner === null) return { rowNumber, faults: [], premises, ownership: null };
  return {
    rowNumber,
    faults: [],
    premises,
    ownership: {
      owner: {
        kind: 'PERSON',
        familyName: owner,
        givenName: 'Иван',
        patronymic: null,
        bodyName: null,
        personKey: snils === undefined ? `name ${owner} ${birthDate ?? ''}` : `snils ${snils}`,
        hasNumber: snils !== undefined,
        birthDate,
      },
      share: Fraction.parse(share),
      joint: false,
      group: null,
      titleKind: null,
      titleNumber: null,
      titleDate: null,
      since: null,
      sinceMoment: 1000,
      ...rest,
    },
  };
}

function person(name: string, more: Partial<KnownPerson> = {}): KnownPerson {
  return {
    personId: name,
    kind: 'PERSON',
    familyName: name,
    givenName: 'Иван',
    patronymic: null,
    bodyName: null,
    hasNumber: false,
    birthDate: null,
    ...more,
  };
}

function owned(
  id: string,
  share: string,
  holders: readonly KnownPerson[],
  more: Partial<KnownOwnership> = {},
): KnownOwnership {
  const untold = { titleKind: null, titleNumber: null, titleDate: null };
  return {
    id,
    share: Fraction.parse(share),
    ...untold,
    sinceDay: '2020-01-01',
    since: 0,
    until: null,
    holders,
    ...more,
  };
}

function entry(...ownerships: readonly KnownOwnership[]): KnownEntry {
  return { id: 'premises', entrance: null, floor: null, areaHundredths: 5430n, cadastralNumber: null, ownerships };
}

function judge(
  rows: readonly [JudgedRow, ...JudgedRow[]],
  known: KnownEntry | null = null,
  numbers: readonly (readonly [string, KnownPerson])[] = [],
  hasUnreadRow = false,
) {
  const byNumber = new Map(numbers.map(([snils, found]) => [`snils ${snils}`, found]));
  return judgePremises({ rows, known, hasUnreadRow, sameNames, byNumber: (key) => byNumber.get(key) ?? null });
}

/** What becomes of each row, with the reasons. */
function verdicts(...of: Parameters<typeof judge>): string[] {
  return judge(...of).rows.map(({ verdict, faults }) => [verdict, ...faults.map(({ code }) => code)].join(' '));
}

describe('premises nobody knew', () => {
  it('come with their owners, each on a row', () => {
    const { rows } = judge([row(2, 'Иванов', { share: '1/2' }), row(3, 'Петров', { share: '1/3' })]);
    expect(rows.map(({ verdict, ownershipRow }) => [verdict, ownershipRow])).toEqual([
      ['NEW', 2],
      ['NEW', 3],
    ]);
  });

  it('come without an owner, once', () => {
    expect(verdicts([row(2, null)])).toEqual(['NEW']);
    expect(verdicts([row(2, null), row(3, null)])).toEqual(['NEW', 'REFUSED SAME_PREMISES_TWICE']);
    expect(verdicts([row(2, null), row(3, 'Иванов', { share: '1/2' })])).toEqual(['NEW', 'NEW']);
  });

  it('need their area once, and the same everywhere', () => {
    expect(verdicts([row(2, 'Иванов', { share: '1/2' }), row(3, 'Петров', { share: '1/2', area: null })])).toEqual([
      'NEW',
      'NEW',
    ]);
    expect(verdicts([row(2, 'Иванов', { share: '1/2', area: null })])).toEqual(['REFUSED AREA_MISSING']);
    expect(verdicts([row(2, 'Иванов', { share: '1/2' }), row(3, 'Петров', { share: '1/2', area: 5431n })])).toEqual([
      'NEW',
      'REFUSED PREMISES_DIFFER',
    ]);
  });

  it('never have shares above one, and nobody guesses which is wrong', () => {
    expect(verdicts([row(2, 'Иванов', { share: '1/2' }), row(3, 'Петров', { share: '2/3' })])).toEqual([
      'REFUSED SHARES_EXCEED_ONE',
      'REFUSED SHARES_EXCEED_ONE',
    ]);
    expect(judge([row(2, 'Иванов'), row(3, 'Петров', { share: '1/6' })]).rows[0]?.faults[0]?.facts).toEqual({
      sum: '7/6',
    });
  });

  it('have exact shares: three thirds are one, three times 0,34 are not', () => {
    const thirds = (share: string) =>
      verdicts([row(2, 'А', { share }), row(3, 'Б', { share }), row(4, 'В', { share })]);
    expect(thirds('1/3')).toEqual(['NEW', 'NEW', 'NEW']);
    expect(thirds('17/50')[0]).toBe('REFUSED SHARES_EXCEED_ONE');
  });
});

describe('one ownership twice', () => {
  it('is refused the second time', () => {
    expect(verdicts([row(2, 'Иванов', { share: '1/2' }), row(3, 'Иванов', { share: '1/2' })])).toEqual([
      'NEW',
      'REFUSED SAME_OWNERSHIP_TWICE',
    ]);
  });

  it('is two under two titles, and for two people of one name', () => {
    const under = (titleNumber: string) => ({ share: '1/2', titleNumber });
    expect(verdicts([row(2, 'Иванов', under('1')), row(3, 'Иванов', under('2'))])).toEqual(['NEW', 'NEW']);
    const born = (birthDate: string) => ({ share: '1/2', birthDate });
    expect(verdicts([row(2, 'Иванов', born('1950-01-01')), row(3, 'Иванов', born('1980-01-01'))])).toEqual([
      'NEW',
      'NEW',
    ]);
  });
});

describe('joint owners', () => {
  it('hold one share together', () => {
    const { rows } = judge([row(2, 'Иванов', { joint: true }), row(3, 'Иванова', { joint: true })]);
    expect(rows.map(({ verdict, ownershipRow }) => [verdict, ownershipRow])).toEqual([
      ['NEW', 2],
      ['NEW', 2],
    ]);
  });

  it('of several shares are told apart by their group, or by the rows between them', () => {
    const couple = (group: string) => ({ joint: true, share: '1/2', group });
    const { rows } = judge([
      row(2, 'А', couple('1')),
      row(3, 'Б', couple('2')),
      row(4, 'В', couple('1')),
      row(5, 'Г', couple('2')),
    ]);
    expect(rows.map(({ ownershipRow }) => ownershipRow)).toEqual([2, 3, 2, 3]);
    const joint = { joint: true, share: '1/3' };
    expect(
      verdicts([row(2, 'А', joint), row(3, 'Б', joint), row(4, 'В', { share: '1/3' }), row(5, 'Г', joint)]),
    ).toEqual(['NEW', 'NEW', 'NEW', 'NEW']);
  });

  it('of a part, more than two and without a group, are not guessed at', () => {
    const half = { joint: true, share: '1/2' };
    expect(new Set(verdicts([row(2, 'А', half), row(3, 'Б', half), row(4, 'В', half), row(5, 'Г', half)]))).toEqual(
      new Set(['REFUSED JOINT_GROUP_MISSING']),
    );
    // Spouses under two records would hold the whole twice.
    const whole = (titleNumber: string) => ({ joint: true, titleNumber });
    expect(verdicts([row(2, 'А', whole('1')), row(3, 'Б', whole('2'))])).toEqual([
      'REFUSED JOINT_GROUP_MISSING',
      'REFUSED JOINT_GROUP_MISSING',
    ]);
  });

  it('enter together or not at all', () => {
    expect(
      verdicts([row(2, 'А', { joint: true, snils: '1' }), row(3, 'Б', { joint: true })], null, [
        ['1', person('Другой')],
      ]),
    ).toEqual(['REFUSED ONE_SNILS_TWO_PEOPLE', 'REFUSED JOINT_OWNER_REFUSED']);
    expect(verdicts([row(2, 'А', { joint: true })], null, [], true)).toEqual(['REFUSED JOINT_OWNER_REFUSED']);
    expect(
      verdicts([row(2, 'А', { group: '1', joint: true }), row(3, 'Б', { group: '1', joint: true, share: '1/2' })]),
    ).toEqual(['REFUSED JOINT_SHARES_DIFFER', 'REFUSED JOINT_SHARES_DIFFER']);
  });
});

describe('premises of the register', () => {
  const ivanov = person('Иванов');

  it('stay the same under the same rows', () => {
    const { rows, changesPremises } = judge([row(2, 'ИВАНОВ')], entry(owned('o', '1', [ivanov])));
    expect(rows).toMatchObject([{ verdict: 'SAME', personId: 'Иванов', ownershipId: 'o', ownershipRow: null }]);
    expect(changesPremises).toBe(false);
  });

  it('may be told what they did not say, but never another area', () => {
    const known = entry(owned('o', '1', [ivanov]));
    expect(verdicts([row(2, 'Иванов', { floor: 3 })], known)).toEqual(['CHANGED']);
    expect(verdicts([row(2, 'Иванов', { titleNumber: '77-01' })], known)).toEqual(['CHANGED']);
    expect(verdicts([row(2, 'Иванов', { area: 5431n })], known)).toEqual(['REFUSED DIFFERS_FROM_REGISTER']);
    expect(verdicts([row(2, 'Иванов', { since: '2020-01-01' })], known)).toEqual(['SAME']);
    expect(verdicts([row(2, 'Иванов', { since: '2019-01-01' })], known)).toEqual(['REFUSED DIFFERS_FROM_REGISTER']);
  });

  it('take a missing part, but no buyer: a sale is recorded as one', () => {
    expect(verdicts([row(2, 'Петров', { share: '1/2' })], entry(owned('o', '1/2', [ivanov])))).toEqual(['NEW']);
    expect(verdicts([row(2, 'Петров')], entry(owned('o', '1', [ivanov])))).toEqual(['REFUSED SHARES_EXCEED_ONE']);
    expect(verdicts([row(2, 'Петров')], entry(owned('o', '1', [ivanov], { until: 500 })))).toEqual(['NEW']);
    expect(verdicts([row(2, 'Петров')], entry(owned('o', '1', [ivanov], { until: 1500 })))).toEqual([
      'REFUSED SHARES_EXCEED_ONE',
    ]);
  });

  it('keep two ownerships of one person apart by their titles', () => {
    const two = entry(
      owned('a', '1/2', [ivanov], { titleNumber: '1' }),
      owned('b', '1/2', [ivanov], { titleNumber: '2' }),
    );
    const { rows } = judge(
      [row(2, 'Иванов', { share: '1/2', titleNumber: '2' }), row(3, 'Иванов', { share: '1/2', titleNumber: '1' })],
      two,
    );
    expect(rows.map(({ ownershipId }) => ownershipId)).toEqual(['b', 'a']);
  });

  it('know joint owners as one', () => {
    const known = entry(owned('o', '1', [ivanov, person('Иванова')]));
    const joint = { joint: true };
    expect(verdicts([row(2, 'Иванова', joint), row(3, 'Иванов', joint)], known)).toEqual(['SAME', 'SAME']);
    expect(verdicts([row(2, 'Иванова', joint)], known)).toEqual(['REFUSED SHARES_EXCEED_ONE']);
  });
});

describe('whose name it is', () => {
  it('is found by number in the whole register, and refused with another name', () => {
    const known = person('Иванов', { personId: 'p', hasNumber: true });
    expect(judge([row(2, 'Иванов', { snils: '1' })], null, [['1', known]]).rows[0]?.personId).toBe('p');
    expect(verdicts([row(2, 'Петров', { snils: '1' })], null, [['1', known]])).toEqual([
      'REFUSED ONE_SNILS_TWO_PEOPLE',
    ]);
    const born = person('Иванов', { hasNumber: true, birthDate: '1980-01-01' });
    expect(verdicts([row(2, 'Иванов', { snils: '1', birthDate: '1981-01-01' })], null, [['1', born]])).toEqual([
      'REFUSED DIFFERS_FROM_REGISTER',
    ]);
  });

  it('is nobody else without a number, but in these premises', () => {
    expect(judge([row(2, 'Иванов')]).rows[0]?.personId).toBeNull();
    const father = person('Иванов', { personId: 'father', birthDate: '1950-01-01' });
    const son = person('Иванов', { personId: 'son', birthDate: '1980-01-01' });
    const both = entry(owned('a', '1/2', [father]), owned('b', '1/2', [son]));
    expect(verdicts([row(2, 'Иванов', { share: '1/2' })], both)).toEqual(['REFUSED OWNER_AMBIGUOUS']);
    expect(judge([row(2, 'Иванов', { share: '1/2', birthDate: '1980-01-01' })], both).rows[0]).toMatchObject({
      verdict: 'SAME',
      personId: 'son',
    });
  });

  it('is not given a number by the way', () => {
    expect(verdicts([row(2, 'Иванов', { snils: '1' })], entry(owned('o', '1', [person('Иванов')])))).toEqual([
      'REFUSED DIFFERS_FROM_REGISTER',
    ]);
  });
});

it('a row refused for what another row says takes its share out of the sum', () => {
  const orphan: JudgedRow = {
    ...row(2, 'Иванов'),
    faults: [{ field: 'PARENT_SNILS', code: 'PARENT_UNKNOWN', facts: {} }],
  };
  expect(verdicts([orphan, row(3, 'Петров')])).toEqual(['REFUSED PARENT_UNKNOWN', 'NEW']);
});

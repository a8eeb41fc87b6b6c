/** What the rows of one premises do to its register: a share is entered once, all together never exceed one, nothing known is overwritten. */
import type { Fraction } from '../../../../kernel/fraction.ts';
import { sharesOverTime } from '../../rules/ownership-share.ts';
import { findOwner, type KnownPerson, type NamedOwner, type SameNames } from './find-owner.ts';
import { groupByShare, type Grouped, type ShareGroup } from './joint-groups.ts';
import { mergePremises, type KnownPremises, type StatedPremises } from './merge-premises.ts';
import type { PremisesRow } from './read-register-row.ts';
import { fault, type Fault, type Verdict } from './verdict.ts';

export interface JudgedOwnership {
  readonly owner: NamedOwner;
  readonly share: Fraction;
  readonly joint: boolean;
  readonly group: string | null;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  /** As the row says it, YYYY-MM-DD, and the moment it begins to count. */
  readonly since: string | null;
  readonly sinceMoment: number;
}

export interface JudgedRow extends StatedPremises {
  readonly ownership: JudgedOwnership | null;
}

export interface KnownOwnership {
  readonly id: string;
  readonly share: Fraction;
  readonly titleKind: string | null;
  readonly titleNumber: string | null;
  readonly titleDate: string | null;
  readonly sinceDay: string;
  readonly since: number;
  readonly until: number | null;
  readonly holders: readonly KnownPerson[];
}

export interface KnownEntry extends KnownPremises {
  readonly id: string;
  readonly ownerships: readonly KnownOwnership[];
}

export interface PremisesCase {
  readonly rows: readonly [JudgedRow, ...JudgedRow[]];
  /** Another row of these premises could not be read at all. */
  readonly hasUnreadRow: boolean;
  readonly known: KnownEntry | null;
  /** Who of the register has this number. */
  readonly byNumber: (personKey: string) => KnownPerson | null;
  readonly sameNames: SameNames;
}

export interface RowJudgement {
  readonly rowNumber: number;
  readonly verdict: Verdict;
  readonly faults: readonly Fault[];
  /** Of the register; null for somebody new, or nobody. */
  readonly personId: string | null;
  /** The ownership it is part of: one of the register, or the one that begins with the row of this number. */
  readonly ownershipId: string | null;
  readonly ownershipRow: number | null;
  readonly fillsTitle: boolean;
}

export interface PremisesJudgement {
  /** All that the rows together say of the premises. */
  readonly premises: PremisesRow;
  readonly changesPremises: boolean;
  readonly rows: readonly RowJudgement[];
}

interface OwnerRow extends Grouped {
  readonly ownership: JudgedOwnership;
}

function titlesAgree(one: string | null, other: string | null): boolean {
  return one === null || other === null || one === other;
}

function matching(group: ShareGroup<OwnerRow>, people: ReadonlyMap<number, string | null>, known: readonly KnownOwnership[]) {
  const ids = group.rows.map(({ rowNumber }) => people.get(rowNumber) ?? null);
  const [first] = group.rows;
  if (!first || ids.includes(null)) return null;
  const fitting = known.filter(
    ({ share, holders, titleNumber }) =>
      share.equals(first.share) &&
      holders.length === ids.length &&
      holders.every(({ personId }) => ids.includes(personId)) &&
      group.rows.every((row) => titlesAgree(titleNumber, row.titleNumber)),
  );
  return fitting.find(({ titleNumber }) => titleNumber !== null && titleNumber === first.titleNumber) ?? fitting[0] ?? null;
}

export function judgePremises({ rows, hasUnreadRow, known, byNumber, sameNames }: PremisesCase): PremisesJudgement {
  const merged = mergePremises(rows, known);
  const faults = new Map<number, Fault[]>([...merged.faults].map(([row, found]) => [row, [...found]]));
  const blame = (row: number, one: Fault): void => void faults.set(row, [...(faults.get(row) ?? []), one]);
  const open = (known?.ownerships ?? []).filter(({ until }) => until === null);
  const holders = open.flatMap((ownership) => ownership.holders);

  const people = new Map<number, string | null>();
  const owned: OwnerRow[] = [];
  let unowned: number | null = null;
  for (const { rowNumber, ownership } of rows) {
    if (ownership) {
      const { owner } = ownership;
      const found = findOwner(owner, owner.hasNumber ? byNumber(owner.personKey) : null, holders, sameNames);
      people.set(rowNumber, found.personId);
      if (found.fault) blame(rowNumber, found.fault);
      owned.push({ rowNumber, share: ownership.share, joint: ownership.joint, group: ownership.group, titleNumber: ownership.titleNumber, ownership });
    } else if (unowned !== null) blame(rowNumber, fault('PREMISES_NUMBER', 'SAME_PREMISES_TWICE', { row: unowned }));
    else unowned = rowNumber;
  }

  const groups = groupByShare(owned);
  const seen: OwnerRow[] = [];
  for (const group of groups) {
    for (const row of group.rows) {
      const again = seen.find(
        (earlier) =>
          earlier.ownership.owner.personKey === row.ownership.owner.personKey &&
          (group.rows.includes(earlier) || (earlier.share.equals(row.share) && titlesAgree(earlier.titleNumber, row.titleNumber))),
      );
      if (again) blame(row.rowNumber, fault('OWNER_NAME', 'SAME_OWNERSHIP_TWICE', { row: again.rowNumber }));
      else seen.push(row);
      for (const one of group.faults) blame(row.rowNumber, one);
    }
    const isJoint = group.rows.some(({ joint }) => joint);
    const broken = group.rows.some(({ rowNumber }) => faults.has(rowNumber)) || hasUnreadRow;
    for (const { rowNumber } of isJoint && broken ? group.rows : []) {
      if (!faults.has(rowNumber)) blame(rowNumber, fault('JOINT', 'JOINT_OWNER_REFUSED'));
    }
  }

  const free = [...open];
  const matches = new Map<number, KnownOwnership>();
  const entered: OwnerRow[] = [];
  for (const { rows: group, faults: found } of groups) {
    const first = group.find(({ rowNumber }) => !faults.has(rowNumber));
    if (!first) continue;
    const match = matching({ rows: group, faults: found }, people, free);
    if (!match) {
      entered.push(first);
      continue;
    }
    free.splice(free.indexOf(match), 1);
    for (const { rowNumber, ownership } of group) {
      matches.set(rowNumber, match);
      if (ownership.since !== null && ownership.since !== match.sinceDay) {
        blame(rowNumber, fault('OWNED_SINCE', 'DIFFERS_FROM_REGISTER', { register: match.sinceDay }));
      }
    }
  }
  const sum = sharesOverTime([
    ...(known?.ownerships ?? []),
    ...entered.map(({ share, ownership }) => ({ share, since: ownership.sinceMoment, until: null })),
  ]);
  const first = new Map(groups.flatMap((group) => group.rows.map((row) => [row.rowNumber, group.rows[0]?.rowNumber ?? row.rowNumber])));
  if (!sum.ok) {
    const heads = new Set(entered.map(({ rowNumber }) => first.get(rowNumber)));
    for (const { rowNumber } of owned) {
      if (heads.has(first.get(rowNumber)) && !faults.has(rowNumber)) blame(rowNumber, fault('SHARE', 'SHARES_EXCEED_ONE', { sum: sum.facts.sum ?? '' }));
    }
  }

  const judged = rows.map((row): RowJudgement => {
    const found = faults.get(row.rowNumber) ?? [];
    const match = matches.get(row.rowNumber) ?? null;
    const { ownership } = row;
    const fills = (name: 'titleKind' | 'titleNumber' | 'titleDate'): boolean => match !== null && match[name] === null && (ownership?.[name] ?? null) !== null;
    const fillsTitle = fills('titleKind') || fills('titleNumber') || fills('titleDate');
    const isNew = !known || (ownership !== null && match === null);
    const changes = fillsTitle || merged.changing.has(row.rowNumber);
    return {
      rowNumber: row.rowNumber,
      verdict: found.length > 0 ? 'REFUSED' : isNew ? 'NEW' : changes ? 'CHANGED' : 'SAME',
      faults: found,
      personId: people.get(row.rowNumber) ?? null,
      ownershipId: match?.id ?? null,
      ownershipRow: ownership && !match ? (first.get(row.rowNumber) ?? null) : null,
      fillsTitle: found.length === 0 && fillsTitle,
    };
  });
  const accepted = new Set(judged.filter(({ verdict }) => verdict !== 'REFUSED').map(({ rowNumber }) => rowNumber));
  return {
    premises: merged.premises,
    changesPremises: known !== null && [...merged.changing].some((row) => accepted.has(row)),
    rows: judged,
  };
}

/** What the rows of one premises do to its register: a share is entered once, all together never exceed one, nothing known is overwritten. */
import { sharesOverTime } from '../../rules/ownership-share.ts';
import { findOwner } from './find-owner.ts';
import { groupByShare, type ShareGroup } from './joint-groups.ts';
import { earlierTwin, matchOwnership } from './match-ownership.ts';
import { mergePremises } from './merge-premises.ts';
import {
  Faults,
  type KnownOwnership,
  type OwnerRow,
  type PremisesCase,
  type JudgedPremises,
  type RowVerdict,
} from './premises-case.ts';
import { fault } from './verdict.ts';

type People = ReadonlyMap<number, string | null>;
type Groups = readonly ShareGroup<OwnerRow>[];

function findOwners({ rows, known, byNumber, sameNames }: PremisesCase, faults: Faults): People {
  const open = (known?.ownerships ?? []).filter(({ until }) => until === null);
  const holders = open.flatMap((ownership) => ownership.holders);
  const people = new Map<number, string | null>();
  let unowned: number | null = null;
  for (const { rowNumber, ownership } of rows) {
    if (ownership) {
      const { owner } = ownership;
      const found = findOwner(owner, owner.hasNumber ? byNumber(owner.personKey) : null, holders, sameNames);
      people.set(rowNumber, found.personId);
      if (found.fault) faults.blame(rowNumber, found.fault);
    } else if (unowned === null) unowned = rowNumber;
    else faults.blame(rowNumber, fault('PREMISES_NUMBER', 'SAME_PREMISES_TWICE', { row: unowned }));
  }
  return people;
}

function groupOwners({ rows, hasUnreadRow }: PremisesCase, faults: Faults): Groups {
  const owned = rows.flatMap(({ rowNumber, ownership }): OwnerRow[] => {
    if (!ownership) return [];
    const { share, joint, group, titleNumber } = ownership;
    return [{ rowNumber, share, joint, group, titleNumber, ownership }];
  });
  const groups = groupByShare(owned);
  const seen: OwnerRow[] = [];
  for (const group of groups) {
    for (const row of group.rows) {
      const twin = earlierTwin(row, group.rows, seen);
      if (twin) faults.blame(row.rowNumber, fault('OWNER_NAME', 'SAME_OWNERSHIP_TWICE', { row: twin.rowNumber }));
      else seen.push(row);
      for (const one of group.faults) faults.blame(row.rowNumber, one);
    }
    // Spouses own together or not at all: half of them would be another ownership.
    const isBroken = hasUnreadRow || group.rows.some(({ rowNumber }) => faults.has(rowNumber));
    if (!isBroken || !group.rows.some(({ joint }) => joint)) continue;
    for (const { rowNumber } of group.rows) {
      if (!faults.has(rowNumber)) faults.blame(rowNumber, fault('JOINT', 'JOINT_OWNER_REFUSED'));
    }
  }
  return groups;
}

function matchGroups(
  { known }: PremisesCase,
  groups: Groups,
  people: People,
  faults: Faults,
): ReadonlyMap<number, KnownOwnership> {
  const free = (known?.ownerships ?? []).filter(({ until }) => until === null);
  const matches = new Map<number, KnownOwnership>();
  const entered: Groups[number][] = [];
  for (const group of groups) {
    if (group.rows.every(({ rowNumber }) => faults.has(rowNumber))) continue;
    const match = matchOwnership(group.rows, people, free);
    if (match) free.splice(free.indexOf(match), 1);
    else entered.push(group);
    for (const { rowNumber, ownership } of match ? group.rows : []) {
      if (match) matches.set(rowNumber, match);
      if (match && ownership.since !== null && ownership.since !== match.sinceDay) {
        faults.blame(rowNumber, fault('OWNED_SINCE', 'DIFFERS_FROM_REGISTER', { register: match.sinceDay }));
      }
    }
  }
  const added = entered.flatMap(({ rows: [row] }) =>
    row ? [{ share: row.share, since: row.ownership.sinceMoment, until: null }] : [],
  );
  const sum = sharesOverTime([...(known?.ownerships ?? []), ...added]);
  // Spouses whose rows name two records stand apart, and each would hold the whole.
  const apart = entered.filter(({ rows: [row] }) => row?.joint === true && row.group === null);
  const excess =
    apart.length > 1
      ? fault('JOINT_GROUP', 'JOINT_GROUP_MISSING')
      : fault('SHARE', 'SHARES_EXCEED_ONE', { sum: sum.ok ? '' : (sum.facts.sum ?? '') });
  // Which of them is wrong nobody can tell, so none goes in.
  for (const { rowNumber } of sum.ok ? [] : entered.flatMap(({ rows }) => rows)) faults.blame(rowNumber, excess);
  return matches;
}

const titleParts = ['titleKind', 'titleNumber', 'titleDate'] as const;

export function judgePremises(premisesCase: PremisesCase): JudgedPremises {
  const { rows, known } = premisesCase;
  const merged = mergePremises(rows, known);
  const faults = new Faults(merged.faults);
  for (const row of rows) for (const one of row.faults) faults.blame(row.rowNumber, one);
  const people = findOwners(premisesCase, faults);
  const groups = groupOwners(premisesCase, faults);
  const matches = matchGroups(premisesCase, groups, people, faults);
  const heads = new Map(
    groups.flatMap(({ rows: group }) => group.map(({ rowNumber }) => [rowNumber, group[0]?.rowNumber ?? null])),
  );
  const judged = rows.map(({ rowNumber, ownership }): RowVerdict => {
    const match = matches.get(rowNumber) ?? null;
    const fillsTitle =
      match !== null && titleParts.some((part) => match[part] === null && (ownership?.[part] ?? null) !== null);
    const isNew = !known || (ownership !== null && match === null);
    const changes = fillsTitle || merged.changing.has(rowNumber);
    return {
      rowNumber,
      verdict: faults.has(rowNumber) ? 'REFUSED' : isNew ? 'NEW' : changes ? 'CHANGED' : 'SAME',
      faults: faults.of(rowNumber),
      personId: people.get(rowNumber) ?? null,
      ownershipId: match?.id ?? null,
      ownershipRow: ownership && !match ? (heads.get(rowNumber) ?? null) : null,
      fillsTitle: fillsTitle && !faults.has(rowNumber),
    };
  });
  const isTaken = ({ rowNumber, verdict }: RowVerdict): boolean =>
    verdict !== 'REFUSED' && merged.changing.has(rowNumber);
  return { premises: merged.premises, changesPremises: judged.some(isTaken), rows: judged };
}

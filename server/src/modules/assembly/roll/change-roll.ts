import type { Context } from '../../../kernel/context.ts';
import type { EventNamed } from '../../../kernel/events.ts';
import { Fraction } from '../../../kernel/fraction.ts';
import { newId } from '../../../kernel/new-id.ts';
import { Refusal } from '../../../kernel/refusal.ts';
import type { Unit } from '../../../kernel/transaction.ts';
import { Assembly, type Assembly as AssemblyRow } from '../assembly.entity.ts';
import { openIfDue } from './open-if-due.ts';
import { RollChange, RollEntry } from '../roll.entity.ts';
import type { RollChangeKind } from '../rules/roll-change-kinds.ts';
import { leastCommonMultiple } from './freeze-roll.ts';

/** The assemblies of a house whose roll is frozen and may still change; one that is due is opened first. */
async function votingIn(context: Context, unit: Unit, houseId: string): Promise<AssemblyRow[]> {
  const candidates = await unit.em.find(
    Assembly,
    { houseId, state: { $in: ['ANNOUNCED', 'VOTING'] } },
    { orderBy: { id: 'asc' } },
  );
  const voting: AssemblyRow[] = [];
  for (const candidate of candidates) {
    await unit.lock(candidate.id, 'exclusive');
    await unit.em.refresh(candidate);
    await openIfDue(context, unit, candidate);
    const closesAt = candidate.closesAt?.getTime() ?? 0;
    if (candidate.state === 'VOTING' && context.receivedAt < closesAt) voting.push(candidate);
  }
  return voting;
}

async function writeChange(
  context: Context,
  unit: Unit,
  assembly: AssemblyRow,
  kind: RollChangeKind,
  effectiveAt: Date,
  detail: Record<string, unknown>,
): Promise<void> {
  unit.em.create(RollChange, {
    id: newId(),
    assemblyId: assembly.id,
    at: unit.now,
    effectiveAt,
    kind,
    detail,
    recordedBy: context.viewer.kind === 'SIGNED_IN' ? context.viewer.accountId : null,
  });
  unit.em.assign(assembly, { rollVersion: assembly.rollVersion + 1 });
  await unit.em.flush();
  unit.tell({ name: 'RollChanged', assemblyId: assembly.id });
}

/** A sale while voting runs: the same square metres go on under another name, and count once (domain rows 16–18). */
export async function transferOnRoll(
  context: Context,
  unit: Unit,
  event: EventNamed<'OwnershipTransferred'>,
): Promise<void> {
  for (const assembly of await votingIn(context, unit, event.houseId)) {
    const entry = await unit.em.findOne(RollEntry, {
      assemblyId: assembly.id,
      ownershipId: event.fromOwnershipId,
      until: null,
    });
    if (!entry) continue;
    const whole = Fraction.of(entry.shareNumerator, entry.shareDenominator);
    const [only] = event.successors;
    const isWhole =
      event.successors.length === 1 &&
      only !== undefined &&
      Fraction.of(only.shareNumerator, only.shareDenominator).equals(whole);
    await refineUnit(
      unit,
      assembly,
      event.successors.map((one) => one.shareDenominator),
    );
    unit.em.assign(entry, { until: event.at });
    for (const successor of event.successors) {
      unit.em.create(RollEntry, {
        id: newId(),
        assemblyId: assembly.id,
        premisesId: entry.premisesId,
        ownershipId: successor.ownershipId,
        lineageId: isWhole ? entry.lineageId : newId(),
        ancestorLineageIds: isWhole ? entry.ancestorLineageIds : [...entry.ancestorLineageIds, entry.lineageId],
        holderIds: [...successor.holderIds],
        entrance: entry.entrance,
        shareNumerator: successor.shareNumerator,
        shareDenominator: successor.shareDenominator,
        units: await unitsOf(unit, assembly, entry.premisesId, successor),
        since: event.at,
        until: null,
      });
    }
    await writeChange(context, unit, assembly, 'TRANSFER', event.at, {
      premises: event.premisesId,
      from: event.fromOwnershipId,
      to: event.successors.map((one) => one.ownershipId),
    });
    unit.tell({ name: 'RollEntryEnded', assemblyId: assembly.id, rollEntryId: entry.id, at: event.at });
  }
}

/** Somebody's title was registered while voting runs: square metres of an unknown owner may vote from then on (domain row 40). */
export async function recordOnRoll(
  context: Context,
  unit: Unit,
  event: EventNamed<'OwnershipRecorded'>,
): Promise<void> {
  for (const assembly of await votingIn(context, unit, event.houseId)) {
    const opensAt = assembly.opensAt ?? event.since;
    if (event.until !== null && event.until <= opensAt) continue;
    const [premises] = await unit.sql<{ entrance: number | null }>(
      'select entrance from roll_premises where assembly_id = $1 and premises_id = $2',
      [assembly.id, event.premisesId],
    );
    if (!premises) continue;
    // A roll that was frozen just now, by this very command, has it already.
    const { ownershipId } = event.ownership;
    if ((await unit.em.count(RollEntry, { assemblyId: assembly.id, ownershipId })) > 0) continue;
    await refineUnit(unit, assembly, [event.ownership.shareDenominator]);
    const since = event.since < opensAt ? opensAt : event.since;
    unit.em.create(RollEntry, {
      id: newId(),
      assemblyId: assembly.id,
      premisesId: event.premisesId,
      ownershipId,
      lineageId: newId(),
      ancestorLineageIds: [],
      holderIds: [...event.ownership.holderIds],
      entrance: premises.entrance,
      shareNumerator: event.ownership.shareNumerator,
      shareDenominator: event.ownership.shareDenominator,
      units: await unitsOf(unit, assembly, event.premisesId, event.ownership),
      since,
      until: event.until,
    });
    await writeChange(context, unit, assembly, 'OWNERSHIP_RECORDED', since, {
      premises: event.premisesId,
      ownership: ownershipId,
    });
  }
}

/** An ownership ended without a successor: from then on nobody votes with it; its area stays in the total. */
export async function endOnRoll(context: Context, unit: Unit, event: EventNamed<'OwnershipEnded'>): Promise<void> {
  for (const assembly of await votingIn(context, unit, event.houseId)) {
    const entry = await unit.em.findOne(RollEntry, {
      assemblyId: assembly.id,
      ownershipId: event.ownershipId,
      until: null,
    });
    if (!entry) continue;
    unit.em.assign(entry, { until: event.at });
    await writeChange(context, unit, assembly, 'OWNERSHIP_ENDED', event.at, {
      premises: event.premisesId,
      ownership: event.ownershipId,
    });
    unit.tell({ name: 'RollEntryEnded', assemblyId: assembly.id, rollEntryId: entry.id, at: event.at });
  }
}

/** A corrected area re-weighs every ballot that depends on it, also those cast already (domain §7.8). */
export async function correctAreaOnRoll(
  context: Context,
  unit: Unit,
  event: EventNamed<'AreaCorrected'>,
): Promise<void> {
  const voting = await votingIn(context, unit, event.houseId);
  if (event.assemblyId !== null && !voting.some((assembly) => assembly.id === event.assemblyId)) {
    await requireNotClosed(context, unit, event.assemblyId, event.houseId);
  }
  for (const assembly of voting) {
    const changed = await unit.sql(
      'update roll_premises set area_hundredths = $3 where assembly_id = $1 and premises_id = $2 returning 1',
      [assembly.id, event.premisesId, event.after],
    );
    if (changed.length === 0) continue;
    await unit.sql(
      `update roll_entry set units = $3::numeric * share_numerator * div($4::numeric, share_denominator)
        where assembly_id = $1 and premises_id = $2`,
      [assembly.id, event.premisesId, event.after, assembly.commonUnit],
    );
    await writeChange(context, unit, assembly, 'AREA', event.at, {
      premises: event.premisesId,
      before: event.before.toString(),
      after: event.after.toString(),
    });
  }
}

async function requireNotClosed(context: Context, unit: Unit, assemblyId: string, houseId: string): Promise<void> {
  const named = await unit.em.findOne(Assembly, { id: assemblyId, houseId });
  if (!named) throw new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['input', 'assemblyId']);
  const ended = named.closesAt != null && context.receivedAt >= named.closesAt.getTime();
  if (named.state === 'CLOSED' || named.state === 'CANCELLED' || ended) {
    throw new Refusal('CLOSED', { closesAt: named.closesAt?.toISOString() ?? null }, ['input', 'assemblyId']);
  }
}

/** A part sold may need a finer unit: all weights and the unit grow by the same factor, so nothing is rounded. */
async function refineUnit(unit: Unit, assembly: AssemblyRow, denominators: readonly bigint[]): Promise<void> {
  const before = BigInt(assembly.commonUnit ?? '1');
  const after = leastCommonMultiple([before, ...denominators]);
  if (after === before) return;
  await unit.sql('update roll_entry set units = units * $2::numeric where assembly_id = $1', [
    assembly.id,
    (after / before).toString(),
  ]);
  unit.em.assign(assembly, { commonUnit: after.toString() });
}

async function unitsOf(
  unit: Unit,
  assembly: AssemblyRow,
  premisesId: string,
  share: { shareNumerator: bigint; shareDenominator: bigint },
): Promise<string> {
  const [premises] = await unit.sql<{ area: string }>(
    'select area_hundredths::text as area from roll_premises where assembly_id = $1 and premises_id = $2',
    [assembly.id, premisesId],
  );
  const perShare = BigInt(assembly.commonUnit ?? '1') / share.shareDenominator;
  return (BigInt(premises?.area ?? '0') * share.shareNumerator * perShare).toString();
}

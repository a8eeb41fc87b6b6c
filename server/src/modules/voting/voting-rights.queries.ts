import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { isVisible, openVoting } from '../assembly/index.ts';
import { askCastFacts } from './cast-facts.ts';
import { holdsAt } from './rules/electronic-ballot.ts';
import { authorityOver } from './rules/entitlement.ts';
import { explainWeight } from './rules/explanation.ts';
import { votesOf } from './tally.type.ts';
import type { VotingRightType } from './voting-right.type.ts';

interface Candidate {
  owner_id: string;
  entry_id: string;
  premises_id: string;
  ownership_id: string;
  units: string;
  unit: string;
  area: string;
  numerator: string;
  denominator: string;
  total: string;
}

/** What the viewer may vote with at this moment: their own, their bodies', their minor children's, and by proxy. */
export async function listVotingRights(context: Context, assemblyGlobalId: string): Promise<VotingRightType[]> {
  const assemblyId = decodeId('Assembly', assemblyGlobalId, ['assemblyId']);
  const { viewer } = context;
  if (viewer.kind !== 'SIGNED_IN' || !(await isVisible(context, assemblyId)))
    throw new Refusal('NOT_FOUND', { kind: 'Assembly' });
  await openWhenDue(context, assemblyId);
  const candidates = await context.database.read<Candidate>(
    `select o.owner_id, e.id as entry_id, e.premises_id, e.ownership_id, e.units::text, a.common_unit::text as unit,
            rp.area_hundredths::text as area, e.share_numerator::text as numerator, e.share_denominator::text as denominator,
            (select sum(t.area_hundredths)::text from roll_premises t where t.assembly_id = a.id) as total
       from assembly a
       cross join lateral (
         select unnest($2::uuid[]) as owner_id
         union select g.child_id from guardianship g where g.parent_id = any($2)
         union select x.owner_id from proxy x where x.holder_id = any($2) and x.house_id = a.house_id
       ) o
       join roll_entry e on e.assembly_id = a.id and o.owner_id = any(e.holder_ids) and e.until is null
       join roll_premises rp on rp.assembly_id = a.id and rp.premises_id = e.premises_id
      where a.id = $1
      order by rp.number_key, e.id, o.owner_id`,
    [assemblyId, viewer.actorIds],
  );
  const rights: VotingRightType[] = [];
  for (const ownerId of new Set(candidates.map((candidate) => candidate.owner_id))) {
    const mine = candidates.filter((candidate) => candidate.owner_id === ownerId);
    const facts = await askCastFacts(context.database, {
      assemblyId,
      ownerId,
      actorId: viewer.personId,
      actorIds: viewer.actorIds,
      premisesIds: [],
      ownershipIds: mine.map((candidate) => candidate.ownership_id),
      accountId: null,
      idempotencyKey: null,
    });
    for (const candidate of mine) {
      const entry = facts.entries.find((one) => one.id === candidate.entry_id);
      if (!entry || !holdsAt(entry, ownerId, context.receivedAt)) continue;
      const authority = authorityOver(facts.acting, entry.premisesId, context.receivedAt);
      if (!authority.ok) continue;
      rights.push({ ...rightOf(context, candidate), authority: authority.by, voted: entry.taken });
    }
  }
  return rights;
}

/** Voters come in crowds at the opening second: only the first of them takes the lock. */
async function openWhenDue(context: Context, assemblyId: string): Promise<void> {
  const due = await context.database.read(
    `select 1 from assembly where id = $1 and state = 'ANNOUNCED' and opens_at <= $2`,
    [assemblyId, new Date(context.receivedAt)],
  );
  if (due.length > 0) await openVoting(context, assemblyId);
}

function rightOf(context: Context, candidate: Candidate) {
  const weight = Fraction.of(BigInt(candidate.units), BigInt(candidate.unit) * 100n);
  const total = Fraction.of(BigInt(candidate.total), 100n);
  const share = Fraction.of(BigInt(candidate.numerator), BigInt(candidate.denominator));
  return {
    ownerKey: candidate.owner_id,
    premisesKey: candidate.premises_id,
    ownershipId: encodeId('Ownership', candidate.ownership_id),
    share,
    weight: votesOf(weight, total),
    explanation: explainWeight({ areaHundredths: BigInt(candidate.area), share, weight, total }, context.locale),
  };
}

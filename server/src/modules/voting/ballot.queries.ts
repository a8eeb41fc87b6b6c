import type { Context } from '../../kernel/context.ts';
import { decodeId, encodeId } from '../../kernel/global-id.ts';
import { loadBy, loadRow, loadRows } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { TimeOrder } from '../../kernel/time-order.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { findAssembly, isKeptBy, isStaffOf } from '../assembly/index.ts';
import { loadPersons, searchedWords } from '../identity/index.ts';
import { loadPremises } from '../registry/index.ts';
import {
  ballotType,
  type BallotAssembly,
  type BallotRow,
  type BallotType,
  type BallotVoteType,
} from './ballot.type.ts';
import { ballotOrders, type BallotSort } from './ballot-sort.ts';
import type { BallotState } from './rules/ballot-words.ts';
import { decodeSheet } from './rules/answers.ts';
import { rollTotalOf } from './roll-totals.ts';
import { votesOf } from './tally.type.ts';
import { mayReadAnswers } from './voting.policy.ts';

const columns = `b.id, b.assembly_id, b.submission_id, b.channel, b.premises_id, b.owner_id, b.acted_by_id, b.authority,
  b.sheet, b.received_at, b.handed_over_at, b.signed, b.state, b.reason, b.conflict, b.annulled_at, re.units::text`;
/** What the ballots of an assembly share is read once, by `withAssemblies`. */
const from = `ballot b left join roll_entry re on re.id = b.roll_entry_id`;
const fromWithHouse = `${from} join assembly a on a.id = b.assembly_id join house h on h.id = a.house_id`;
const assemblies = `select a.id, a.common_unit::text, a.house_id, h.organisation_id, a.state, a.legal_mode, a.roll_version
  from assembly a join house h on h.id = a.house_id where a.id = any($1::uuid[])`;

/** Ballots in somebody's name, over `ballot b left join roll_entry re`: theirs, of a joint right they hold, their bodies', their minor children's. */
export function ballotsInNameOf({ viewer, clock }: Context, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const actors = `${parameters.add(viewer.actorIds)}::uuid[]`;
  const now = `${parameters.add(new Date(clock.now()))}::timestamptz`;
  return `(b.owner_id = any(${actors}) or coalesce(re.holder_ids && ${actors}, false)
    or exists (select from guardianship g join person c on c.id = g.child_id
                where (g.child_id = b.owner_id or g.child_id = any(re.holder_ids))
                 and g.parent_id = any(${actors}) and g.since <= ${now} and (g.until is null or g.until > ${now})
                 and c.comes_of_age_on > (${now} at time zone 'Europe/Moscow')::date))`;
}

/** Those, and the ones they cast for others. */
export function ownBallots(context: Context, parameters: Parameters): string {
  if (context.viewer.kind !== 'SIGNED_IN') return 'false';
  const actors = `${parameters.add(context.viewer.actorIds)}::uuid[]`;
  return `(b.acted_by_id = any(${actors}) or ${ballotsInNameOf(context, parameters)})`;
}

/** Ballots of assemblies whose staff the viewer is, over `ballot b join assembly a join house h`. */
export function ballotsOfStaff(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const conditions = viewer.grants.map((grant) => {
    if (grant.assemblyId !== null) return `b.assembly_id = ${parameters.add(grant.assemblyId)}::uuid`;
    if (grant.houseId !== null) return `a.house_id = ${parameters.add(grant.houseId)}::uuid`;
    if (grant.organisationId !== null) return `h.organisation_id = ${parameters.add(grant.organisationId)}::uuid`;
    return grant.role === 'ASSEMBLY_ADMINISTRATOR' ? 'false' : 'true';
  });
  return conditions.length === 0 ? 'false' : `(${conditions.join(' or ')})`;
}

const nodeOf = (row: BallotRow): BallotType => ballotType(row, votesOf);

async function findBallots(context: Context, ids: readonly string[]): Promise<BallotRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  const visible = `(${ballotsOfStaff(context.viewer, parameters)} or ${ownBallots(context, parameters)})`;
  const rows = await context.database.read<BallotRow>(
    `select ${columns} from ${fromWithHouse} where b.id = any(${wanted}) and ${visible}`,
    parameters.values,
  );
  return withAssemblies(context, rows);
}

provideNodes('Ballot', {
  access: { who: 'SIGNED_IN', scope: 'ballots:read' },
  load: async (context, uuids) => new Map((await findBallots(context, uuids)).map((row) => [row.id, nodeOf(row)])),
});

export async function findBallot(context: Context, ballotId: string): Promise<BallotType | null> {
  const [row] = await findBallots(context, [ballotId]);
  return row ? nodeOf(row) : null;
}

export async function ballotsOfSubmission(context: Context, submissionId: string): Promise<BallotType[]> {
  const parameters = new Parameters();
  const id = parameters.add(submissionId);
  const visible = `(${ballotsOfStaff(context.viewer, parameters)} or ${ownBallots(context, parameters)})`;
  const rows = await context.database.read<BallotRow>(
    `select ${columns} from ${fromWithHouse} where b.submission_id = ${id} and ${visible} order by b.id`,
    parameters.values,
  );
  return (await withAssemblies(context, rows)).map(nodeOf);
}

/** Each ballot with its assembly, and all votes of the house there. */
async function withAssemblies(context: Context, rows: BallotRow[]): Promise<BallotRow[]> {
  const known = new Map<string, BallotAssembly>();
  const ids = [...new Set(rows.map((row) => row.assembly_id))];
  await loadRows(context, 'ballot-assembly', ids, assemblies);
  await Promise.all(
    ids.map(async (id) => {
      const row = await loadRow<Omit<BallotAssembly, 'total_area'>>(context, 'ballot-assembly', id, assemblies);
      if (row) known.set(id, { ...row, total_area: await rollTotalOf(context, id, row.roll_version) });
    }),
  );
  for (const row of rows) row.assembly = known.get(row.assembly_id) ?? null;
  return rows;
}

export interface BallotFilter {
  readonly states?: readonly BallotState[] | null;
  readonly channels?: readonly ('ELECTRONIC' | 'PAPER')[] | null;
  readonly premisesId?: string | null;
  readonly ownerId?: string | null;
  readonly conflict?: boolean | null;
  /** As it stands on the door. */
  readonly premisesNumber?: string | null;
  /** Of those alone: what a receipt or a printed number was found to mean. */
  readonly submissionIds?: readonly string[] | null;
  readonly receivedFrom?: Date | null;
  readonly receivedBefore?: Date | null;
}
/** The ballots of an assembly, for its staff: who, channel, weight, when; never how somebody voted electronically before the end. */
export async function listBallots(
  context: Context,
  assemblyId: string,
  args: PageArgs,
  filter: BallotFilter,
  sort: BallotSort,
): Promise<Page<BallotType>> {
  await requireStaff(context, assemblyId);
  const parameters = new Parameters();
  const where = [`b.assembly_id = ${parameters.add(assemblyId)}`];
  if (filter.states?.length === 1) where.push(`b.state = ${parameters.add(filter.states[0])}`);
  else if (filter.states != null) where.push(`b.state = any(${parameters.add(filter.states)})`);
  if (filter.channels != null) where.push(`b.channel = any(${parameters.add(filter.channels)})`);
  if (filter.premisesId != null)
    where.push(`b.premises_id = ${parameters.add(decodeId('Premises', filter.premisesId))}`);
  if (filter.ownerId != null) where.push(`b.owner_id = ${parameters.add(decodeId('Person', filter.ownerId))}`);
  if (filter.premisesNumber != null && filter.premisesNumber.trim() !== '') {
    const number = parameters.add(filter.premisesNumber.trim().toLowerCase());
    where.push(`exists (select from premises p where p.id = b.premises_id and lower(p.number) = ${number})`);
  }
  if (filter.submissionIds != null)
    where.push(`b.submission_id = any(${parameters.add(filter.submissionIds)}::uuid[])`);
  if (filter.receivedFrom != null) where.push(`b.received_at >= ${parameters.add(filter.receivedFrom)}`);
  if (filter.receivedBefore != null) where.push(`b.received_at < ${parameters.add(filter.receivedBefore)}`);
  if (filter.conflict != null) where.push(`b.conflict = ${parameters.add(filter.conflict)}`);
  return pageOfBallots(context, args, where, parameters, ballotOrders[sort]);
}

const places = `select a.id, a.house_id as "houseId", h.organisation_id as "organisationId"
  from assembly a join house h on h.id = a.house_id where a.id = any($1::uuid[])`;

/** Whoever may not even know of the assembly is told that there is none. */
export async function requireStaff(context: Context, assemblyId: string): Promise<void> {
  const place = await loadRow<{ id: string; houseId: string; organisationId: string | null }>(
    context,
    'assembly-place',
    assemblyId,
    places,
  );
  if (place && isStaffOf(context.viewer, { ...place, assemblyId })) return;
  const seen = await findAssembly(context, assemblyId);
  throw seen
    ? new Refusal('NOT_ALLOWED', {}, ['assemblyId'])
    : new Refusal('NOT_FOUND', { kind: 'Assembly' }, ['assemblyId']);
}

export async function listMyBallots(
  context: Context,
  args: PageArgs,
  text: string,
  order: TimeOrder,
): Promise<Page<BallotType>> {
  const parameters = new Parameters();
  const where = [ownBallots(context, parameters)];
  for (const word of searchedWords(text)) {
    const part = parameters.add(word);
    where.push(`(exists (select from premises p where p.id = b.premises_id and strpos(lower(p.number), ${part}) > 0)
      or exists (select from assembly a where a.id = b.assembly_id and strpos(translate(lower(a.title), 'ё', 'е'), ${part}) > 0))`);
  }
  return pageOfBallots(context, args, where, parameters, ballotOrders[order]);
}

/** A page of ballots over `ballot b left join roll_entry re`; the caller's filter says which the viewer may see. */
export async function pageOfBallots(
  context: Context,
  args: PageArgs,
  where: readonly string[],
  parameters: Parameters,
  sort: readonly SortKey[],
): Promise<Page<BallotType>> {
  const ballots = await listPage<BallotRow, BallotType>({
    database: context.database,
    prepared: 'ballots',
    select: columns,
    from,
    where,
    parameters,
    sort,
    args,
    nodeOf,
  });
  const rows = ballots.nodes.map(({ row }) => row);
  const owners = rows.map((row) => row.owner_id);
  const premises = rows.map((row) => row.premises_id);
  await Promise.all([withAssemblies(context, rows), loadPersons(context, owners), loadPremises(context, premises)]);
  return ballots;
}

/** null where the viewer may not know how it was voted. */
export async function votesOn(context: Context, { row }: BallotType): Promise<BallotVoteType[] | null> {
  if (!row.assembly) return null;
  const { viewer } = context;
  const allowed = mayReadAnswers({
    isOwn: await isOwn(context, row),
    keepsAssembly: isKeptBy(viewer, {
      assemblyId: row.assembly_id,
      houseId: row.assembly.house_id,
      organisationId: row.assembly.organisation_id,
    }),
    channel: row.channel,
    state: row.assembly.state,
  });
  if (!allowed) return null;
  const items = await loadBy<readonly string[]>(context, 'agenda-item-ids', row.assembly_id, async (ids) => {
    const rows = await context.database.read<{ id: string; items: string[] }>(
      'select assembly_id as id, array_agg(id order by position) as items from agenda_item where assembly_id = any($1) group by 1',
      [ids],
    );
    const known = new Map(rows.map((one) => [one.id, one.items]));
    return ids.map((id) => known.get(id) ?? []);
  });
  return decodeSheet(row.sheet).map((marks, at) => ({ agendaItemId: encodeId('AgendaItem', items[at] ?? ''), marks }));
}

async function isOwn(context: Context, row: BallotRow): Promise<boolean> {
  if (context.viewer.kind !== 'SIGNED_IN') return false;
  return loadBy<boolean>(context, 'own-ballots', row.id, async (ids) => {
    const parameters = new Parameters();
    const wanted = parameters.add(ids);
    const mine = ownBallots(context, parameters);
    const rows = await context.database.read<{ id: string }>(
      `select b.id from ${from} where b.id = any(${wanted}) and ${mine}`,
      parameters.values,
    );
    const known = new Set(rows.map((one) => one.id));
    return ids.map((id) => known.has(id));
  });
}

import type { Context } from '../../kernel/context.ts';
import { decodeId, decodeOptionalId, encodeId, kindOfId } from '../../kernel/global-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { loadById } from '../../kernel/load-by-id.ts';
import { listPage, Parameters } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { byTime, type TimeOrder } from '../../kernel/time-order.ts';
import { rowsWithin } from '../../kernel/journal-fences.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import { shownChanges } from './changed-things.ts';
import { mayReadAccounts, narrowedToHistories } from './identity.policy.ts';
import { kindsByPart } from './journal-parts.ts';
import { actedBy, naming, rowOfUuid, told, touching } from './journal-search.ts';
import type { JournalId, JournalRowType } from './journal.type.ts';
import { namedPerson } from './person.queries.ts';

interface JournalRow {
  readonly id: string;
  readonly at: Date;
  readonly account_id: string | null;
  readonly token_id: string | null;
  readonly command: string;
  readonly ids: Readonly<Record<string, string | readonly string[] | null>>;
  readonly changes: Readonly<Record<string, unknown>> | null;
  readonly request_id: string | null;
}

const columns = 'j.id, j.at, j.account_id, j.token_id, j.command, j.ids, j.changes, j.request_id';

/** The number of a row in the form of a UUID, since global ids are made of those. */
function uuidOfRow(id: string): string {
  const hex = BigInt(id).toString(16).padStart(32, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function journalIds(ids: JournalRow['ids']): JournalId[] {
  return Object.entries(ids).flatMap(([role, value]) => {
    const kind = kindsByPart[role];
    const all = value === null ? [] : typeof value === 'string' ? [value] : value;
    return all.map((uuid) => ({ role, id: kind ? encodeId(kind, uuid) : uuid }));
  });
}

function journalRowType(row: JournalRow): JournalRowType {
  const { changes, mentioned } = shownChanges(row.changes ?? {});
  return {
    id: encodeId('JournalRow', uuidOfRow(row.id)),
    at: row.at,
    accountId: row.account_id && encodeId('Account', row.account_id),
    accessTokenId: row.token_id && encodeId('AccessToken', row.token_id),
    command: row.command,
    ids: journalIds(row.ids),
    changes: row.changes && JSON.stringify(changes),
    mentioned,
    requestId: row.request_id,
  };
}

export interface JournalFilter {
  readonly accountId?: string | null;
  readonly command?: string | null;
  readonly objectId?: string | null;
  readonly since?: Date | null;
  readonly until?: Date | null;
  /** Words, each an ID, a part of a command, or of whoever acted. */
  readonly text?: string | null;
}

async function rowsWhere(
  { database }: Context,
  where: readonly string[],
  parameters: Parameters,
  args: PageArgs,
  order: TimeOrder = 'NEWEST',
): Promise<Page<JournalRowType>> {
  return listPage<JournalRow, JournalRowType>({
    database,
    select: columns,
    from: 'journal j',
    where,
    parameters,
    sort: byTime(order, { by: 'j.id', type: 'bigint' }),
    args,
    nodeOf: journalRowType,
  });
}

/** The journal, for auditors and administrators of the whole platform. */
export async function listJournal(
  context: Context,
  args: PageArgs,
  filter: JournalFilter,
  order: TimeOrder,
): Promise<Page<JournalRowType>> {
  if (!mayReadAccounts(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const parameters = new Parameters();
  const where: string[] = [];
  const accountId = decodeOptionalId('Account', filter.accountId);
  if (accountId !== null) where.push(actedBy(`${parameters.add([accountId])}::uuid[]`));
  if (filter.command != null) where.push(`j.command = ${parameters.add(filter.command)}`);
  if (filter.since != null) where.push(`j.at >= ${parameters.add(filter.since)}`);
  if (filter.until != null) where.push(`j.at < ${parameters.add(filter.until)}`);
  if (filter.objectId != null) {
    const kind = kindOfId(filter.objectId);
    if (kind === null) throw new Refusal('NOT_FOUND', {}, ['filter', 'objectId']);
    where.push(touching(kind, decodeId(kind, filter.objectId), parameters));
  }
  where.push(...(await told(context, filter.text ?? '', parameters)));
  return rowsWhere(context, where, parameters, args, order);
}

/** What is done to these within an assembly is their own history, and would bury that of the assembly. */
const ownHistories = ['ballot', 'ballots', 'chatMessage', 'sheet', 'submission'];

/** As many as there are owners: who has seen the notice is told by its proof. */
const sightOfNotice = 'openNotice';

/**
 * What was done to one thing, newest first. Whoever reads the whole journal reads all of it; an administrator or auditor of
 * some places reads of what they see, and only the rows that lie within those places.
 */
export async function listHistory(context: Context, args: PageArgs, objectId: string): Promise<Page<JournalRowType>> {
  const kind = kindOfId(objectId);
  if (kind === null) throw new Refusal('NOT_FOUND', {}, ['objectId']);
  const uuid = decodeId(kind, objectId, ['objectId']);
  const parameters = new Parameters();
  const where = [naming(kind, uuid, parameters)];
  if (kind === 'Assembly')
    where.push(`not j.ids ?| ${parameters.add(ownHistories)}::text[]`, `j.command <> '${sightOfNotice}'`);
  if (!mayReadAccounts(context.viewer)) {
    const viewer = narrowedToHistories(context.viewer, kind === 'Organisation' ? uuid : null);
    // A context of its own: what the other roles of the viewer would show was not loaded into it.
    const seen = viewer && (await visibleNode({ ...context, viewer }, kind, uuid));
    if (!viewer || !seen) throw new Refusal('NOT_FOUND', { kind }, ['objectId']);
    where.push(rowsWithin(viewer, parameters));
  }
  return rowsWhere(context, where, parameters, args);
}

/** Whose account it was. */
export async function actorName(context: Context, accountId: string): Promise<string | null> {
  const row = await loadById(context, 'account.person_id', accountId, async (ids) =>
    context.database.read<{ id: string; personId: string }>(
      'select a.id, a.person_id as "personId" from account a where a.id = any($1::uuid[])',
      [ids],
    ),
  );
  return row ? ((await namedPerson(context, row.personId))?.displayName ?? null) : null;
}

export async function journalRowsById(
  context: Context,
  uuids: readonly string[],
): Promise<ReadonlyMap<string, JournalRowType>> {
  if (!mayReadAccounts(context.viewer)) return new Map();
  const rows = await context.database.read<JournalRow>(
    `select ${columns} from journal j where j.id = any($1::bigint[])`,
    [uuids.map(rowOfUuid)],
  );
  return new Map(rows.map((row) => [uuidOfRow(row.id), journalRowType(row)]));
}

import type { Context } from '../../kernel/context.ts';
import { decodeOptionalId, encodeId } from '../../kernel/global-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import { Refusal } from '../../kernel/refusal.ts';
import { byTime } from '../../kernel/time-order.ts';
import type { Role } from '../../kernel/viewer.ts';
import { accountsCalled, nameOfPerson } from './account-search.ts';
import type { RoleGrantType } from './account.type.ts';
import { mayReadAccounts } from './identity.policy.ts';

interface RoleGrantRow {
  readonly id: string;
  readonly account_id: string;
  readonly role: Role;
  readonly organisation_id: string | null;
  readonly house_id: string | null;
  readonly assembly_id: string | null;
  readonly since: Date;
  readonly until: Date | null;
  readonly revoked_at: Date | null;
}
const roleGrantColumns =
  'g.id, g.account_id, g.role, g.organisation_id, g.house_id, g.assembly_id, g.since, g.until, g.revoked_at';

function roleGrantType(context: Context, row: RoleGrantRow): RoleGrantType {
  const now = context.clock.now();
  const { role, since, until, revoked_at: revokedAt } = row;
  return {
    id: encodeId('RoleGrant', row.id),
    accountId: encodeId('Account', row.account_id),
    role,
    organisationId: row.organisation_id && encodeId('Organisation', row.organisation_id),
    houseId: row.house_id && encodeId('House', row.house_id),
    assemblyId: row.assembly_id && encodeId('Assembly', row.assembly_id),
    since,
    until,
    revokedAt,
    isInForce: revokedAt === null && since.getTime() <= now && (until === null || until.getTime() > now),
  };
}

export interface RoleGrantFilter {
  readonly accountId?: string | null;
  readonly role?: Role | null;
  readonly inForce?: boolean | null;
  readonly text?: string | null;
}

export const roleGrantSorts = ['NEWEST', 'OLDEST', 'NAME', 'NAME_DESCENDING'] as const;
export type RoleGrantSort = (typeof roleGrantSorts)[number];

const name = {
  by: nameOfPerson('(select a.person_id from account a where a.id = g.account_id)'),
  type: 'text',
} as const;
const began = { by: 'g.since', type: 'timestamptz' } as const;
const unique = { by: 'g.id', type: 'uuid' } as const;
const sorts: Readonly<Record<RoleGrantSort, readonly SortKey[]>> = {
  NEWEST: byTime('NEWEST', began, unique),
  OLDEST: byTime('OLDEST', began, unique),
  NAME: [name, unique],
  NAME_DESCENDING: [{ ...name, descending: true }, unique],
};

export async function listRoleGrants(
  context: Context,
  args: PageArgs,
  filter: RoleGrantFilter,
  sort: RoleGrantSort,
): Promise<Page<RoleGrantType>> {
  if (!mayReadAccounts(context.viewer)) throw new Refusal('NOT_ALLOWED');
  const parameters = new Parameters();
  const where: string[] = [];
  const accountId = decodeOptionalId('Account', filter.accountId);
  if (accountId !== null) where.push(`g.account_id = ${parameters.add(accountId)}`);
  if (filter.role != null) where.push(`g.role = ${parameters.add(filter.role)}`);
  const called = accountsCalled(filter.text ?? '', parameters);
  if (called.length > 0)
    where.push(`exists (select from account a where a.id = g.account_id and ${called.join(' and ')})`);
  if (filter.inForce != null) {
    const now = parameters.add(new Date(context.clock.now()));
    const inForce = `(g.revoked_at is null and g.since <= ${now} and (g.until is null or g.until > ${now}))`;
    where.push(filter.inForce ? inForce : `not ${inForce}`);
  }
  return listPage<RoleGrantRow, RoleGrantType>({
    database: context.database,
    select: roleGrantColumns,
    from: 'role_grant g',
    where,
    parameters,
    sort: sorts[sort],
    args,
    nodeOf: (row) => roleGrantType(context, row),
  });
}

/** For whoever may read accounts, and for the account that holds the role. */
export async function roleGrantsById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, RoleGrantType>> {
  const { viewer } = context;
  const own = viewer.kind === 'SIGNED_IN' ? viewer.accountId : null;
  const rows = await context.database.read<RoleGrantRow>(
    `select ${roleGrantColumns} from role_grant g where g.id = any($1::uuid[]) and ($2 or g.account_id = $3::uuid)`,
    [ids, mayReadAccounts(viewer), own],
  );
  return new Map(rows.map((row) => [row.id, roleGrantType(context, row)]));
}

export async function roleGrantById(context: Context, id: string): Promise<RoleGrantType | null> {
  return (await roleGrantsById(context, [id])).get(id) ?? null;
}

import type { Context } from '../../kernel/context.ts';
import { decodeOptionalId } from '../../kernel/global-id.ts';
import { newId } from '../../kernel/new-id.ts';
import { visibleNode } from '../../kernel/node-registry.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import type { Grant } from '../../kernel/viewer.ts';
import type { RoleInput } from './account.input.ts';
import { roleScopeProblem } from './rules/role-scope.ts';
import { RoleGrant } from './role-grant.entity.ts';

/** The role as asked for; refused when its scope is not one place that exists, or its term is over already. */
export async function readRole(context: Context, input: RoleInput, field: readonly string[]): Promise<Grant> {
  const grant: Grant = {
    role: input.role,
    organisationId: decodeOptionalId('Organisation', input.organisationId),
    houseId: decodeOptionalId('House', input.houseId),
    assemblyId: decodeOptionalId('Assembly', input.assemblyId),
  };
  const problem = roleScopeProblem(grant);
  if (problem !== null) throw new Refusal('INVALID_INPUT', { what: problem }, field);
  if (input.until != null && input.until.getTime() <= context.clock.now()) {
    throw new Refusal('INVALID_INPUT', { what: 'until' }, [...field, 'until']);
  }
  const places = [
    ['Organisation', grant.organisationId, 'organisationId'],
    ['House', grant.houseId, 'houseId'],
    ['Assembly', grant.assemblyId, 'assemblyId'],
  ] as const;
  for (const [kind, id, name] of places) {
    if (id !== null && (await visibleNode(context, kind, id)) === null)
      throw new Refusal('NOT_FOUND', { kind }, [...field, name]);
  }
  return grant;
}

/** Gives the role within a command; the same role in the same place twice is refused. */
export async function giveRole(
  context: Context,
  unit: Unit,
  accountId: string,
  grant: Grant,
  until: Date | null,
): Promise<string> {
  const { viewer } = context;
  const { role, organisationId, houseId, assemblyId } = grant;
  await unit.lock(`roles of ${accountId}`, 'exclusive');
  const standing = await unit.em.find(RoleGrant, {
    accountId,
    role,
    organisationId,
    houseId,
    assemblyId,
    revokedAt: null,
  });
  if (standing.some((one) => one.until == null || one.until > unit.now))
    throw new Refusal('DUPLICATE', { what: role }, ['input', 'role']);
  const id = newId();
  unit.em.create(RoleGrant, {
    id,
    accountId,
    role,
    organisationId,
    houseId,
    assemblyId,
    since: unit.now,
    until,
    revokedAt: null,
    grantedBy: viewer.kind === 'SIGNED_IN' ? viewer.accountId : null,
  });
  return id;
}

/** The platform is never left without somebody who can sign in and run it. */
export async function refuseLosingLastAdministrator(
  unit: Unit,
  without: { accountId?: string; roleGrantId?: string },
): Promise<void> {
  await unit.lock('platform administrators', 'exclusive');
  const others = await unit.sql(
    `select 1 from role_grant g join account a on a.id = g.account_id
      where g.role = 'PLATFORM_ADMINISTRATOR' and g.revoked_at is null and g.since <= $1 and (g.until is null or g.until > $1)
        and a.blocked_at is null and a.password_hash is not null
        and a.id is distinct from $2::uuid and g.id is distinct from $3::uuid limit 1`,
    [unit.now, without.accountId ?? null, without.roleGrantId ?? null],
  );
  if (others.length === 0) throw new Refusal('LAST_ADMINISTRATOR');
}

import type { Context } from '../../kernel/context.ts';
import { decodeOptionalId } from '../../kernel/global-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { requireNames, searchedWords } from '../identity/index.ts';
import { proxyType, type ProxyRow, type ProxyType } from './proxy.type.ts';

const columns = `x.id, x.house_id, x.assembly_id, x.premises_ids, x.owner_id, x.holder_id, x.may_vote, x.document_kind,
  x.document_number, x.document_date::text, x.certified_by, x.valid_from, x.valid_until, x.registered_at, x.revoked_at,
  x.revoke_reason`;
const from = 'proxy x join house h on h.id = x.house_id';

/** Staff of the house, and both sides of the document. */
function proxiesVisibleTo(viewer: Viewer, parameters: Parameters): string {
  if (viewer.kind !== 'SIGNED_IN') return 'false';
  const actors = `${parameters.add(viewer.actorIds)}::uuid[]`;
  const conditions = [`x.owner_id = any(${actors})`, `x.holder_id = any(${actors})`];
  for (const grant of viewer.grants) {
    if (grant.assemblyId !== null) conditions.push(`x.assembly_id = ${parameters.add(grant.assemblyId)}::uuid`);
    else if (grant.houseId !== null) conditions.push(`x.house_id = ${parameters.add(grant.houseId)}::uuid`);
    else if (grant.organisationId !== null)
      conditions.push(`h.organisation_id = ${parameters.add(grant.organisationId)}::uuid`);
    else if (grant.role !== 'ASSEMBLY_ADMINISTRATOR') conditions.push('true');
  }
  return `(${conditions.join(' or ')})`;
}

async function findProxies(context: Context, ids: readonly string[]): Promise<ProxyRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  return context.database.read<ProxyRow>(
    `select ${columns} from ${from} where x.id = any(${wanted}) and ${proxiesVisibleTo(context.viewer, parameters)}`,
    parameters.values,
  );
}

provideNodes('Proxy', {
  access: { who: 'SIGNED_IN', scope: 'assemblies:read' },
  load: async (context, uuids) => new Map((await findProxies(context, uuids)).map((row) => [row.id, proxyType(row)])),
});

export async function findProxy(context: Context, proxyId: string): Promise<ProxyType | null> {
  const [row] = await findProxies(context, [proxyId]);
  return row ? proxyType(row) : null;
}

export interface ProxyFilter {
  readonly houseId?: string | null;
  readonly assemblyId?: string | null;
  /** Words of either name, or of the number of the document. */
  readonly text?: string | null;
  readonly revoked?: boolean | null;
}
export const proxySorts = ['NEWEST', 'VALID_UNTIL', 'VALID_UNTIL_DESCENDING', 'OWNER', 'OWNER_DESCENDING'] as const;
export type ProxySort = (typeof proxySorts)[number];

const nameOf = (side: string): string =>
  `(select lower(translate(coalesce(q.body_name, concat_ws(' ', q.family_name, q.given_name, q.patronymic)), 'Ёё', 'Ее'))
     from person q where q.id = ${side})`;
const ownerName = { by: `coalesce(${nameOf('x.owner_id')}, '')`, type: 'text' } as const;
const sorts: Readonly<Record<ProxySort, SortKey>> = {
  NEWEST: { by: 'x.registered_at', type: 'timestamptz', descending: true },
  VALID_UNTIL: { by: 'x.valid_until', type: 'timestamptz' },
  VALID_UNTIL_DESCENDING: { by: 'x.valid_until', type: 'timestamptz', descending: true },
  OWNER: ownerName,
  OWNER_DESCENDING: { ...ownerName, descending: true },
};

export async function listProxies(
  context: Context,
  args: PageArgs,
  filter: ProxyFilter,
  sort: ProxySort,
): Promise<Page<ProxyType>> {
  const parameters = new Parameters();
  const where = [proxiesVisibleTo(context.viewer, parameters)];
  const houseId = decodeOptionalId('House', filter.houseId);
  const assemblyId = decodeOptionalId('Assembly', filter.assemblyId);
  if (houseId !== null) where.push(`x.house_id = ${parameters.add(houseId)}`);
  if (assemblyId !== null) {
    const id = parameters.add(assemblyId);
    where.push(
      `(x.assembly_id = ${id} or (x.assembly_id is null and x.house_id = (select house_id from assembly where id = ${id})))`,
    );
  }
  if (filter.revoked != null) where.push(`x.revoked_at is ${filter.revoked ? 'not null' : 'null'}`);
  const words = searchedWords(filter.text ?? '');
  if (words.length > 0 || sort.startsWith('OWNER')) requireNames(context.viewer);
  for (const word of words) {
    const pattern = parameters.add(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    const sides = [nameOf('x.owner_id'), nameOf('x.holder_id'), 'lower(x.document_number)'];
    where.push(`(${sides.map((side) => `${side} like ${pattern}`).join(' or ')})`);
  }
  return listPage<ProxyRow, ProxyType>({
    database: context.database,
    select: columns,
    from,
    where,
    parameters,
    sort: [sorts[sort], { by: 'x.id', type: 'uuid', descending: true }],
    args,
    nodeOf: proxyType,
  });
}

import type { Context } from '../../kernel/context.ts';
import type { Database } from '../../kernel/database.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { loadById } from '../../kernel/load-by-id.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { OrganisationType } from './organisation.type.ts';
import type { OrganisationKind } from './rules/organisation-kinds.ts';

interface Row {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly ogrn: string;
  readonly post_address: string | null;
  readonly phone: string | null;
  readonly site: string | null;
  readonly version: number;
}

const columns = 'o.id, o.kind, o.organisation_name as name, o.ogrn, o.post_address, o.phone, o.site, o.version';

function organisationType(row: Row): OrganisationType {
  const { kind, name, ogrn, post_address: postAddress, phone, site, version } = row;
  return { id: encodeId('Organisation', row.id), kind, name, ogrn, postAddress, phone, site, version };
}

async function read(database: Database, ids: readonly string[]): Promise<Row[]> {
  return database.read<Row>(`select ${columns} from organisation o where o.id = any($1::uuid[])`, [ids]);
}

/** Who manages houses is no secret: it stands on every notice. */
export async function organisationById(context: Context, id: string): Promise<OrganisationType | null> {
  const row = await loadById(context, 'organisation', id, async (ids) => read(context.database, ids));
  return row && organisationType(row);
}

export async function organisationsById(
  context: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OrganisationType>> {
  return new Map((await read(context.database, ids)).map((row) => [row.id, organisationType(row)]));
}

export const organisationSorts = ['NAME', 'NAME_DESCENDING', 'NEWEST', 'OLDEST'] as const;
export type OrganisationSort = (typeof organisationSorts)[number];

const called = { by: 'o.organisation_name', type: 'text' } as const;
const created = { by: 'o.created_at', type: 'timestamptz' } as const;
const sorts: Readonly<Record<OrganisationSort, SortKey>> = {
  NAME: called,
  NAME_DESCENDING: { ...called, descending: true },
  NEWEST: { ...created, descending: true },
  OLDEST: created,
};

export async function listOrganisations(
  context: Context,
  args: PageArgs,
  filter: { readonly kind?: OrganisationKind | null; readonly text?: string | null; readonly ogrn?: string | null },
  sort: OrganisationSort,
): Promise<Page<OrganisationType>> {
  const parameters = new Parameters();
  const where: string[] = [];
  if (filter.kind != null) where.push(`o.kind = ${parameters.add(filter.kind)}`);
  if (filter.ogrn != null) where.push(`o.ogrn = ${parameters.add(filter.ogrn)}`);
  if (filter.text != null)
    where.push(`strpos(lower(o.organisation_name), ${parameters.add(filter.text.toLowerCase())}) > 0`);
  return listPage<Row, OrganisationType>({
    database: context.database,
    select: columns,
    from: 'organisation o',
    where,
    parameters,
    sort: [sorts[sort], { by: 'o.id', type: 'uuid' }],
    args,
    nodeOf: organisationType,
  });
}

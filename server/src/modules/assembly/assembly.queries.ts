import { hash } from 'node:crypto';
import type { Context, World } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { AgendaItem, Material, type AgendaItem as AgendaItemRow, type AssemblyState } from './assembly.entity.ts';
import { assembliesVisibleTo } from './assembly.policy.ts';
import { assemblyType, type AssemblyRow, type AssemblyType } from './assembly.type.ts';

const columns = `a.id, a.house_id, h.organisation_id, a.form, a.legal_mode, a.state, a.title, a.annual,
  a.initiator_person_id, a.initiator_organisation_id, a.administrator_person_id, a.administrator_organisation_id,
  a.administrator_address, a.chair_id, a.secretary_id, a.teller_ids, a.acceptance_procedure, a.materials_place,
  a.live_counts, a.four_eyes, a.time_zone, a.handed_to_administrator_at, a.notice_at, a.opens_at, a.closes_at,
  a.paper_accepted_until, a.created_at, a.cancelled_at, a.cancel_reason, a.version,
  a.roll_version`;
const from = 'assembly a join house h on h.id = a.house_id';

async function findAssemblies(context: Context, ids: readonly string[]): Promise<AssemblyRow[]> {
  const parameters = new Parameters();
  const wanted = parameters.add(ids);
  return context.database.read<AssemblyRow>(
    `select ${columns} from ${from} where a.id = any(${wanted}) and ${assembliesVisibleTo(context.viewer, parameters, new Date(context.clock.now()))}`,
    parameters.values,
  );
}

provideNodes('Assembly', {
  access: { who: 'SIGNED_IN', scope: 'assemblies:read' },
  load: async (context, uuids) =>
    new Map((await findAssemblies(context, uuids)).map((row) => [row.id, assemblyType(context, row)])),
});

/** One assembly, as the viewer may see it; null when they may not. Read anew: a command may just have changed it. */
export async function findAssembly(context: Context, assemblyId: string): Promise<AssemblyType | null> {
  const [row] = await findAssemblies(context, [assemblyId]);
  return row ? assemblyType(context, row) : null;
}

/**
 * The row of an assembly with one more column, for an event that many readers share: each was found to see the assembly,
 * and `assemblyType` makes of it what one of them is shown. `more` is an SQL expression over `assembly a` and its name.
 */
export async function readAssemblyRow<More extends object>(
  { database }: World,
  assemblyId: string,
  more: string,
): Promise<(AssemblyRow & More) | null> {
  const sql = `select ${columns}, ${more} from ${from} where a.id = $1`;
  const [row] = await database.read<AssemblyRow & More>(sql, [assemblyId], `assembly-row-${hash('md5', sql)}`);
  return row ?? null;
}

export interface AssemblyFilter {
  readonly states?: readonly AssemblyState[] | null;
  readonly houseId?: string | null;
  /** Words of the title or the address. */
  readonly text?: string | null;
}

export const assemblySorts = [
  'NEWEST',
  'OPENS_AT',
  'OPENS_AT_DESCENDING',
  'CLOSES_AT',
  'CLOSES_AT_DESCENDING',
  'ADDRESS',
  'ADDRESS_DESCENDING',
] as const;
export type AssemblySort = (typeof assemblySorts)[number];

/** An assembly without a date stands last, whichever way the dates run. */
const dated = (moment: string, descending: boolean): SortKey => ({
  by: `coalesce(${moment}, '${descending ? '-' : ''}infinity'::timestamptz)`,
  type: 'timestamptz',
  descending,
});
const sorts: Readonly<Record<AssemblySort, SortKey>> = {
  NEWEST: { by: 'a.created_at', type: 'timestamptz', descending: true },
  OPENS_AT: dated('a.opens_at', false),
  OPENS_AT_DESCENDING: dated('a.opens_at', true),
  CLOSES_AT: dated('a.closes_at', false),
  CLOSES_AT_DESCENDING: dated('a.closes_at', true),
  ADDRESS: { by: 'h.address_key', type: 'text' },
  ADDRESS_DESCENDING: { by: 'h.address_key', type: 'text', descending: true },
};

/** Each word stands in the title or the address; over `assembly a join house h`. */
export function assembliesCalled(text: string, parameters: Parameters): string[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  return words.map((word) => {
    const pattern = parameters.add(`%${word.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`);
    return `(lower(a.title) like ${pattern} or h.address_key like ${pattern} or lower(h.street || ' ' || h.number) like ${pattern})`;
  });
}

export async function listAssemblies(
  context: Context,
  args: PageArgs,
  filter: AssemblyFilter,
  sort: AssemblySort,
): Promise<Page<AssemblyType>> {
  const parameters = new Parameters();
  const where = [assembliesVisibleTo(context.viewer, parameters, new Date(context.clock.now()))];
  if (filter.states != null) where.push(`a.state = any(${parameters.add(filter.states)})`);
  if (filter.houseId != null)
    where.push(`a.house_id = ${parameters.add(decodeId('House', filter.houseId, ['filter', 'houseId']))}`);
  where.push(...assembliesCalled(filter.text ?? '', parameters));
  return listPage<AssemblyRow, AssemblyType>({
    database: context.database,
    select: columns,
    from,
    where,
    parameters,
    sort: [sorts[sort], { by: 'a.id', type: 'uuid', descending: true }],
    args,
    nodeOf: (row) => assemblyType(context, row),
  });
}

export async function agendaOf(context: Context, assemblyId: string): Promise<AgendaItemRow[]> {
  return context.database.em().find(AgendaItem, { assemblyId }, { orderBy: { position: 'asc' } });
}

export async function materialsOf(context: Context, assemblyId: string) {
  return context.database.em().find(Material, { assemblyId }, { orderBy: { attachedAt: 'asc' } });
}

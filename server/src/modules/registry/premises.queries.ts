import type { Context } from '../../kernel/context.ts';
import { loadBy, loadRow, loadRows, type MaybePromise } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPageOf } from '../../kernel/nested-page-query.ts';
import { Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import {
  premisesType,
  type AreaEntry,
  type PremisesFilter,
  type PremisesRow,
  type PremisesType,
} from './premises.type.ts';
import { isRegisterShown } from './register-sight.ts';
import type { PremisesSort } from './registry.enums.ts';
import { housesVisibleTo } from './registry.policy.ts';
import { numberKey } from './rules/number-key.ts';

const columns = `p.id, p.house_id as "houseId", p.kind, p.number, p.entrance, p.floor,
  p.area_hundredths::text as "areaHundredths", p.cadastral_number as "cadastralNumber", p.version`;

const premises = `select ${columns} from premises p where p.id = any($1::uuid[])`;

/** Premises the viewer may see: staff of the house, and its owners. */
async function readVisible(context: Context, ids: readonly string[]): Promise<PremisesRow[]> {
  const parameters = new Parameters();
  const wanted = `${parameters.add(ids)}::uuid[]`;
  const visible = housesVisibleTo(context.viewer, parameters, new Date(context.clock.now()));
  return context.database.read<PremisesRow>(
    `select ${columns} from premises p join house h on h.id = p.house_id
      where p.id = any(${wanted}) and p.withdrawn_at is null and ${visible}`,
    parameters.values,
  );
}

provideNodes('Premises', {
  access: { who: 'SIGNED_IN', scope: 'houses:read' },
  load: async (context, uuids) =>
    new Map((await readVisible(context, uuids)).map((row) => [row.id, premisesType(row)])),
});

/** Null when there are none, or none that the viewer may see. Read anew: a command may just have changed them. */
export async function findPremises(context: Context, id: string): Promise<PremisesType | null> {
  const [row] = await readVisible(context, [id]);
  return row ? premisesType(row) : null;
}

/** For fields of what the viewer already sees, in one read for all of them. */
export function premisesById(context: Context, id: string): MaybePromise<PremisesType | null> {
  const row = loadRow<PremisesRow>(context, 'premises', id, premises);
  const typed = (known: PremisesRow | null): PremisesType | null => known && premisesType(known);
  return row instanceof Promise ? row.then(typed) : typed(row);
}

/** Reads the premises that a page names, all at once. */
export async function loadPremises(context: Context, ids: readonly string[]): Promise<void> {
  return loadRows(context, 'premises', ids, premises);
}

const sorts: Readonly<Record<PremisesSort, SortKey>> = {
  NUMBER: { by: 'p.number_key', type: 'text' },
  NUMBER_DESCENDING: { by: 'p.number_key', type: 'text', descending: true },
  AREA: { by: 'p.area_hundredths', type: 'bigint' },
  AREA_DESCENDING: { by: 'p.area_hundredths', type: 'bigint', descending: true },
};

/** The premises of a house; null for whoever may not see them. The same page of many houses is one read. */
export async function listPremises(
  context: Context,
  houseId: string,
  args: PageArgs,
  filter: PremisesFilter,
  sort: PremisesSort,
): Promise<Page<PremisesType> | null> {
  if (!(await isRegisterShown(context, houseId))) return null;
  const parameters = new Parameters();
  const where = ['p.withdrawn_at is null'];
  if (filter.entrance != null) where.push(`p.entrance = ${parameters.add(filter.entrance)}`);
  if (filter.floor != null) where.push(`p.floor = ${parameters.add(filter.floor)}`);
  if (filter.kind != null) where.push(`p.kind = ${parameters.add(filter.kind)}`);
  if (filter.number != null) where.push(`p.number_key = ${parameters.add(numberKey(filter.number))}`);
  return listPageOf<PremisesRow, PremisesType>(context, houseId, {
    parent: 'p.house_id',
    database: context.database,
    select: columns,
    from: 'premises p',
    where,
    parameters,
    sort: [sorts[sort], { by: 'p.id', type: 'uuid' }],
    args,
    nodeOf: premisesType,
  });
}

/** Every area the premises ever had on record, the latest first. */
export async function areaHistoryOf(context: Context, premisesId: string): Promise<readonly AreaEntry[]> {
  return loadBy(context, 'area history', premisesId, async (ids) => {
    const rows = await context.database.read<{ premisesId: string; area: string; since: Date; document: string }>(
      `select premises_id as "premisesId", area_hundredths::text as area, since, document
         from premises_area where premises_id = any($1::uuid[]) order by since desc, id desc`,
      [ids],
    );
    return ids.map((id) =>
      rows
        .filter((row) => row.premisesId === id)
        .map(({ area, since, document }) => ({ area: BigInt(area), since, document: document || null })),
    );
  });
}

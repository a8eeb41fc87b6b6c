import type { Context } from '../../kernel/context.ts';
import { decodeId } from '../../kernel/global-id.ts';
import { loadById } from '../../kernel/load-by-id.ts';
import { provideNodes } from '../../kernel/node-registry.ts';
import { listPage, Parameters, type SortKey } from '../../kernel/page-query.ts';
import type { Page, PageArgs } from '../../kernel/page.type.ts';
import { houseType, type HouseFilter, type HouseRow, type HouseType } from './house.type.ts';
import type { HouseSort } from './registry.enums.ts';
import { housesOf, housesServedBy } from './registry.policy.ts';
import { addressSearchWords, settlementKey } from './rules/address-key.ts';
import { withShareProblems } from './share-problems.queries.ts';

const columns = `h.id, h.settlement, h.street, h.number, h.block, h.fias_id as "fiasId",
  h.cadastral_number as "cadastralNumber", h.entrances, h.storeys, h.year_built as "yearBuilt",
  h.wall_material as "wallMaterial", h.series, h.organisation_id as "organisationId", h.created_at as "createdAt", h.version`;

async function readHouses(context: Context, ids: readonly string[]): Promise<HouseRow[]> {
  return context.database.read<HouseRow>(
    `select ${columns} from house h where h.id = any($1::uuid[]) and h.withdrawn_at is null`,
    [ids],
  );
}

// Where a house stands is no secret, so every account may ask for any.
provideNodes('House', {
  access: { who: 'SIGNED_IN', scope: 'houses:read' },
  load: async (context, uuids) => new Map((await readHouses(context, uuids)).map((row) => [row.id, houseType(row)])),
});

/** For fields of other things, in one read for all of them. */
export async function houseById(context: Context, id: string): Promise<HouseType | null> {
  const row = await loadById(context, 'house', id, async (ids) => readHouses(context, ids));
  return row && houseType(row);
}

/** Read anew: a command may just have changed it. */
export async function findHouse(context: Context, id: string): Promise<HouseType | null> {
  const [row] = await readHouses(context, [id]);
  return row ? houseType(row) : null;
}

const sorts: Readonly<Record<HouseSort, SortKey>> = {
  ADDRESS: { by: 'h.address_key', type: 'text' },
  ADDRESS_DESCENDING: { by: 'h.address_key', type: 'text', descending: true },
  NEWEST: { by: 'h.created_at', type: 'timestamptz', descending: true },
  OLDEST: { by: 'h.created_at', type: 'timestamptz' },
};

function conditions(context: Context, filter: HouseFilter, parameters: Parameters): string[] {
  const where = ['h.withdrawn_at is null'];
  if (filter.settlement != null)
    where.push(`h.address_key like ${parameters.add(`${settlementKey(filter.settlement)}%`)}`);
  for (const word of addressSearchWords(filter.text ?? '')) {
    where.push(
      `(h.address_key like ${parameters.add(`% ${word}%`)} or h.address_key like ${parameters.add(`${word}%`)})`,
    );
  }
  if (filter.organisationId != null) {
    const id = decodeId('Organisation', filter.organisationId, ['filter', 'organisationId']);
    where.push(`h.organisation_id = ${parameters.add(id)}`);
  }
  if (filter.mine === true) {
    where.push(housesOf(context.viewer, parameters, new Date(context.clock.now())));
  }
  if (filter.hasShareProblems === true) {
    where.push(housesServedBy(context.viewer, parameters));
    where.push(withShareProblems(parameters, new Date(context.clock.now())));
  }
  return where;
}

export async function listHouses(
  context: Context,
  args: PageArgs,
  filter: HouseFilter,
  sort: HouseSort,
): Promise<Page<HouseType>> {
  const parameters = new Parameters();
  const where = conditions(context, filter, parameters);
  return listPage<HouseRow, HouseType>({
    database: context.database,
    select: columns,
    from: 'house h',
    where,
    parameters,
    sort: [sorts[sort], { by: 'h.id', type: 'uuid' }],
    args,
    nodeOf: houseType,
  });
}

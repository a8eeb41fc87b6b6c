import { breathe, type Background } from './background.ts';
import type { MappedColumn } from './rules/import-field.ts';
import { judgeHouse, type KnownHouse } from './rules/judge-house.ts';
import type { HouseRow } from './rules/read-house-row.ts';
import { fault, type Fault } from './rules/verdict.ts';
import type { Ask } from './staged-row.ts';
import { errorsOf, writeVerdicts, type StagedVerdict } from './write-verdicts.ts';

interface StagedHouse {
  readonly row_number: number;
  readonly place_key: string;
  readonly fields: Omit<HouseRow, 'addressKey'>;
  readonly own_id: string;
}

/** By the number of a row, the first row of the table that says the same. */
type Twins = ReadonlyMap<number, number>;

const batch = 400;

const staged = `select row_number, place_key, fields, own_id from import_row
  where import_id = $1 and fields is not null and row_number > $2 order by row_number limit ${batch}`;

async function twinsBy(ask: Ask, importId: string, key: string): Promise<Twins> {
  const rows = await ask<{ row: number; first: number }>(
    `select row_number as row, first from (
        select row_number, min(row_number) over (partition by ${key}) as first from import_row
        where import_id = $1 and fields is not null and ${key} is not null) as repeated
      where first < row_number`,
    [importId],
  );
  return new Map(rows.map(({ row, first }) => [row, first]));
}

const known = `select h.id, h.address_key as "addressKey", h.fias_id as "fiasId", h.cadastral_number as "cadastralNumber", h.storeys,
    h.entrances, h.year_built as "yearBuilt", h.wall_material as "wallMaterial", h.series
  from house h where h.withdrawn_at is null and (h.address_key = any($1::text[]) or h.fias_id = any($2::uuid[]))`;

function twinFault(row: number, sameAddress: Twins, sameFias: Twins): Fault[] {
  const [address, fias] = [sameAddress.get(row), sameFias.get(row)];
  if (address !== undefined) return [fault('STREET', 'SAME_ADDRESS', { row: address })];
  return fias === undefined ? [] : [fault('FIAS_ID', 'FIAS_TAKEN', { row: fias })];
}

function judge(
  row: StagedHouse,
  twins: readonly Fault[],
  columns: readonly MappedColumn[],
  byKey: ReadonlyMap<string, KnownHouse>,
): StagedVerdict {
  const { fiasId } = row.fields;
  const house = { addressKey: row.place_key, ...row.fields };
  const { verdict, faults, houseId } = judgeHouse(
    house,
    byKey.get(row.place_key) ?? null,
    fiasId === null ? null : (byKey.get(fiasId) ?? null),
  );
  const all = [...twins, ...faults];
  if (all.length > 0) return { row_number: row.row_number, verdict: 'REFUSED', errors: errorsOf(all, columns) };
  return { row_number: row.row_number, verdict, place_id: houseId ?? row.own_id, creates_place: verdict === 'NEW' };
}

/** Every row that could be read is judged against the houses on record, and against the rows before it. */
export async function judgeHouses(
  ask: Ask,
  importId: string,
  columns: readonly MappedColumn[],
  background: Background,
): Promise<void> {
  const sameAddress = await twinsBy(ask, importId, 'place_key');
  const sameFias = await twinsBy(ask, importId, "fields->>'fiasId'");
  for (let last = 0; ;) {
    const rows = await ask<StagedHouse>(staged, [importId, last]);
    if (rows.length === 0) return;
    const fiasIds = rows.flatMap(({ fields }) => (fields.fiasId === null ? [] : [fields.fiasId]));
    const houses = await ask<KnownHouse & { addressKey: string }>(known, [rows.map((row) => row.place_key), fiasIds]);
    const byKey = new Map<string, KnownHouse>();
    for (const { addressKey, ...house } of houses) {
      byKey.set(addressKey, house);
      if (house.fiasId !== null) byKey.set(house.fiasId, house);
    }
    const decided = rows.map((row) => judge(row, twinFault(row.row_number, sameAddress, sameFias), columns, byKey));
    await writeVerdicts(ask, importId, decided);
    last = rows.at(-1)?.row_number ?? last;
    await background.progress(last);
    await breathe(background);
  }
}

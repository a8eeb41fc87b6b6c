import type { Unit } from '../../../kernel/transaction.ts';
import type { Background } from './background.ts';
import { enterSteps, type Step } from './enter-rows.ts';
import { described } from './rules/judge-house.ts';
import { undoneSince } from './undone-since.ts';
import type { Counts } from './write-verdicts.ts';

const rows = `from import_row r where r.import_id = $1 and r.row_number between $2 and $3`;

const columnOf = {
  fiasId: ['fias_id', 'uuid'],
  cadastralNumber: ['cadastral_number', 'text'],
  storeys: ['storeys', 'int'],
  entrances: ['entrances', 'int'],
  yearBuilt: ['year_built', 'int'],
  wallMaterial: ['wall_material', 'text'],
  series: ['series', 'text'],
} as const;

const told = (['fiasId', 'cadastralNumber', ...described] as const).map(
  (field) => [field, ...columnOf[field]] as const,
);

const create = `insert into house (id, settlement, street, number, block, address_key, ${told.map(([, column]) => column).join(', ')},
    created_at, import_id, version)
  select r.place_id, r.fields->>'settlement', r.fields->>'street', r.fields->>'number', r.fields->>'block', r.place_key,
    ${told.map(([field, , type]) => `(r.fields->>'${field}')::${type}`).join(', ')}, $4::timestamptz, $1, 1
  ${rows} and r.creates_place`;

const remember = `update import_row r set before = jsonb_build_object('version', h.version + 1,
    ${told.map(([field, column]) => `'${field}', h.${column}`).join(', ')})
  from house h where h.id = r.place_id and r.import_id = $1 and r.row_number between $2 and $3 and r.verdict = 'CHANGED'`;

const amend = `update house h set version = h.version + 1,
    ${told.map(([field, column, type]) => `${column} = coalesce((r.fields->>'${field}')::${type}, h.${column})`).join(', ')}
  ${rows} and r.verdict = 'CHANGED' and h.id = r.place_id`;

export async function enterHouses(unit: Unit, importId: string, background: Background): Promise<Counts> {
  const steps: Step[] = [
    { sql: create, parameters: [unit.now] },
    { sql: remember, parameters: [] },
    { sql: amend, parameters: [] },
  ];
  return enterSteps(unit.sql, importId, steps, background);
}

const changedSince = `select exists (select from import_row r join house h on h.id = r.place_id
    left join (${undoneSince('place_id', 'version', 'count(*) * 2')}) undone on undone.id = h.id
  where r.import_id = $1 and r.before is not null
    and h.version <> (r.before->>'version')::int + coalesce(undone.steps, 0)) as changed`;

/** Houses that were described anew get their old description back, unless somebody has described them since. */
export async function restoreHouses(unit: Unit, importId: string): Promise<boolean> {
  const [since] = await unit.sql<{ changed: boolean }>(changedSince, [importId]);
  if (since?.changed === true) return false;
  await unit.sql(
    `update house h set version = h.version + 1,
        ${told.map(([field, column, type]) => `${column} = (r.before->>'${field}')::${type}`).join(', ')}
      from import_row r where r.import_id = $1 and r.before is not null and h.id = r.place_id`,
    [importId],
  );
  return true;
}

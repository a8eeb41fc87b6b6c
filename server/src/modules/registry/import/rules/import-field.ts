/** What a column of an imported table may mean. */
export const importKinds = ['HOUSES', 'REGISTER'] as const;
export type ImportKind = (typeof importKinds)[number];

/** In the order in which a table without headings is read. */
export const houseFields = [
  'STREET',
  'HOUSE_NUMBER',
  'BLOCK',
  'SETTLEMENT',
  'WALL_MATERIAL',
  'STOREYS',
  'YEAR_BUILT',
  'SERIES',
  'ENTRANCES',
  'FIAS_ID',
  'CADASTRAL_NUMBER',
] as const;

export const registerFields = [
  'PREMISES_NUMBER',
  'PREMISES_KIND',
  'ENTRANCE',
  'FLOOR',
  'AREA',
  'CADASTRAL_NUMBER',
  'OWNER_KIND',
  'OWNER_NAME',
  'SNILS',
  'OGRN',
  'BIRTH_DATE',
  'PHONE',
  'EMAIL',
  'SHARE',
  'JOINT',
  'JOINT_GROUP',
  'TITLE_KIND',
  'TITLE_NUMBER',
  'TITLE_DATE',
  'OWNED_SINCE',
  'PARENT_SNILS',
  'FAMILY_NAME',
  'GIVEN_NAME',
  'PATRONYMIC',
] as const;

export type HouseField = (typeof houseFields)[number];
export type RegisterField = (typeof registerFields)[number];
export type ImportField = HouseField | RegisterField;

export const importFields: readonly ImportField[] = [...new Set<ImportField>([...houseFields, ...registerFields])];

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  return kind === 'HOUSES' ? houseFields : registerFields;
}

export type MappingProblem =
  | { readonly problem: 'FIELD_UNKNOWN' | 'FIELD_TWICE' | 'FIELD_MISSING'; readonly field: ImportField }
  | { readonly problem: 'COLUMN_TWICE' | 'COLUMN_UNKNOWN'; readonly column: number };

const needed: Readonly<Record<ImportKind, readonly ImportField[]>> = {
  HOUSES: ['SETTLEMENT', 'STREET', 'HOUSE_NUMBER'],
  REGISTER: ['PREMISES_NUMBER', 'AREA'],
};

export interface MappedColumn {
  /** Counted from 1, as people count columns. */
  readonly column: number;
  readonly field: ImportField;
}

/** The first thing that is wrong with a mapping, or null. */
export function mappingProblem(
  kind: ImportKind,
  columns: readonly MappedColumn[],
  width: number,
): MappingProblem | null {
  const [fields, taken] = [new Set<ImportField>(), new Set<number>()];
  for (const { column, field } of columns) {
    if (!fieldsOf(kind).includes(field)) return { problem: 'FIELD_UNKNOWN', field };
    if (fields.has(field)) return { problem: 'FIELD_TWICE', field };
    if (taken.has(column)) return { problem: 'COLUMN_TWICE', column };
    if (!Number.isSafeInteger(column) || column < 1 || column > width) return { problem: 'COLUMN_UNKNOWN', column };
    fields.add(field);
    taken.add(column);
  }
  const missing = needed[kind].find((field) => !fields.has(field));
  return missing === undefined ? null : { problem: 'FIELD_MISSING', field: missing };
}

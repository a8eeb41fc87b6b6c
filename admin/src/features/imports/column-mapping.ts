import type { ImportField, ImportKind } from '@veche/shared/operations';

const houseFields = [
  'SETTLEMENT',
  'STREET',
  'HOUSE_NUMBER',
  'BLOCK',
  'FIAS_ID',
  'CADASTRAL_NUMBER',
  'ENTRANCES',
  'STOREYS',
  'YEAR_BUILT',
  'WALL_MATERIAL',
  'SERIES',
] as const satisfies ImportField[];

const registerFields = [
  'PREMISES_NUMBER',
  'PREMISES_KIND',
  'AREA',
  'ENTRANCE',
  'FLOOR',
  'CADASTRAL_NUMBER',
  'OWNER_NAME',
  'FAMILY_NAME',
  'GIVEN_NAME',
  'PATRONYMIC',
  'OWNER_KIND',
  'SHARE',
  'JOINT',
  'JOINT_GROUP',
  'SNILS',
  'OGRN',
  'BIRTH_DATE',
  'PHONE',
  'EMAIL',
  'TITLE_KIND',
  'TITLE_NUMBER',
  'TITLE_DATE',
  'OWNED_SINCE',
  'PARENT_SNILS',
] as const satisfies ImportField[];

export function fieldsOf(kind: ImportKind): readonly ImportField[] {
  return kind === 'HOUSES' ? houseFields : registerFields;
}

/** What a table of this kind cannot do without. */
export function neededBy(kind: ImportKind): readonly ImportField[] {
  return kind === 'HOUSES' ? ['SETTLEMENT', 'STREET', 'HOUSE_NUMBER'] : ['PREMISES_NUMBER', 'AREA'];
}

interface Column {
  readonly column: number;
  readonly proposedField?: ImportField | null;
  readonly field?: ImportField | null;
}

/** What each column means, by its number: as it was said, else as it is proposed; '' is not read. */
export type Mapping = Record<number, ImportField | ''>;

export function mappingOf(columns: readonly Column[]): Mapping {
  const wasSaid = columns.some(({ field }) => field != null);
  return Object.fromEntries(
    columns.map(({ column, field, proposedField }) => [column, (wasSaid ? field : proposedField) ?? '']),
  );
}

export function mapped(mapping: Mapping): { readonly column: number; readonly field: ImportField }[] {
  return Object.entries(mapping).flatMap(([column, field]) =>
    field === '' ? [] : [{ column: Number(column), field }],
  );
}

/** Fields that stand over two columns, and needed ones over none: the server would refuse both. */
export function faults(kind: ImportKind, mapping: Mapping): { twice: ImportField[]; missing: ImportField[] } {
  const taken = mapped(mapping).map(({ field }) => field);
  return {
    twice: [...new Set(taken.filter((field, at) => taken.indexOf(field) !== at))],
    missing: neededBy(kind).filter((field) => !taken.includes(field)),
  };
}

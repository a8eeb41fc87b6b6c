import type { AmendHouseInput, CreateHouseInput } from '@veche/shared/operations';

export const houseFields = [
  'settlement',
  'street',
  'number',
  'block',
  'cadastralNumber',
  'fiasId',
  'entrances',
  'storeys',
  'yearBuilt',
  'wallMaterial',
  'series',
] as const;
export type HouseField = (typeof houseFields)[number];
export type HouseForm = Record<HouseField, string>;
export const numberFields: readonly string[] = ['entrances', 'storeys', 'yearBuilt'];

type Said = { readonly [Name in HouseField]?: string | number | null };

export function formOf(house: Said | null): HouseForm {
  return Object.fromEntries(houseFields.map((name) => [name, String(house?.[name] ?? '')])) as HouseForm;
}

export function isHouseForm(kept: unknown): kept is HouseForm {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    houseFields.every((name) => typeof Reflect.get(kept, name) === 'string')
  );
}

/** What cannot be a number goes as -1: the server refuses it at its own field. */
function written(name: HouseField, text: string): string | number | null {
  const said = text.trim();
  if (said === '') return null;
  if (!numberFields.includes(name)) return said;
  return /^\d{1,9}$/.test(said) ? Number(said) : -1;
}

export function newHouse(form: HouseForm, organisationId: string | null): CreateHouseInput {
  const { settlement, street, number } = form;
  const rest = Object.fromEntries(houseFields.map((name) => [name, written(name, form[name])]));
  return { ...rest, settlement, street, number, organisationId };
}

/** Only what was changed; an emptied field takes away. */
export function amended(form: HouseForm, before: HouseForm): Omit<AmendHouseInput, 'houseId' | 'version'> {
  const changed = houseFields.filter((name) => form[name].trim() !== before[name].trim());
  return Object.fromEntries(changed.map((name) => [name, written(name, form[name])]));
}

export function differences<Form extends Record<string, string>>(
  mine: Form,
  theirs: Form,
): { readonly name: string; readonly mine: string; readonly theirs: string }[] {
  return Object.entries(mine)
    .filter(([name, text]) => text.trim() !== theirs[name])
    .map(([name, text]) => ({ name, mine: text, theirs: theirs[name] ?? '' }));
}

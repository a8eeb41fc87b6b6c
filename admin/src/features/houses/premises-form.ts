import type { AddPremisesInput, AmendPremisesInput, PremisesKind } from '@veche/shared/operations';

export interface PremisesForm {
  kind: PremisesKind;
  number: string;
  entrance: string;
  floor: string;
  cadastralNumber: string;
  area: string;
  document: string;
}

export const premisesFields = ['number', 'entrance', 'floor', 'cadastralNumber'] as const;

interface Said {
  readonly kind: PremisesKind;
  readonly number: string;
  readonly entrance?: number | null;
  readonly floor?: number | null;
  readonly cadastralNumber?: string | null;
  readonly area: string;
}

export function formOfPremises(premises: Said | null): PremisesForm {
  return {
    kind: premises?.kind ?? 'FLAT',
    number: premises?.number ?? '',
    entrance: String(premises?.entrance ?? ''),
    floor: String(premises?.floor ?? ''),
    cadastralNumber: premises?.cadastralNumber ?? '',
    area: premises?.area ?? '',
    document: '',
  };
}

export function isPremisesForm(kept: unknown): kept is PremisesForm {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    Object.keys(formOfPremises(null)).every((name) => typeof Reflect.get(kept, name) === 'string')
  );
}

/** What cannot be a number goes as one that no house has: the server refuses it at its own field. */
const whole = (text: string): number | null =>
  text.trim() === '' ? null : /^-?\d{1,3}$/.test(text.trim()) ? Number(text) : -999;
const words = (text: string): string | null => text.trim() || null;

/** As people write it (`54,3 м²`), as the API reads it. */
export function writtenArea(text: string): string {
  return text.replaceAll(/\s|м²|m²|кв\.?м\.?/g, '').replace(',', '.');
}

export function newPremises(form: PremisesForm, houseId: string): AddPremisesInput {
  return {
    houseId,
    kind: form.kind,
    number: form.number,
    area: writtenArea(form.area),
    document: words(form.document),
    entrance: whole(form.entrance),
    floor: whole(form.floor),
    cadastralNumber: words(form.cadastralNumber),
  };
}

/** Only what was changed; an emptied field takes away. */
export function amendedPremises(
  form: PremisesForm,
  before: PremisesForm,
): Omit<AmendPremisesInput, 'premisesId' | 'version'> {
  return {
    ...(form.kind === before.kind ? {} : { kind: form.kind }),
    ...(form.number === before.number ? {} : { number: form.number }),
    ...(form.entrance === before.entrance ? {} : { entrance: whole(form.entrance) }),
    ...(form.floor === before.floor ? {} : { floor: whole(form.floor) }),
    ...(form.cadastralNumber === before.cadastralNumber ? {} : { cadastralNumber: words(form.cadastralNumber) }),
  };
}

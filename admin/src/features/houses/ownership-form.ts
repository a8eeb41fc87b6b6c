import type { RecordOwnershipInput, RecordTransferInput, TitleInput } from '@veche/shared/operations';
import type { Pickable } from '../../ui/pickable.ts';
import { beginningOf } from './register-day.ts';

export interface OwnershipForm {
  holders: Pickable[];
  share: string;
  titleKind: string;
  titleNumber: string;
  titleDate: string;
  day: string;
}

export function emptyOwnership(share: string): OwnershipForm {
  return { holders: [], share, titleKind: 'ЕГРН', titleNumber: '', titleDate: '', day: '' };
}

export function isOwnershipForm(kept: unknown): kept is OwnershipForm {
  if (typeof kept !== 'object' || kept === null || !Array.isArray(Reflect.get(kept, 'holders'))) return false;
  return ['share', 'titleKind', 'titleNumber', 'titleDate', 'day'].every(
    (name) => typeof Reflect.get(kept, name) === 'string',
  );
}

function titleOf({ titleKind, titleNumber, titleDate }: OwnershipForm): TitleInput {
  return { kind: titleKind.trim(), number: titleNumber.trim() || null, date: titleDate || null };
}

/** `1 / 3` and `1/3` are the same share. */
const shareOf = (text: string): string => text.replaceAll(/\s/g, '');

export function recorded(form: OwnershipForm, premisesId: string): RecordOwnershipInput {
  const since = beginningOf(form.day);
  return {
    premisesId,
    holderIds: form.holders.map(({ id }) => id),
    share: shareOf(form.share),
    title: titleOf(form),
    ...(since === null ? {} : { since }),
  };
}

/** A share left empty passes whole. */
export function transferred(form: OwnershipForm, ownershipId: string): RecordTransferInput {
  const at = beginningOf(form.day);
  return {
    ownershipId,
    toIds: form.holders.map(({ id }) => id),
    share: shareOf(form.share) || null,
    title: titleOf(form),
    ...(at === null ? {} : { at }),
  };
}

/** People are told apart by SNILS and bodies by ОГРН; a name alone finds nobody outside the premises it already owns (domain: two people of one name). */
import type { PersonKind } from '../../../identity/index.ts';
import { fault, type Fault } from './verdict.ts';

export interface OwnerNames {
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly bodyName: string | null;
}

export interface NamedOwner extends OwnerNames {
  readonly kind: PersonKind;
  /** What tells this owner apart within the file: the number, or the names within these premises. */
  readonly personKey: string;
  readonly hasNumber: boolean;
  readonly birthDate: string | null;
}

export interface KnownPerson extends OwnerNames {
  readonly personId: string;
  readonly kind: PersonKind;
  readonly hasNumber: boolean;
  readonly birthDate: string | null;
}

export type SameNames = (one: OwnerNames, other: OwnerNames) => boolean;

export interface FoundOwner {
  /** Null: nobody of the register. */
  readonly personId: string | null;
  readonly fault: Fault | null;
}

function refused(one: Fault): FoundOwner {
  return { personId: null, fault: one };
}

/** Who of the register the owner is. `byNumber` has the same SNILS or ОГРН; `holders` own the same premises now. */
export function findOwner(
  owner: NamedOwner,
  byNumber: KnownPerson | null,
  holders: readonly KnownPerson[],
  sameNames: SameNames,
): FoundOwner {
  const field = owner.kind === 'PERSON' ? 'SNILS' : 'OGRN';
  const namesakes = holders.filter((holder) => holder.kind === owner.kind && sameNames(holder, owner));
  if (owner.hasNumber) {
    if (!byNumber) {
      return namesakes.some((holder) => !holder.hasNumber)
        ? refused(fault(field, 'DIFFERS_FROM_REGISTER', { register: '—' }))
        : { personId: null, fault: null };
    }
    if (!sameNames(byNumber, owner))
      return refused(fault(field, field === 'SNILS' ? 'ONE_SNILS_TWO_PEOPLE' : 'ONE_OGRN_TWO_NAMES'));
    const differs = owner.birthDate !== null && byNumber.birthDate !== null && owner.birthDate !== byNumber.birthDate;
    // Which date the register has stays unsaid: whoever knows a SNILS must not learn a birth date.
    if (differs) return refused(fault('BIRTH_DATE', 'DIFFERS_FROM_REGISTER', { register: '—' }));
    return { personId: byNumber.personId, fault: null };
  }
  const fitting = namesakes.filter(
    (holder) => owner.birthDate === null || holder.birthDate === null || holder.birthDate === owner.birthDate,
  );
  const people = [...new Set(fitting.map((holder) => holder.personId))];
  return people.length > 1
    ? refused(fault('OWNER_NAME', 'OWNER_AMBIGUOUS'))
    : { personId: people[0] ?? null, fault: null };
}

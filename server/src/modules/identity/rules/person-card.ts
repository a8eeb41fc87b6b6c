/** What the register keeps of a person: full names and, where known, the numbers that tell namesakes apart. */
import { isBirthDate } from './coming-of-age.ts';
import { readEmail, readPhone } from './contacts.ts';
import { readName } from './names.ts';
import { readOgrn } from './ogrn.ts';
import type { PersonKind } from './person-kinds.ts';
import { readSnils } from './snils.ts';

/** As somebody typed it. */
export interface WrittenCard {
  readonly kind: PersonKind;
  readonly familyName?: string | null | undefined;
  readonly givenName?: string | null | undefined;
  readonly patronymic?: string | null | undefined;
  readonly bodyName?: string | null | undefined;
  readonly ogrn?: string | null | undefined;
  readonly snils?: string | null | undefined;
  readonly passport?: string | null | undefined;
  readonly birthDate?: string | null | undefined;
  readonly phones?: readonly string[] | null | undefined;
  readonly emails?: readonly string[] | null | undefined;
}

/** In the one form in which it is kept. */
export interface PersonCard {
  readonly kind: PersonKind;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly bodyName: string | null;
  readonly ogrn: string | null;
  readonly snils: string | null;
  readonly passport: string | null;
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

export type CardAnswer =
  | { readonly ok: true; readonly card: PersonCard }
  | { readonly ok: false; readonly field: keyof WrittenCard };

const mostContacts = 10;

/** A natural person has names, a body has a name and an ОГРН (the city itself may lack one); nobody has both. */
export function readCard(written: WrittenCard, today: string): CardAnswer {
  const wrong = (field: keyof WrittenCard): CardAnswer => ({ ok: false, field });
  const natural = written.kind === 'PERSON';
  const foreign = natural
    ? (['bodyName', 'ogrn'] as const)
    : (['familyName', 'givenName', 'patronymic', 'snils', 'passport', 'birthDate'] as const);
  const needed = natural ? (['familyName', 'givenName'] as const) : (['bodyName'] as const);
  for (const field of foreign) if (written[field] != null) return wrong(field);
  for (const field of needed) if (readName(written[field]) === null) return wrong(field);
  if (written.patronymic != null && readName(written.patronymic) === null) return wrong('patronymic');
  const ogrn = written.ogrn == null ? null : readOgrn(written.ogrn);
  if (ogrn === null && (written.ogrn != null || written.kind === 'COMPANY')) return wrong('ogrn');
  const snils = written.snils == null ? null : readSnils(written.snils);
  if (snils === null && written.snils != null) return wrong('snils');
  const passport = written.passport == null ? null : readPassport(written.passport);
  if (passport === null && written.passport != null) return wrong('passport');
  if (written.birthDate != null && !isBirthDate(written.birthDate, today)) return wrong('birthDate');
  const phones = readAll(written.phones, readPhone);
  if (phones === null) return wrong('phones');
  const emails = readAll(written.emails, readEmail);
  if (emails === null) return wrong('emails');
  const [familyName, givenName, patronymic, bodyName] = [
    readName(written.familyName),
    readName(written.givenName),
    readName(written.patronymic),
    readName(written.bodyName),
  ];
  const birthDate = written.birthDate ?? null;
  return {
    ok: true,
    card: {
      kind: written.kind,
      familyName,
      givenName,
      patronymic,
      bodyName,
      ogrn,
      snils,
      passport,
      birthDate,
      phones,
      emails,
    },
  };
}

/** As written, without idle spaces: papers of other countries have forms of their own. It holds a number at the least. */
function readPassport(written: string): string | null {
  const text = written.normalize('NFC').replace(/\s+/g, ' ').trim();
  return text.length >= 6 && text.length <= 300 && /\d/.test(text) && !/\p{C}/u.test(text) ? text : null;
}

function readAll(
  written: readonly string[] | null | undefined,
  read: (text: string) => string | null,
): string[] | null {
  const all = (written ?? []).map((text) => read(text));
  if (all.length > mostContacts || all.includes(null)) return null;
  return [...new Set(all.filter((one) => one !== null))];
}

import type { PersonKind, RegisterPersonInput } from '@veche/shared/operations';

/** What is typed about a new person. */
export interface Card {
  kind: PersonKind;
  familyName: string;
  givenName: string;
  patronymic: string;
  snils: string;
  passport: string;
  birthDate: string;
  bodyName: string;
  ogrn: string;
  phone: string;
  email: string;
}

export function emptyCard(): Card {
  return {
    kind: 'PERSON',
    familyName: '',
    givenName: '',
    patronymic: '',
    snils: '',
    passport: '',
    birthDate: '',
    bodyName: '',
    ogrn: '',
    phone: '',
    email: '',
  };
}

export function isCard(kept: unknown): kept is Card {
  if (typeof kept !== 'object' || kept === null) return false;
  return Object.entries(emptyCard()).every(([name, value]) => typeof Reflect.get(kept, name) === typeof value);
}

export function isFilled(card: Card): boolean {
  const said = (text: string): boolean => text.trim() !== '';
  return card.kind === 'PERSON' ? said(card.familyName) && said(card.givenName) : said(card.bodyName);
}

/** Only what was filled in, and only what fits the kind. */
export function inputOf(card: Card): RegisterPersonInput {
  const { kind, phone, email, familyName, givenName, patronymic, snils, passport, birthDate, bodyName, ogrn } = card;
  const own =
    kind === 'PERSON' ? { familyName, givenName, patronymic, snils, passport, birthDate } : { bodyName, ogrn };
  const said = Object.entries(own).filter(([, value]) => value.trim() !== '');
  return {
    kind,
    ...Object.fromEntries(said.map(([name, value]) => [name, value.trim()])),
    ...(phone.trim() === '' ? {} : { phones: [phone.trim()] }),
    ...(email.trim() === '' ? {} : { emails: [email.trim()] }),
  };
}

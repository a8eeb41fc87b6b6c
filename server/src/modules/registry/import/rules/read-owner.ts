/** An owner is a person with a family and a given name, or a body with a name; numbers tell namesakes apart (SNILS, ОГРН). */
import type { PersonKind } from '../../../identity/index.ts';
import type { Cell } from './cell.ts';
import { readDate } from './read-date.ts';
import { inOneScript } from './one-script.ts';
import { readText } from './read-plain.ts';
import { read, refuse, type Reading } from './row-error.ts';
import type { RowReader } from './row-reader.ts';

/** How identity reads numbers, contacts and names: given from outside, since a rule knows only its own module. */
export interface PersonReaders {
  readonly snils: (text: string) => string | null;
  readonly ogrn: (text: string) => string | null;
  readonly phone: (text: string) => string | null;
  readonly email: (text: string) => string | null;
  readonly name: (text: string) => string | null;
  readonly isBirthDate: (date: string, today: string) => boolean;
  readonly comesOfAgeOn: (birthDate: string | null, today: string) => string | null;
}

export interface OwnerRow {
  readonly kind: PersonKind;
  readonly familyName: string | null;
  readonly givenName: string | null;
  readonly patronymic: string | null;
  readonly bodyName: string | null;
  readonly ogrn: string | null;
  readonly snils: string | null;
  readonly birthDate: string | null;
  readonly phones: readonly string[];
  readonly emails: readonly string[];
}

const bodyWords =
  /(^|[\s«"(])(ооо|оао|зао|пао|ао|нко|ано|тсж|тсн|жск|гск|общество|акционерное|товарищество|кооператив|предприятие|фонд|банк|llc|ltd)([\s»".)]|$)/iu;
const publicWords =
  /^(город|г\.) ?москва|российская федерация|муниципальн|городской округ|субъект |департамент|администрация|росимущество/iu;

function readOwnerKind(cell: Cell): Reading<PersonKind> {
  const text = cell.text.toLowerCase();
  if (/^(физ|гражд|person|natural|фл$)/.test(text)) return read('PERSON');
  if (/^(юр|организац|company|legal|юл$|ип$)/.test(text)) return read('COMPANY');
  if (/^(муницип|государств|город|публичн|public|municipal|state)/.test(text)) return read('PUBLIC');
  return refuse('OWNER_KIND_UNKNOWN');
}

/** «Мамедов Али Гасан оглы» has a patronymic of two words; any other fourth word would be a guess. */
export function splitFullName(text: string): readonly [string, string, string | null] | null {
  const words = text.split(' ');
  const [family, given, ...rest] = words;
  if (family === undefined || given === undefined || rest.length > 2) return null;
  if (rest.length === 2 && !/^(оглы|оглу|кызы|гызы|улы|уулу)$/iu.test(rest[1] ?? '')) return null;
  const named = words.every((word) => /^[\p{L}'’‑-]+\.?$/u.test(word) && (/\p{L}{2}/u.test(word) || word.length === 1));
  // «Иванов И.И.» names nobody for certain.
  return named && !words.some((word) => word.endsWith('.'))
    ? [family, given, rest.length > 0 ? rest.join(' ') : null]
    : null;
}

function contacts(
  reader: RowReader,
  field: 'PHONE' | 'EMAIL',
  one: (text: string) => string | null,
): readonly string[] {
  const code = field === 'PHONE' ? 'PHONE_INVALID' : 'EMAIL_INVALID';
  const found = reader.take(field, (cell) => {
    const parts = cell.text
      .split(/[,;\n]+/)
      .map((part) => part.trim())
      .filter((part) => part !== '');
    const all = parts.map(one);
    return all.every((part) => part !== null) && all.length <= 10 ? read([...new Set(all)]) : refuse(code);
  });
  return found ?? [];
}

const ownerFields = [
  'OWNER_NAME',
  'FAMILY_NAME',
  'GIVEN_NAME',
  'PATRONYMIC',
  'SNILS',
  'OGRN',
  'BIRTH_DATE',
  'PHONE',
  'EMAIL',
  'PARENT_SNILS',
] as const;

/** The owner of a row; null when nobody is named, or when the reason is among the reader's errors. */
export function readOwner(reader: RowReader, readers: PersonReaders, today: string): OwnerRow | null {
  if (ownerFields.every((field) => reader.cell(field) === null)) return null;
  const name = (field: (typeof ownerFields)[number]): string | null =>
    reader.take(field, (cell) => {
      const text = readText(cell);
      if (!text.ok) return text;
      const known = readers.name(inOneScript(text.value));
      return known === null ? refuse('OWNER_NAME_UNREADABLE') : read(known);
    });
  const numbered = (field: 'SNILS' | 'OGRN', one: (text: string) => string | null): string | null =>
    reader.take(field, (cell) => {
      const number = cell.kind === 'DATE' ? null : one(cell.text);
      return number === null ? refuse(`${field}_INVALID`) : read(number);
    });
  const whole = name('OWNER_NAME');
  const parts = [name('FAMILY_NAME'), name('GIVEN_NAME'), name('PATRONYMIC')] as const;
  const [snils, ogrn] = [numbered('SNILS', readers.snils), numbered('OGRN', readers.ogrn)];
  const given = reader.take('OWNER_KIND', readOwnerKind);
  const kind = given ?? kindOf(whole, ogrn);
  const birthDate = reader.take('BIRTH_DATE', (cell) => {
    const date = readDate(cell, today);
    return date.ok && !readers.isBirthDate(date.value, today) ? refuse('DATE_TOO_EARLY') : date;
  });
  const reached = {
    phones: contacts(reader, 'PHONE', readers.phone),
    emails: contacts(reader, 'EMAIL', readers.email),
  };
  const nameField = reader.cell('OWNER_NAME') === null && parts[0] !== null ? 'FAMILY_NAME' : 'OWNER_NAME';
  if (kind === 'PERSON') {
    if (ogrn !== null) return reader.refuse('OGRN', 'NUMBER_OF_OTHER_KIND');
    const split = whole === null ? null : splitFullName(whole);
    const [familyName, givenName, patronymic] = split ?? parts;
    if (familyName === null || givenName === null) {
      return reader.isRefused(nameField) ? null : reader.refuse(nameField, 'OWNER_NAME_UNREADABLE');
    }
    return { kind, familyName, givenName, patronymic, bodyName: null, ogrn: null, snils, birthDate, ...reached };
  }
  const bodyName = whole ?? parts[0];
  if (snils !== null) return reader.refuse('SNILS', 'NUMBER_OF_OTHER_KIND');
  if (birthDate !== null) return reader.refuse('BIRTH_DATE', 'NUMBER_OF_OTHER_KIND');
  if (bodyName === null) return reader.isRefused(nameField) ? null : reader.refuse(nameField, 'OWNER_NAME_UNREADABLE');
  if (kind === 'COMPANY' && ogrn === null)
    return reader.isRefused('OGRN') ? null : reader.refuse('OGRN', 'OGRN_MISSING');
  return {
    kind,
    familyName: null,
    givenName: null,
    patronymic: null,
    bodyName,
    ogrn,
    snils: null,
    birthDate: null,
    ...reached,
  };
}

function kindOf(name: string | null, ogrn: string | null): PersonKind {
  if (name !== null && publicWords.test(name)) return 'PUBLIC';
  return ogrn !== null || (name !== null && bodyWords.test(name)) ? 'COMPANY' : 'PERSON';
}

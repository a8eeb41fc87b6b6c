import type { Context } from '../../kernel/context.ts';
import { newId } from '../../kernel/new-id.ts';
import { Refusal } from '../../kernel/refusal.ts';
import type { Unit } from '../../kernel/transaction.ts';
import { Person, type Person as PersonEntity } from './person.entity.ts';
import { moscowToday, sealDetails, snilsHash } from './person-details.ts';
import { comesOfAgeOn } from './rules/coming-of-age.ts';
import { sameNames } from './rules/names.ts';
import { readCard, type PersonCard, type WrittenCard } from './rules/person-card.ts';

/** The card in the form in which it is kept; a refusal names the field that will not do. */
export function requireCard(context: Context, written: WrittenCard): PersonCard {
  const answer = readCard(written, moscowToday(context));
  if (!answer.ok) throw new Refusal('INVALID_INPUT', { what: answer.field }, ['input', answer.field]);
  return answer.card;
}

/**
 * Who already has this SNILS or ОГРН, under a lock, so that two entries of one number at once are one person. With other
 * names the number is refused; nothing is guessed.
 */
export async function personOfSameNumber(
  context: Context,
  unit: Unit,
  card: PersonCard,
  exceptId: string | null = null,
): Promise<PersonEntity | null> {
  const { snils, ogrn } = card;
  if (snils === null && ogrn === null) return null;
  const hash = snils === null ? null : snilsHash(context.secrets, snils);
  await unit.lock(hash ? `snils ${hash.toString('hex')}` : `ogrn ${ogrn ?? ''}`, 'exclusive');
  const known = await unit.em.findOne(Person, { ...(hash ? { snilsHash: hash } : { ogrn }), withdrawnAt: null });
  if (!known || known.id === exceptId) return null;
  const field = snils === null ? 'ogrn' : 'snils';
  if (exceptId !== null || !sameNames(known, card)) throw new Refusal('DUPLICATE', { what: field }, ['input', field]);
  return known;
}

/** The columns of a person that follow from a card. */
export function cardColumns(context: Context, personId: string, card: PersonCard) {
  const { familyName, givenName, patronymic, bodyName, ogrn, snils, birthDate } = card;
  return {
    familyName,
    givenName,
    patronymic,
    bodyName,
    ogrn,
    snilsHash: snils === null ? null : snilsHash(context.secrets, snils),
    detailsSealed: sealDetails(context.secrets, personId, card),
    comesOfAgeOn: comesOfAgeOn(birthDate, moscowToday(context)),
  };
}

export function writePerson(context: Context, unit: Unit, card: PersonCard): PersonEntity {
  const id = newId();
  return unit.em.create(Person, {
    id,
    kind: card.kind,
    ...cardColumns(context, id, card),
    headId: null,
    createdAt: unit.now,
    importId: null,
    withdrawnAt: null,
  });
}

/** Premises of a house are told apart by their number (order 266/пр, register of owners), however it is typed; 9 stands before 10. */
import { plainText } from './address-words.ts';

const designator =
  /^(?:квартира|кв|помещение|пом|машино-место|машиноместо|м\/м|кладовая|клад)\s*(?:\.\s*|№\s*|(?=\d)|\s)/;

/** The number as it is compared and sorted: without «кв.», every run of digits padded. Empty when there is no number. */
export function numberKey(number: string): string {
  const bare = plainText(number)
    .trim()
    .replace(designator, '')
    // 5.1 is not 51
    .replaceAll(/(?<=\p{N})[.,](?=\p{N})/gu, '/')
    .replaceAll(/[^\p{L}\p{N}/-]+/gu, '');
  if (!/[\p{L}\p{N}]/u.test(bare)) return '';
  return bare.replaceAll(/\d+/g, (digits) => digits.replace(/^0+(?=\d)/, '').padStart(6, '0'));
}

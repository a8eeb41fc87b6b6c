/** A house number and its corpus or structure are one address, in whichever field and with whichever abbreviation each is written. */
import { plainText } from './address-words.ts';

const designators: readonly (readonly [RegExp, string])[] = [
  [/(?<![а-я])(?:корпус|корп|кор)(?![а-я])\s*\.?\s*/g, ' корп '],
  [/(?<![а-я])(?:строение|строен|стр)(?![а-я])\s*\.?\s*/g, ' стр '],
  [/(?<![а-я])(?:сооружение|соор)(?![а-я])\s*\.?\s*/g, ' соор '],
  [/(?<![а-я])(?:владение|влд|вл)(?![а-я])\s*\.?\s*/g, ' вл '],
  [/(?<![а-я])(?:литера|литер|лит)(?![а-я])\s*\.?\s*/g, ' лит '],
  // «12к1», «12а с2»: a letter after the number and before another one.
  [/(?<=\d(?:[а-я]|\s)?\s*)к\s*\.?\s*(?=\d)/g, ' корп '],
  [/(?<=\d(?:[а-я]|\s)?\s*)с\s*\.?\s*(?=\d)/g, ' стр '],
];

function spelled(text: string): string {
  const plain = plainText(text)
    .replaceAll('№', ' ')
    .replace(/^\s*(?:дом|д)(?:\s*\.\s*|\s+)/, '');
  return (
    designators
      .reduce((known, [form, whole]) => known.replaceAll(form, whole), plain)
      .replaceAll(/[^\p{L}\p{N}/-]+/gu, ' ')
      // «12 а» is «12а»
      .replaceAll(/(?<=\d) (?=[а-я](?:$|[ /-]))/g, '')
      .trim()
  );
}

/** Number and block in one normal form: `12а корп 1 стр 2`. A block that is a bare number is a corpus. */
export function houseNumberKey(number: string, block: string | null | undefined): string {
  const second = spelled(block ?? '');
  return [spelled(number), /^\d+[а-я]?$/.test(second) ? `корп ${second}` : second]
    .filter((part) => part !== '')
    .join(' ');
}

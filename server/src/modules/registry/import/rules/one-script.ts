/** A Russian word with a Latin letter in it looks right and is another word: nobody would find its owner again. */

const [latin, cyrillic] = ['ABCEHKMOPTXYaceopxy', 'АВСЕНКМОРТХУасеорху'];

/** Words that mix both alphabets become Russian where every Latin letter has a Russian twin; others stay as they are. */
export function inOneScript(text: string): string {
  return text.replaceAll(/\p{L}+/gu, (word) => {
    if (!/\p{Script=Cyrillic}/u.test(word)) return word;
    const turned = word.replaceAll(/[A-Za-z]/g, (letter) => cyrillic[latin.indexOf(letter)] ?? letter);
    return /[A-Za-z]/.test(turned) ? word : turned;
  });
}

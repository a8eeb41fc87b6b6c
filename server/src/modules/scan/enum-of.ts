/** A list of words as TypeGraphQL takes an enum. */
export function enumOf<Word extends string>(words: readonly Word[]): Readonly<Record<string, Word>> {
  return Object.fromEntries(words.map((word) => [word, word]));
}

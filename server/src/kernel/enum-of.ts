/** A list of words as TypeGraphQL takes an enum. */
export function enumOf<const Word extends string>(words: readonly Word[]): { readonly [Name in Word]: Name } {
  return Object.fromEntries(words.map((word) => [word, word])) as { readonly [Name in Word]: Name };
}

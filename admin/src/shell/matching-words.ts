const plain = (text: string): string => text.toLocaleLowerCase('ru').replaceAll('ё', 'е').trim();

/** How well a name answers what was typed: 0 begins with it, 1 has words that begin so, 2 is related to it; null: not at all. */
export function rankOf(typed: string, names: readonly string[], related: readonly string[] = []): number | null {
  const asked = plain(typed);
  const titles = names.map(plain);
  if (titles.some((title) => title.startsWith(asked))) return 0;
  const parts = asked.split(/\s+/);
  const begun = (text: string): boolean => {
    const words = text.split(/[\s,;:()«»—–-]+/);
    return parts.every((part) => words.some((word) => word.startsWith(part)));
  };
  if (titles.some(begun)) return 1;
  const everything = [...titles, ...related.map(plain)].join(' ');
  return begun(everything) || everything.includes(asked) ? 2 : null;
}

/** Those that answer, the best first; among equals the order stays. */
export function matching<One extends { readonly names: readonly string[]; readonly related?: readonly string[] }>(
  typed: string,
  all: readonly One[],
): One[] {
  return all
    .flatMap((one) => {
      const rank = rankOf(typed, one.names, one.related);
      return rank === null ? [] : [{ one, rank }];
    })
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ one }) => one);
}

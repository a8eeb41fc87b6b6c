export const delimiters = [';', ',', '\t'] as const;
export type Delimiter = (typeof delimiters)[number];

function count(line: string, delimiter: string): number {
  let [found, quoted] = [0, false];
  for (const sign of line) {
    if (sign === '"') quoted = !quoted;
    else if (sign === delimiter && !quoted) found += 1;
  }
  return found;
}

/** The one that cuts most lines into as many cells as the first, the more cells the better. `54,30` between semicolons misleads nobody. */
export function detectDelimiter(text: string): Delimiter {
  const lines = text
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, 50);
  const scored = delimiters.map((delimiter) => {
    const counts = lines.map((line) => count(line, delimiter));
    return { delimiter, score: (counts[0] ?? 0) * counts.filter((cells) => cells === counts[0]).length };
  });
  return scored.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ';';
}

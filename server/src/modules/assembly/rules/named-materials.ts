/** Whoever votes on what is "attached" must be able to read it: it is named by the notice and lies among the materials (art. 45 p. 5). */
import type { WordingFinding } from './wording-finding.ts';

const from = '(?<!\\p{L})';
const to = '(?!\\p{L})';
const pattern = (source: string): RegExp => new RegExp(`${from}(?:${source})${to}`, 'iu');

/** «приложение» alone may be a program of a phone: only with a number, a reference or a file around it is it a paper. */
const references: readonly RegExp[] = [
  pattern('приложен(?:а|о|ы|н\\p{L}+)'),
  pattern('прилага(?:ет|ют)ся|прилагаем\\p{L}+'),
  pattern('(?:согласно|по|см\\.?|в\\s+соответствии\\s+с)\\s+приложени(?:ю|ям|ем|ями|е|я)(?!\\s+[«"])'),
  pattern('приложени\\p{L}+\\s*(?:№|N|#)?\\s*\\d+'),
  pattern('(?:во|на)\\s+вложени(?:и|ях)|вложенн\\p{L}+'),
  pattern('прикрепл[её]нн?\\p{L}*'),
  pattern('(?:the|is|are|as|see|hereto)\\s+attached|attached\\s+(?:hereto|to\\s+(?:this|the)\\s+(?:notice|agenda))'),
  pattern('(?:the|is|are|as|see)\\s+enclosed|enclosed\\s+(?:herewith|with)'),
  pattern('annex(?:es)?|appendix|appendices|attachments?'),
];

export function materialFindings(text: string): WordingFinding[] {
  return references
    .flatMap((reference) => reference.exec(text)?.[0] ?? [])
    .slice(0, 1)
    .map((fragment) => ({ kind: 'MATERIAL_MISSING', fragment, severity: 'WARN' }));
}

/** Whoever votes must see the whole question: a list left open, or "other matters", hides a part of it (art. 46 p. 2). */
import type { WordingFinding } from './wording-finding.ts';

/** \b knows Latin letters only. */
const from = '(?<!\\p{L})';
const to = '(?!\\p{L})';
const end = '(?=\\s*(?:[.;:!?)»"]|$))';
const pattern = (source: string): RegExp => new RegExp(source, 'giu');

const others = '(?:друг(?:ое|ие|их|им|ими)|ин(?:ое|ые|ых|ым|ыми)|проч(?:ее|ие|их|им|ими))';

const blocked: readonly RegExp[] = [
  pattern(`${from}(?:и|или)\\s*т\\.?\\s*[дп]\\.?${to}`),
  pattern(`${from}и\\s+так\\s+далее${to}`),
  pattern(`${from}и\\s+тому\\s+подобное${to}`),
  pattern(`${from}и\\s+(?:др|пр)\\.?${to}`),
  pattern(`${from}и\\s+${others}${end}`),
  pattern(`${from}(?:${others}|разн(?:ые|ых|ым))\\s+(?:\\p{L}+\\s+)?вопрос\\p{L}*`),
  pattern(`(?<=^|[.;:,]\\s)(?:разное|прочее|иное|другое)${end}`),
  pattern(`${from}и\\s+разное${end}`),
  pattern(`${from}etc(?:etera)?${to}\\.?`),
  pattern(`${from}et\\s+cetera${to}`),
  pattern(`${from}and\\s+so\\s+(?:on|forth)${to}`),
  pattern(`${from}and\\s+the\\s+like${to}`),
  pattern(`${from}and\\s+others?${end}`),
  pattern(`${from}(?:miscellaneous|sundry|AOB)${to}`),
  pattern(`${from}other\\s+(?:\\p{L}+\\s+)?(?:business|matters?|questions?|issues?|items?|topics?)${to}`),
];

/** "and other costs" leaves a list open; "and other persons" is the law's own expression. */
const doubtful: readonly RegExp[] = [
  pattern(`${from}и\\s+${others}\\s+(?!лиц|собственник|вопрос)\\p{L}+`),
  pattern(`${from}and\\s+other\\s+(?!persons?|owners?|business|matters?|questions?|issues?|items?|topics?)\\p{L}+`),
];

function find(text: string, patterns: readonly RegExp[], severity: WordingFinding['severity']): WordingFinding[] {
  return patterns.flatMap((one) =>
    [...text.matchAll(one)].map(([fragment]) => ({ kind: 'VAGUE' as const, fragment: fragment.trim(), severity })),
  );
}

export function vagueFindings(text: string): WordingFinding[] {
  const certain = find(text, blocked, 'BLOCK');
  return certain.length > 0 ? certain : find(text, doubtful, 'WARN');
}

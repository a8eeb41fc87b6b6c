/** One item asks one thing, so that one answer can be given to it (art. 45 p. 5, art. 48 p. 5.1). */
import { decisionAtStart, decisionForm, tellingWords } from './decision-words.ts';
import type { WordingFinding } from './wording-finding.ts';

type Severity = WordingFinding['severity'];

const finding = (fragment: string, severity: Severity): WordingFinding => ({
  kind: 'SEVERAL_QUESTIONS',
  fragment: fragment.trim(),
  severity,
});

/** "ул.", "д.", "п." and a number with a point do not end a sentence. */
const sentenceEnd = /(?<=[\p{L}\p{N})»"]{3})[.!?]\s+(?=\p{Lu})/u;

function severalSentences(text: string): WordingFinding[] {
  const deciding = text.split(sentenceEnd).filter((sentence) => decisionAtStart(sentence) !== undefined);
  const questionMarks = text.match(/\?/g) ?? [];
  return deciding.length > 1 || questionMarks.length > 1 ? [finding(deciding.at(-1) ?? text, 'BLOCK')] : [];
}

function severalPoints(text: string): WordingFinding[] {
  const second = /(?:^|[\s(])(?:2[.)]|б\)|b\))\s+\p{L}.*/u.exec(text);
  const first = /(?:^|[\s(])(?:1[.)]|а\)|a\))\s+\p{L}/u.test(text);
  return first && second !== null ? [finding(second[0], 'BLOCK')] : [];
}

function severalParts(text: string): WordingFinding[] {
  const [head = '', ...tail] = text.split(';').map((part) => part.trim());
  const decides = (part: string): boolean => decisionAtStart(part) !== undefined;
  return tail
    .filter((part) => part !== '')
    .map((part) => finding(`; ${part}`, decides(head) && decides(part) ? 'BLOCK' : 'WARN'));
}

type Joint = 'AND' | 'ADDITION' | 'COMMA';

const joints: readonly (readonly [Joint, RegExp])[] = [
  ['ADDITION', /[,\s]+(?:а также|as well as)\s+/giu],
  ['AND', /[,\s]+(?:и|and)\s+/giu],
  ['COMMA', /,\s+(?!(?:а также|as well as|и|and)\s)/giu],
];

/** How sure one can be that the words after the joint put a question of their own. */
function severityOf(before: string, after: string, joint: Joint): Severity | undefined {
  const form = decisionAtStart(after);
  if (form === undefined || form !== decisionAtStart(before)) return joint === 'ADDITION' ? 'WARN' : undefined;
  const words = tellingWords(before);
  // "выбрать и утвердить способ": two verbs for one thing.
  const isSideBySide = decisionForm(words.at(-1) ?? '') === form;
  // "поручить председателю заключить договор и подписать акт": one errand in two steps.
  const isErrand = words.slice(1).some((word) => decisionForm(word) === form);
  return joint === 'COMMA' || isSideBySide || isErrand ? 'WARN' : 'BLOCK';
}

function joinedQuestions(text: string): WordingFinding[] {
  return joints.flatMap(([joint, pattern]) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const after = text.slice(match.index + match[0].length);
      const severity = severityOf(text.slice(0, match.index), after, joint);
      const begins = after.split(' ').slice(0, 4).join(' ');
      return severity === undefined ? [] : [finding(match[0] + begins, severity)];
    }),
  );
}

export function questionFindings(text: string): WordingFinding[] {
  return [severalSentences, severalPoints, severalParts, joinedQuestions].flatMap((look) => look(text));
}

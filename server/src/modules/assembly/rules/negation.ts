/** "For" must mean yes: a question that is put as a refusal turns every answer round (art. 48 p. 5.1). */
import type { WordingFinding } from './wording-finding.ts';

/** "не заключать договор", "о неутверждении отчёта", "not to approve", "reject the report". */
const negations: readonly RegExp[] = [
  /^(?:(?:об?|решение)\s+)?не\s+\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})/iu,
  /[,;]\s*(?:но\s+|и\s+)?не\s+\p{L}+(?:ть|ти|чь)(?:ся)?(?!\p{L})/giu,
  /^об?\s+не(?:утвержд|избра|заключ|согласова|приня|провед|одобр)\p{L}*/iu,
  /^(?:(?:do|to|that\s+\p{L}+)\s+)?not\s+(?:to\s+)?\p{L}+/iu,
  /^(?:to\s+)?(?:reject|oppose)(?!\p{L})/iu,
];

/** "не отменять", "не запрещать": two refusals in one, which nobody answers with certainty. */
const doubled =
  /(?<!\p{L})не\s+(?:отмен|запрещ|отказыва|прекращ|отклон|возраж)\p{L}*|(?<!\p{L})not\s+(?:to\s+)?(?:cancel|forbid|prohibit|refuse|reject|stop)(?!\p{L})/iu;

export function negationFindings(text: string): WordingFinding[] {
  const twice = doubled.exec(text);
  if (twice) return [{ kind: 'NEGATION', fragment: twice[0].trim(), severity: 'BLOCK' }];
  return negations
    .flatMap((pattern) => text.match(pattern)?.[0] ?? [])
    .slice(0, 1)
    .map((fragment) => ({ kind: 'NEGATION', fragment: fragment.replace(/^[,;]\s*/, '').trim(), severity: 'WARN' }));
}

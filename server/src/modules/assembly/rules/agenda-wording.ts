/** An item puts one question, and puts all of it: no "etc.", no "other matters" (art. 45 p. 5, art. 46 p. 2). */
import { materialFindings } from './named-materials.ts';
import { negationFindings } from './negation.ts';
import { questionFindings } from './several-questions.ts';
import { vagueFindings } from './vague-words.ts';
import type { WordingFinding } from './wording-finding.ts';

export type { WordingFinding } from './wording-finding.ts';

/** The longest question the state exchange format takes. */
const longestWording = 3000;

/** BLOCK where the item cannot be voted on as written, WARN where a person should look again. `hasMaterials`: what it refers to may lie among them. */
export function examineWording(wording: string, hasMaterials = true): readonly WordingFinding[] {
  const text = wording.replace(/\s+/g, ' ').trim();
  if (text === '') return [{ kind: 'EMPTY', fragment: '', severity: 'BLOCK' }];
  if (text.length > longestWording) {
    return [{ kind: 'TOO_LONG', fragment: text.slice(longestWording, longestWording + 100), severity: 'BLOCK' }];
  }
  return [
    ...vagueFindings(text),
    ...questionFindings(text),
    ...negationFindings(text),
    ...(hasMaterials ? [] : materialFindings(text)),
  ];
}

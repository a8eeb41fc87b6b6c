import { Refusal } from '../../kernel/refusal.ts';
import type { Parameters } from '../../kernel/page-query.ts';
import type { Viewer } from '../../kernel/viewer.ts';

/** Words as names and numbers are searched by them: without capitals, ё as е, the first eight. */
export function searchedWords(text: string): string[] {
  return text.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).slice(0, 8);
}

/** SQL: whether the person of an id is called so in a part of the name. */
export function isCalled(id: string, word: string, parameters: Parameters): string {
  const part = parameters.add(word);
  return `exists (select from person q where q.id = ${id} and strpos(lower(translate(
    coalesce(q.body_name, concat_ws(' ', q.family_name, q.given_name, q.patronymic)), 'Ёё', 'Ее')), ${part}) > 0)`;
}

/** Names that a token may not read may not be guessed from what a list finds, nor from its order. */
export function requireNames(viewer: Viewer): void {
  if (viewer.kind === 'SIGNED_IN' && viewer.scopes !== 'ALL' && !viewer.scopes.has('people:read'))
    throw new Refusal('SCOPE_MISSING', { scope: 'people:read' });
}

import type { Context } from '../../kernel/context.ts';
import { offeredAt, type AgendaPoint } from './rules/agenda-library.ts';
import { examineWording } from './rules/agenda-wording.ts';
import type { WordingFindingType } from './agenda-library.type.ts';
import { wordFinding } from './wording-words.ts';

export function lookUpLibrary(context: Context, at: Date | null): readonly AgendaPoint[] {
  return offeredAt(at?.getTime() ?? context.receivedAt);
}

export function lookAtWording(
  context: Pick<Context, 'locale'>,
  wording: string,
  hasMaterials: boolean,
): WordingFindingType[] {
  return examineWording(wording.slice(0, 10_000), hasMaterials).map(({ kind, fragment, severity }) => ({
    kind,
    fragment,
    blocks: severity === 'BLOCK',
    explanation: wordFinding({ kind, fragment, severity }, context.locale),
  }));
}

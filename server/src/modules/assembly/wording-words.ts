import type { Locale } from '../../kernel/viewer.ts';
import type { WordingFinding } from './rules/wording-finding.ts';

type Words = Readonly<Record<Locale, (fragment: string) => string>>;

const words: Readonly<Record<WordingFinding['kind'], Words>> = {
  EMPTY: { ru: () => 'Напишите, что решают собственники.', en: () => 'Write what the owners are to decide.' },
  TOO_LONG: {
    ru: () => 'Вопрос длиннее 3 000 знаков: подробности вынесите в материалы.',
    en: () => 'The question is longer than 3 000 characters: move the details to the materials.',
  },
  VAGUE: {
    ru: (fragment) => `«${fragment}» оставляет вопрос открытым: назовите всё, за что голосуют (ст. 46 ч. 2).`,
    en: (fragment) => `“${fragment}” leaves the question open: name all that is voted on (art. 46 p. 2).`,
  },
  SEVERAL_QUESTIONS: {
    ru: (fragment) => `«${fragment}» похоже на второй вопрос: вынесите его отдельным пунктом повестки.`,
    en: (fragment) => `“${fragment}” looks like a second question: make it an item of its own.`,
  },
  NEGATION: {
    ru: (fragment) => `«${fragment}»: голос «за» здесь значит «нет». Поставьте вопрос утвердительно.`,
    en: (fragment) => `“${fragment}”: here a vote “for” means “no”. Put the question in the affirmative.`,
  },
  MATERIAL_MISSING: {
    ru: (fragment) =>
      `«${fragment}» ссылается на файл, а у собрания его нет: приложите его на шаге «Материалы» (ст. 45 ч. 5).`,
    en: (fragment) =>
      `“${fragment}” refers to a file, and the assembly has none: add it at the step “Materials” (art. 45 p. 5).`,
  },
};

/** What was noticed, in a sentence that says what to do. */
export function wordFinding({ kind, fragment }: WordingFinding, locale: Locale): string {
  return words[kind][locale](fragment);
}

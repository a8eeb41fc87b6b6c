/** What is wanting, and what repairs it, in words for whoever has the paper on the desk. */
import type { DefectKind } from './defect-kinds.ts';

export interface DefectFacts {
  readonly kind: DefectKind;
  readonly isCounted: boolean;
  /** Of the sheet, from 1. */
  readonly missingPages: readonly number[];
  /** In m², two decimals. */
  readonly printedArea: string | null;
  readonly rollArea: string | null;
  /** Positions of the items with several marks, from 1. */
  readonly doubleMarks: readonly number[];
}

interface Words {
  readonly ru: string;
  readonly en: string;
}

const comma = (decimal: string | null): string => (decimal ?? '—').replace('.', ',');

function registerDiffers({ printedArea, rollArea }: DefectFacts): Words {
  if (printedArea === null || printedArea === rollArea) {
    return {
      ru: 'Доля или право на бланке не те, с которыми решение учтено.',
      en: 'The share or title on the sheet is not the one the ballot is counted with.',
    };
  }
  return {
    ru: `На бланке напечатано ${comma(printedArea)} м², в реестре собрания теперь ${comma(rollArea)} м².`,
    en: `The sheet says ${printedArea} m², the roll of the assembly now has ${rollArea ?? '—'} m².`,
  };
}

const found: Readonly<Record<DefectKind, (facts: DefectFacts) => Words>> = {
  PAGE_MISSING: ({ missingPages }) =>
    missingPages.length === 0
      ? { ru: 'Страницы бланка пришли не сразу.', en: 'The pages of the sheet came in later.' }
      : {
          ru: `Среди сканов нет страниц бланка: ${missingPages.join(', ')}.`,
          en: `Pages of the sheet are not among the scans: ${missingPages.join(', ')}.`,
        },
  NO_DATE: () => ({ ru: 'На бланке нет даты.', en: 'The sheet bears no date.' }),
  NOT_SIGNED: () => ({
    ru: 'Бланк не подписан, решение не учтено.',
    en: 'The sheet is not signed; it does not count.',
  }),
  REGISTER_DIFFERS: registerDiffers,
  AUTHORITY_EXPIRED: ({ isCounted }) =>
    isCounted
      ? {
          ru: 'В день, стоящий на бланке, доверенность представителя не действовала.',
          en: 'On the day written on the sheet the representative’s document was not in force.',
        }
      : {
          ru: 'У представителя не было действующей доверенности, решение не учтено.',
          en: 'The representative had no document in force; the ballot does not count.',
        },
  DOUBLE_MARK: ({ doubleMarks }) => ({
    ru: `Отмечено больше одного варианта, вопросы: ${doubleMarks.join(', ')}. Эти вопросы в решении не учтены.`,
    en: `More than one box is marked, items: ${doubleMarks.join(', ')}. They are not counted on this ballot.`,
  }),
  OWNER_UNKNOWN: () => ({
    ru: 'Реестр не знает такого собственника этого помещения, решение не учтено.',
    en: 'The register knows no such owner of these premises; the ballot does not count.',
  }),
  HAND_OVER_TYPED: () => ({
    ru: 'Время сдачи вписано позже, а не отмечено сервером при приёме.',
    en: 'The time it was handed in was typed later, not stamped at the counter.',
  }),
  FOUR_EYES_OFF: () => ({ ru: 'Бланк ввёл один человек.', en: 'One person alone entered the sheet.' }),
};

const ownersWord: Words = {
  ru: 'или собственник подтвердит решение в своём кабинете',
  en: 'or the owner confirms the ballot in their account',
};
const anew: Words = {
  ru: 'Собственник голосует заново: новым подписанным бланком или электронно.',
  en: 'The owner votes anew: on a new signed sheet, or electronically.',
};

const remedies: Readonly<Record<DefectKind, Words>> = {
  PAGE_MISSING: {
    ru: 'Отсканируйте недостающие страницы или отметьте, что их сдали.',
    en: 'Scan the missing pages, or note that they were handed in.',
  },
  NO_DATE: {
    ru: `Собственник ставит дату, её вносят сюда, ${ownersWord.ru}.`,
    en: `The owner dates the sheet and the date is entered here, ${ownersWord.en}.`,
  },
  NOT_SIGNED: anew,
  REGISTER_DIFFERS: {
    ru: `Собственник письменно соглашается с числами реестра, ${ownersWord.ru}.`,
    en: `The owner agrees in writing with what the register says, ${ownersWord.en}.`,
  },
  AUTHORITY_EXPIRED: {
    ru: `Зарегистрируйте доверенность, которая действовала в этот день, или приложите её здесь файлом, ${ownersWord.ru}.`,
    en: `Register a document that was in force on that day, or attach it here as a file, ${ownersWord.en}.`,
  },
  DOUBLE_MARK: {
    ru: `Другой человек сверяет бланк и подтверждает, что отметок несколько, ${ownersWord.ru}.`,
    en: `Somebody else compares the sheet and confirms that there are several marks, ${ownersWord.en}.`,
  },
  OWNER_UNKNOWN: {
    ru: 'Внесите право в реестр, затем собственник голосует заново.',
    en: 'Record the title in the register; then the owner votes anew.',
  },
  HAND_OVER_TYPED: {
    ru: `Время подтверждает второй человек, ${ownersWord.ru}.`,
    en: `A second person confirms the time, ${ownersWord.en}.`,
  },
  FOUR_EYES_OFF: {
    ru: `Второй человек сверяет введённое с бланком, ${ownersWord.ru}.`,
    en: `A second person compares the entry with the sheet, ${ownersWord.en}.`,
  },
};

export function explainDefect(facts: DefectFacts, lang: 'ru' | 'en'): string {
  return found[facts.kind](facts)[lang];
}

export function explainRemedy({ kind, isCounted }: DefectFacts, lang: 'ru' | 'en'): string {
  return (kind === 'AUTHORITY_EXPIRED' && !isCounted ? anew : remedies[kind])[lang];
}

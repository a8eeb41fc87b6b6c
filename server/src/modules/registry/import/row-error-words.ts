import type { Locale } from '../../../kernel/viewer.ts';
import type { ErrorFacts, RowErrorCode } from './rules/row-error.ts';

type Words = Readonly<Record<Locale, string>>;

/** Why a row is refused, and what to do about it; `{name}` is filled from the facts. */
const words: Readonly<Record<RowErrorCode, Words>> = {
  FORMULA: { ru: 'В ячейке формула; замените её значением.', en: 'The cell holds a formula; put its value instead.' },
  CELL_ERROR: {
    ru: 'В ячейке ошибка таблицы (#Н/Д, #ЗНАЧ!).',
    en: 'The cell holds an error of the spreadsheet (#N/A, #VALUE!).',
  },
  CELL_IS_DATE: {
    ru: 'Ячейка превратилась в дату (например, 1/2 в 1 февраля); сделайте её текстовой и введите заново.',
    en: 'The cell was turned into a date (1/2 into 1 February, say); format it as text and type it again.',
  },
  CELL_TOO_LONG: { ru: 'В ячейке больше {limit} знаков.', en: 'The cell holds more than {limit} characters.' },
  HEADING_REPEATED: { ru: 'Это строка заголовков, а не запись.', en: 'These are headings, not an entry.' },
  TOTAL_ROW: { ru: 'Это строка итогов, а не запись.', en: 'This is a line of totals, not an entry.' },
  SETTLEMENT_MISSING: { ru: 'Не указан населённый пункт.', en: 'The settlement is missing.' },
  STREET_MISSING: { ru: 'Не указана улица.', en: 'The street is missing.' },
  HOUSE_NUMBER_MISSING: { ru: 'Не указан номер дома.', en: 'The house number is missing.' },
  BLOCK_UNREADABLE: {
    ru: 'Это не похоже на корпус или строение; проверьте и номер дома.',
    en: 'This does not look like a block; look at the house number too.',
  },
  FIAS_INVALID: { ru: 'Это не код ФИАС (GUID).', en: 'This is no FIAS GUID.' },
  FIAS_TAKEN: {
    ru: 'Этот код ФИАС уже записан за другим домом[ — в строке {row}].',
    en: 'This FIAS id already belongs to another house[, in row {row}].',
  },
  SAME_ADDRESS: {
    ru: 'Повторяет строку {row}: тот же адрес. Дом внесёт она, эта строка лишняя.',
    en: 'Repeats row {row}: the same address. That row enters the house, this one is not needed.',
  },
  YEAR_INVALID: {
    ru: 'Год должен быть числом от {from} до {to}.',
    en: 'The year must be a number from {from} to {to}.',
  },
  NUMBER_INVALID: { ru: 'Нужно целое число от {from} до {to}.', en: 'A whole number from {from} to {to} is needed.' },
  MORE_THAN_HOUSE_HAS: {
    ru: 'В сведениях о доме только {limit}: исправьте таблицу или сведения о доме.',
    en: 'The house is said to have only {limit}: mend the table, or what is said of the house.',
  },
  CADASTRAL_INVALID: {
    ru: 'Кадастровый номер пишут так: 77:01:0001075:1361.',
    en: 'A cadastral number is written like 77:01:0001075:1361.',
  },
  PREMISES_NUMBER_MISSING: { ru: 'Не указан номер помещения.', en: 'The number of the premises is missing.' },
  PREMISES_KIND_UNKNOWN: {
    ru: 'Вид помещения неизвестен: нужна квартира, нежилое помещение, машино-место или кладовая.',
    en: 'The kind is not known: a flat, other premises, a parking place or a store-room.',
  },
  COMMON_PROPERTY: {
    ru: 'Общее имущество принадлежит всем собственникам и в реестр не входит (ст. 36 ЖК РФ).',
    en: 'Common property belongs to all owners and is no part of the register (art. 36).',
  },
  AREA_MISSING: { ru: 'Не указана площадь.', en: 'The area is missing.' },
  AREA_UNREADABLE: {
    ru: 'Площадь не читается; пишите, например, 54,30.',
    en: 'The area cannot be read; write it like 54.30.',
  },
  AREA_NOT_POSITIVE: { ru: 'Площадь должна быть больше нуля.', en: 'An area is above zero.' },
  AREA_ABSURD: {
    ru: 'Площадь больше {limit} м²: похоже на опечатку.',
    en: 'An area above {limit} m² looks like a slip.',
  },
  AREA_TOO_FINE: {
    ru: 'Площадь указывают с точностью до сотых; округление изменило бы число голосов.',
    en: 'An area has at most two decimals; rounding it would change votes.',
  },
  PREMISES_DIFFER: {
    ru: 'В строке {row} об этом же помещении сказано другое.',
    en: 'Row {row} says otherwise of the same premises.',
  },
  SAME_PREMISES_TWICE: {
    ru: 'Повторяет строку {row}: то же помещение, и собственника нет ни там, ни здесь. Эта строка лишняя.',
    en: 'Repeats row {row}: the same premises, without an owner there and here. This row is not needed.',
  },
  OWNER_MISSING: { ru: 'Указан документ о праве, но не указан собственник.', en: 'A title is given, but no owner.' },
  OWNER_KIND_UNKNOWN: {
    ru: 'Вид собственника неизвестен: физическое лицо, организация или государство.',
    en: 'The kind of owner is not known: a person, a company or a public body.',
  },
  OWNER_NAME_UNREADABLE: {
    ru: 'Укажите фамилию и имя полностью (или наименование организации); сложное имя запишите в трёх столбцах.',
    en: 'Give the family name and the given name in full (or the name of the company); spread an unusual name over three columns.',
  },
  OWNER_AMBIGUOUS: {
    ru: 'В помещении несколько собственников с этим именем; укажите СНИЛС.',
    en: 'Several owners here have this name; give the SNILS.',
  },
  SNILS_INVALID: {
    ru: 'СНИЛС неверен: не сходится контрольная сумма.',
    en: 'The SNILS is wrong: its check digits do not agree.',
  },
  OGRN_INVALID: {
    ru: 'ОГРН неверен: не сходится контрольная цифра.',
    en: 'The ОГРН is wrong: its check digit does not agree.',
  },
  OGRN_MISSING: { ru: 'Для организации нужен ОГРН.', en: 'A company needs its ОГРН.' },
  NUMBER_OF_OTHER_KIND: {
    ru: 'СНИЛС и дата рождения бывают у человека, ОГРН у организации.',
    en: 'A person has a SNILS and a birth date, a company an ОГРН.',
  },
  ONE_SNILS_TWO_PEOPLE: {
    ru: 'Этот СНИЛС записан за человеком с другим именем.',
    en: 'This SNILS stands beside another name as well.',
  },
  ONE_OGRN_TWO_NAMES: {
    ru: 'Этот ОГРН записан за организацией с другим наименованием.',
    en: 'This ОГРН stands beside another name as well.',
  },
  PHONE_INVALID: {
    ru: 'Телефон неверен; несколько разделите запятой.',
    en: 'The phone is wrong; separate several by commas.',
  },
  EMAIL_INVALID: {
    ru: 'Адрес почты неверен; несколько разделите запятой.',
    en: 'The e-mail address is wrong; separate several by commas.',
  },
  PARENT_UNKNOWN: {
    ru: 'Родителя с таким СНИЛС нет ни в реестре, ни среди верных строк файла.',
    en: 'No parent with this SNILS is in the register or in a good row of the file.',
  },
  NOT_A_MINOR: {
    ru: 'Родителя указывают для несовершеннолетнего; нужна и дата рождения.',
    en: 'A parent is named for a minor, whose birth date is needed too.',
  },
  DATE_UNREADABLE: {
    ru: 'Такой даты нет, или она записана иначе; пишите, например, 12.04.2015.',
    en: 'There is no such date, or it is written another way; write it like 12.04.2015 or 2015-04-12.',
  },
  DATE_IN_FUTURE: { ru: 'Эта дата ещё не наступила.', en: 'This date lies in the future.' },
  DATE_TOO_EARLY: { ru: 'Эта дата слишком давняя.', en: 'This date is too long ago.' },
  SHARE_MISSING: { ru: 'Не указана доля.', en: 'The share is missing.' },
  SHARE_UNREADABLE: {
    ru: 'Доля не читается; пишите, например, 1/3.',
    en: 'The share cannot be read; write it like 1/3.',
  },
  SHARE_INEXACT: {
    ru: 'Доля округлена (похоже на {likely}); напишите её простой дробью.',
    en: 'The share is rounded ({likely} perhaps); write it as a fraction.',
  },
  SHARE_INVALID: {
    ru: 'Доля должна быть больше нуля и не больше единицы.',
    en: 'A share is above zero and at most one.',
  },
  SHARES_EXCEED_ONE: {
    ru: 'Доли в помещении вместе с уже записанными дают {sum}, больше единицы; если право перешло, запишите переход.',
    en: 'With those on record the shares of the premises add up to {sum}, above one; if an ownership passed on, record the transfer.',
  },
  JOINT_UNREADABLE: { ru: 'Непонятно, совместная ли собственность: да или нет.', en: 'Joint or not? Yes or no.' },
  JOINT_SHARES_DIFFER: {
    ru: 'У совместных собственников одна доля на всех.',
    en: 'Joint owners hold one and the same share.',
  },
  JOINT_GROUP_MISSING: {
    ru: 'Кто с кем владеет совместно, неясно: у совместного права один номер документа на всех. Исправьте номер или добавьте столбец с группой.',
    en: 'Who owns jointly with whom is not clear: a joint ownership has one title number for all. Mend the number, or add a column for the group.',
  },
  JOINT_OWNER_REFUSED: {
    ru: 'Другая строка этого помещения с ошибкой, а совместное право записывают целиком.',
    en: 'Another row of these premises is refused, and a joint ownership enters as a whole.',
  },
  SAME_OWNERSHIP_TWICE: {
    ru: 'Повторяет строку {row}: то же помещение, тот же собственник и та же доля. Дважды право не вносят; если доля вторая, укажите её документ.',
    en: 'Repeats row {row}: the same premises, owner and share. An ownership enters once; if this is a second share, give its own title.',
  },
  DIFFERS_FROM_REGISTER: {
    ru: 'В реестре сказано другое: {register}. Загрузка этого не меняет: исправьте запись в реестре.',
    en: 'The register says otherwise: {register}. An import does not change that: correct the entry itself.',
  },
};

/** The same of many rows at once, without what is different in each. */
export function wordReason(code: RowErrorCode, locale: Locale): string {
  return words[code][locale].replaceAll(/\[[^\]]*\]/g, '').replaceAll(/\{\w+\}/g, '…');
}

export function wordRowError(code: RowErrorCode, facts: ErrorFacts, locale: Locale): string {
  // In brackets stands what is said only when it is known.
  const sentence = words[code][locale].replaceAll(
    /\[([^\]]*\{(\w+)\}[^\]]*)\]/g,
    (_whole, part: string, name: string) => (facts[name] === undefined ? '' : part),
  );
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => String(facts[name] ?? '—'));
}

import type { Locale } from './viewer.ts';

/** Facts that are codes, in words; any other fact is said as it is. */
const factWords: Readonly<Record<string, Readonly<Record<Locale, string>>>> = {
  // why a file cannot be read
  EMPTY: { ru: 'файл пустой', en: 'it is empty' },
  MEDIA_TYPE: { ru: 'такие файлы не принимаются', en: 'files of this kind are not taken' },
  NOT_A_TABLE: { ru: 'это не таблица XLSX и не CSV', en: 'it is neither an XLSX workbook nor CSV' },
  OLD_EXCEL: {
    ru: 'это старый формат Excel или книга с паролем; сохраните её как XLSX без пароля',
    en: 'it is an old Excel format or has a password; save it as XLSX without one',
  },
  ENCRYPTED: { ru: 'файл защищён паролем', en: 'it is protected by a password' },
  BROKEN: { ru: 'файл повреждён', en: 'it is damaged' },
  BROKEN_LINE: { ru: 'строка файла оборвана: проверьте кавычки', en: 'a line of it is broken: look at the quotes' },
  ZIP_BOMB: { ru: 'внутри архива слишком много данных', en: 'far too much is packed into it' },
  TOO_LONG_TEXT: { ru: 'в ячейке слишком длинный текст', en: 'a cell holds far too long a text' },
  TOO_WIDE: { ru: 'слишком много столбцов', en: 'it has too many columns' },
  TOO_MANY_ROWS: { ru: 'слишком много строк', en: 'it has too many rows' },
  NOT_UTF_8: { ru: 'это не UTF-8', en: 'it is not UTF-8' },
  NO_ROWS: { ru: 'в таблице нет строк', en: 'the table has no rows' },
  // what is wrong with a mapping
  FIELD_UNKNOWN: { ru: 'такого поля здесь нет', en: 'there is no such field here' },
  FIELD_TWICE: { ru: 'поле указано дважды', en: 'the field is named twice' },
  FIELD_MISSING: { ru: 'для обязательного поля нет столбца', en: 'a needed field has no column' },
  COLUMN_TWICE: { ru: 'столбец указан дважды', en: 'the column is named twice' },
  COLUMN_UNKNOWN: { ru: 'такого столбца нет', en: 'there is no such column' },
  // what uses something imported
  IN_ASSEMBLY: { ru: 'по этому реестру созвано собрание', en: 'an assembly is built on this register' },
  IN_TRANSFER: { ru: 'право перешло дальше или закончилось', en: 'an ownership passed on or ended' },
  IN_OWNERSHIP: { ru: 'в помещении записан другой собственник', en: 'another ownership was entered in the premises' },
  IN_PREMISES: { ru: 'в доме записаны помещения', en: 'the house has premises' },
  IN_ROLE: { ru: 'дому назначены управляющие или права', en: 'the house has an organisation or roles' },
  IN_PROXY: { ru: 'по дому записана доверенность', en: 'a proxy is registered in the house' },
  IN_CHANGE: { ru: 'записи изменены после загрузки', en: 'what was imported was changed since' },
  // which part of what was sent
  settlement: { ru: 'населённый пункт', en: 'the town or village' },
  street: { ru: 'улица', en: 'the street' },
  number: { ru: 'номер', en: 'the number' },
  block: { ru: 'корпус или строение', en: 'the corpus or structure' },
  address: { ru: 'такой адрес', en: 'this address' },
  fiasId: { ru: 'код ФИАС', en: 'the FIAS id' },
  cadastralNumber: { ru: 'кадастровый номер', en: 'the cadastral number' },
  entrances: { ru: 'число подъездов', en: 'the number of entrances' },
  entrance: { ru: 'подъезд', en: 'the entrance' },
  storeys: { ru: 'число этажей', en: 'the number of storeys' },
  floor: { ru: 'этаж', en: 'the floor' },
  yearBuilt: { ru: 'год постройки', en: 'the year of building' },
  wallMaterial: { ru: 'материал стен', en: 'the material of the walls' },
  series: { ru: 'серия проекта', en: 'the series of the project' },
  document: { ru: 'документ', en: 'the document' },
  holderIds: { ru: 'собственники', en: 'the holders' },
  toIds: { ru: 'новые собственники', en: 'the new holders' },
  fromPersonId: { ru: 'прежний собственник', en: 'the seller' },
  ownershipId: { ru: 'право собственности', en: 'the ownership' },
  premisesId: { ru: 'помещение', en: 'the premises' },
  share: { ru: 'доля', en: 'the share' },
  childId: { ru: 'несовершеннолетний', en: 'the minor' },
  parentId: { ru: 'родитель или опекун', en: 'the parent or guardian' },
  guardianship: { ru: 'представительство этого родителя', en: 'the guardianship of this parent' },
  until: { ru: 'окончание срока', en: 'the end of the term' },
  'x-file-name': { ru: 'имя файла', en: 'the file name' },
};

export function wordFact(fact: string | number | boolean, locale: Locale): string {
  return factWords[String(fact)]?.[locale] ?? String(fact);
}

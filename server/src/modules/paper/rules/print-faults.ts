/** Why a run was not printed, and what whoever asked for it can do. */

export const printFaults = ['CANNOT_BE_SET', 'NO_SPACE', 'NOT_STORED', 'TOO_LARGE', 'PART_LOST', 'UNEXPECTED'] as const;
export type PrintFault = (typeof printFaults)[number];

interface Words {
  readonly ru: string;
  readonly en: string;
}

const nothingLost: Words = {
  ru: 'Готовые бланки сохранены. Напечатайте ещё раз',
  en: 'What was ready is kept. Print again',
};

const words: Readonly<Record<PrintFault, (ballot: number | null) => Words>> = {
  CANNOT_BE_SET: (ballot) => ({
    ru: `${ballot === null ? 'Бланки' : `Бланк № ${String(ballot)} этого заказа`} не удалось сверстать: данные собственника или его помещений не помещаются в форму. Проверьте их в реестре и напечатайте ещё раз; остальных можно напечатать по подъездам.`,
    en: `${ballot === null ? 'The ballots' : `Ballot ${String(ballot)} of this run`} could not be typeset: what the register says of the owner or the premises does not fit the form. Check it there and print again; the others can be printed by entrance.`,
  }),
  NO_SPACE: () => ({
    ru: 'На диске сервера не хватило места для файла. Освободите место и напечатайте ещё раз.',
    en: 'The disk of the server has no room for the file. Make room and print again.',
  }),
  NOT_STORED: () => ({
    ru: `Хранилище файлов не приняло бланки. ${nothingLost.ru}, а если не поможет — проверьте диск или S3.`,
    en: `The file store did not take the ballots. ${nothingLost.en}; if that does not help, check the disk or S3.`,
  }),
  TOO_LARGE: () => ({
    ru: 'Файл вышел больше 1 ГБ. Напечатайте дом по подъездам.',
    en: 'The file came out larger than 1 GB. Print the house by entrance.',
  }),
  PART_LOST: () => ({
    ru: 'Готовая часть бланков пропала из хранилища файлов. Напечатайте ещё раз.',
    en: 'A part that was ready is gone from the file store. Print again.',
  }),
  UNEXPECTED: () => ({
    ru: 'Печать прервал сбой сервера, подробности в его журнале. Напечатайте ещё раз.',
    en: 'A failure of the server broke the run off; its log has the details. Print again.',
  }),
};

/** `ballot`: which one of the run it was about, from 1. */
export function explainPrintFault(fault: PrintFault, ballot: number | null, lang: 'ru' | 'en'): string {
  return words[fault](ballot)[lang];
}

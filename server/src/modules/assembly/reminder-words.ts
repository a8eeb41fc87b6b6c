import type { Locale } from '../../kernel/viewer.ts';
import type { Reminder, ReminderKind } from './rules/announcement-reminders.ts';

type Words = Readonly<Record<Locale, (reminder: Reminder) => string>>;

/** «вопрос 2»: items are counted from one. */
const item = ({ field }: Reminder): number => Number(field[2] ?? 0) + 1;

const words: Readonly<Record<ReminderKind, Words>> = {
  MATERIAL_MISSING: {
    ru: (one) =>
      `Вопрос ${item(one)} ссылается на материалы («${one.fragment}»), а к собранию не приложен ни один файл.`,
    en: (one) => `Question ${item(one)} refers to materials (“${one.fragment}”), and the assembly has no file.`,
  },
  INITIATOR_PASSPORT: {
    ru: () =>
      'В карточке инициатора нет паспорта. Протокол обязан его назвать: иначе его впишут в подлинник от руки. В карточку его вносит администратор платформы.',
    en: () =>
      "The initiator's card has no passport. The minutes must name it, or it is written into the original by hand. The platform administrator enters it into the card.",
  },
  INITIATOR_TITLE: {
    ru: () => 'У инициатора не внесён документ о праве на помещение (вид, номер, дата). Протокол его называет.',
    en: () => "The initiator's document of title (kind, number, date) is not in the register. The minutes name it.",
  },
  ADMINISTRATOR_SNILS: {
    ru: () =>
      'В карточке администратора собрания нет СНИЛС. Протокол его называет; внести может администратор платформы.',
    en: () =>
      "The assembly administrator's card has no SNILS. The minutes name it; the platform administrator can enter it.",
  },
};

export function wordReminder(reminder: Reminder, locale: Locale): string {
  return words[reminder.kind][locale](reminder);
}

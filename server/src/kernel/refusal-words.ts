import { wordFact } from './fact-words.ts';
import type { Facts, Refusal, RefusalCode } from './refusal.ts';
import type { Locale } from './viewer.ts';

type Words = Readonly<Record<Locale, string>>;

/** One sentence per code; `{name}` is filled from the facts. It says what to do next where something can be done. */
const words: Readonly<Record<RefusalCode, Words>> = {
  NOT_SIGNED_IN: { ru: 'Войдите, чтобы продолжить.', en: 'Sign in to go on.' },
  NOT_ALLOWED: { ru: 'У вас нет прав на это действие.', en: 'You have no right to do this.' },
  NOT_FOUND: { ru: 'Не найдено, или вам это не видно.', en: 'Not found, or not visible to you.' },
  SCOPE_MISSING: { ru: 'Токену не дано право «{scope}».', en: 'The token lacks the scope “{scope}”.' },
  TOO_MANY_ATTEMPTS: {
    ru: 'Слишком много попыток. Повторите через {seconds} с.',
    en: 'Too many attempts. Try again in {seconds} s.',
  },
  WRONG_CREDENTIALS: { ru: 'Неверный логин или пароль.', en: 'Wrong login or password.' },
  WEAK_PASSWORD: {
    ru: 'Пароль слишком простой: нужно не меньше {minimum} знаков, не из числа самых частых.',
    en: 'The password is too weak: at least {minimum} characters, and none of the most common ones.',
  },
  INVITATION_INVALID: {
    ru: 'Приглашение недействительно или уже использовано. Попросите новое.',
    en: 'The invitation is not valid or was used already. Ask for a new one.',
  },
  ALREADY_ACTIVATED: { ru: 'Учётная запись уже активирована.', en: 'The account is active already.' },
  LAST_ADMINISTRATOR: {
    ru: 'Это последний администратор платформы: сначала назначьте другого.',
    en: 'This is the last administrator of the platform: appoint another one first.',
  },
  INVALID_INPUT: { ru: 'Неверные данные: {what}.', en: 'Invalid input: {what}.' },
  STALE_VERSION: {
    ru: 'Это уже изменил кто-то другой: у вас версия {yours}, сейчас {current}. Обновите и повторите.',
    en: 'Somebody changed this meanwhile: you have version {yours}, it is {current} now. Reload and try again.',
  },
  KEY_REUSED: {
    ru: 'Этот ключ идемпотентности уже занят другим вызовом.',
    en: 'This idempotency key is bound to another call.',
  },
  DUPLICATE: { ru: 'Такая запись уже есть: {what}.', en: 'There is one already: {what}.' },
  FILE_MISSING: { ru: 'Файл не найден.', en: 'The file was not found.' },
  FILE_UNREADABLE: { ru: 'Файл не читается: {reason}.', en: 'The file cannot be read: {reason}.' },
  FILE_TOO_LARGE: {
    ru: 'Файл больше допустимого: {limitBytes} байт.',
    en: 'The file is larger than {limitBytes} bytes.',
  },
  SHARES_EXCEED_ONE: {
    ru: 'Доли в помещении в сумме больше единицы: {sum}.',
    en: 'The shares of the premises add up to more than one: {sum}.',
  },
  SHARE_INVALID: {
    ru: 'Доля должна быть больше нуля и не больше единицы.',
    en: 'A share is above zero and at most one.',
  },
  AREA_INVALID: { ru: 'Площадь должна быть больше нуля.', en: 'An area is above zero.' },
  NOT_OWNER_THEN: {
    ru: 'Этот человек не владел помещением на указанный момент.',
    en: 'That person did not own the premises at that moment.',
  },
  IN_THE_FUTURE: { ru: 'Указанный момент ещё не наступил.', en: 'That moment has not come yet.' },
  IMPORT_STATE: {
    ru: 'Загрузка в состоянии {state}, это действие сейчас невозможно.',
    en: 'The import is {state}; this cannot be done now.',
  },
  IMPORT_MAPPING: {
    ru: 'Столбцы сопоставлены неверно: {problem} ({subject}).',
    en: 'The columns are mapped wrongly: {problem} ({subject}).',
  },
  IMPORT_HAS_REFUSED_ROWS: {
    ru: 'Строк с ошибками: {refused}. Исправьте файл или загрузите только верные строки.',
    en: 'Rows with errors: {refused}. Correct the file, or let only the good rows in.',
  },
  IMPORT_STALE: {
    ru: 'Реестр изменился после пробной загрузки, ничего не загружено. Повторите пробную загрузку.',
    en: 'The register changed after the rehearsal, and nothing was imported. Rehearse again.',
  },
  IMPORT_FAILED: {
    ru: 'Загрузка прервалась из-за внутренней ошибки, ничего не изменено. Повторите; если не поможет, назовите номер загрузки поддержке.',
    en: 'The import stopped on an internal error and nothing was changed. Try again; if it fails again, tell support the id of the import.',
  },
  IMPORT_IN_USE: {
    ru: 'Загруженное уже используется, отменить нельзя: {what}.',
    en: 'What was imported is in use and cannot be undone: {what}.',
  },
  WRONG_STATE: {
    ru: 'Собрание в состоянии «{state}», это действие сейчас невозможно.',
    en: 'The assembly is {state}; this cannot be done now.',
  },
  NOTICE_TOO_LATE: {
    ru: 'Сообщение о собрании размещают не позднее чем за 10 суток до начала голосования (ЖК РФ, ст. 45 ч. 4). Перенесите начало.',
    en: 'The notice is due at least 10 × 24 hours before voting opens (Housing Code, art. 45 p. 4). Move the opening.',
  },
  HANDED_TO_ADMINISTRATOR_TOO_LATE: {
    ru: 'Инициатор передаёт сообщение администратору не позднее чем за 14 суток до начала голосования (ст. 47.1 ч. 3).',
    en: 'The initiator hands the notice to the administrator at least 14 × 24 hours before voting opens (art. 47.1 p. 3).',
  },
  DURATION_TOO_SHORT: {
    ru: 'Голосование длится не меньше 7 суток (ст. 47.1 ч. 9).',
    en: 'Voting lasts at least 7 × 24 hours (art. 47.1 p. 9).',
  },
  DURATION_TOO_LONG: {
    ru: 'Голосование длится не больше 60 суток (ст. 47.1 ч. 9).',
    en: 'Voting lasts at most 60 × 24 hours (art. 47.1 p. 9).',
  },
  PAPER_LIMIT_INVALID: {
    ru: 'Срок приёма бумажных решений должен быть внутри времени голосования.',
    en: 'The limit for paper must lie within the time of voting.',
  },
  AGENDA_EMPTY: { ru: 'В повестке нет ни одного вопроса.', en: 'The agenda has no item.' },
  AGENDA_CODE_UNKNOWN: {
    ru: 'Кода «{code}» нет в действующей библиотеке вопросов.',
    en: 'The code “{code}” is not in the library in force.',
  },
  AGENDA_WORDING: {
    ru: 'Формулировка вопроса не годится: {fragment}.',
    en: 'The wording of the item will not do: {fragment}.',
  },
  AGENDA_TARGET_MISSING: {
    ru: 'Для этого вопроса укажите подъезд и помещение.',
    en: 'This item needs its entrance and its premises.',
  },
  FORM_NOT_OFFERED: { ru: 'Такая форма собрания пока не проводится.', en: 'This form of assembly is not offered.' },
  REGISTER_NOT_READY: { ru: 'Реестр дома не готов: {what}.', en: 'The register of the house is not ready: {what}.' },
  INITIATOR_NOT_ENTITLED: {
    ru: 'Инициатор не вправе созвать собрание в этом доме (ст. 45).',
    en: 'The initiator may not convene an assembly in this house (art. 45).',
  },
  PROXY_TERM_INVALID: { ru: 'Срок доверенности задан неверно.', en: 'The term of the proxy is not valid.' },
  PROXY_HOLDER_INVALID: {
    ru: 'Этот человек не может быть представителем.',
    en: 'That person cannot be a proxy holder.',
  },
  ALREADY_REVOKED: { ru: 'Уже отозвано.', en: 'Revoked already.' },
  NOT_OPEN: {
    ru: 'Голосование не идёт: оно открыто с {opensAt} до {closesAt}.',
    en: 'Voting is not open: it runs from {opensAt} to {closesAt}.',
  },
  NOT_OWNER: {
    ru: 'Указанный собственник сейчас не владеет этим помещением.',
    en: 'The named owner does not own these premises now.',
  },
  NO_AUTHORITY: {
    ru: 'Нет права голосовать за этого собственника: нужна доверенность или родство с несовершеннолетним в реестре.',
    en: 'No authority to vote for this owner: a proxy, or parenthood of a minor in the register, is needed.',
  },
  ALREADY_VOTED: {
    ru: 'За эти квадратные метры уже есть учтённое решение.',
    en: 'These square metres already have a counted ballot.',
  },
  INCOMPLETE: { ru: 'Ответьте на каждый вопрос одним вариантом.', en: 'Answer every item with one option.' },
  CLOSED: { ru: 'Голосование закончилось {closesAt}.', en: 'Voting ended at {closesAt}.' },
  NOT_COUNTED: {
    ru: 'Это решение не учитывается, оспаривать нечего.',
    en: 'This ballot does not count; there is nothing to dispute.',
  },
  NOT_DISPUTED: {
    ru: 'Собственник не оспаривал это решение: исключить или оставить его может только ответ на возражение.',
    en: 'Its owner has not disputed this ballot: only an answer to a dispute may take it out or leave it in.',
  },
  ALREADY_DISPUTED: { ru: 'Это решение уже оспорено.', en: 'This ballot is disputed already.' },
  ALREADY_DECIDED: { ru: 'На это возражение уже ответили.', en: 'This dispute has been answered already.' },
  RESULTS_HIDDEN: { ru: 'Подсчёт пока не виден: голосование идёт.', en: 'The count is not visible while voting runs.' },
  SLOW_MODE: {
    ru: 'В чате медленный режим: следующее сообщение можно отправить через {seconds} с.',
    en: 'The chat is in slow mode: the next message may be sent in {seconds} s.',
  },
  TOO_MANY_MESSAGES: {
    ru: 'Слишком много сообщений подряд. Повторите через {seconds} с.',
    en: 'Too many messages in a row. Try again in {seconds} s.',
  },
  EDIT_TIME_OVER: {
    ru: 'Исправить сообщение можно в течение {minutes} минут после отправки, пока оно не скрыто.',
    en: 'A message may be corrected within {minutes} minutes of posting, unless it was hidden.',
  },
  ALREADY_HIDDEN: { ru: 'Сообщение уже скрыто.', en: 'The message is hidden already.' },
  AGENDA_MAY_CHANGE: {
    ru: 'Собрание ещё не объявлено, и повестка может измениться. Объявите собрание, затем печатайте бюллетени.',
    en: 'The assembly is not announced yet, and its agenda may still change. Announce it, then print the ballots.',
  },
  PAGE_SETTLED: {
    ru: 'Страница уже разобрана: она не стоит в очереди.',
    en: 'The page is settled already: it is not in the queue.',
  },
  NOTHING_TO_PRINT: {
    ru: 'Печатать нечего: в реестре нет таких собственников.',
    en: 'There is nothing to print: the register knows no such owners.',
  },
  FOUR_EYES: {
    ru: 'В этом собрании каждое бумажное решение вводят двое: примите лист и введите его на странице ввода.',
    en: 'In this assembly two people enter every sheet of paper: take it in and enter it on the entry page.',
  },
  SHEET_UNKNOWN: {
    ru: 'Такого бланка в этом собрании не печатали: код подделан, испорчен или от другого собрания.',
    en: 'No such form was printed for this assembly: the code is forged, damaged, or of another assembly.',
  },
  SHEET_NAMES_ANOTHER: {
    ru: 'Код на листе называет другого собственника или другие помещения.',
    en: 'The code on the sheet names another owner or other premises.',
  },
  SHEET_HELD: { ru: 'Этот лист сейчас вводит другой человек.', en: 'Somebody else has this sheet open now.' },
  SAME_PERSON: {
    ru: 'Этот лист уже вводили вы. Второй раз его вводит и расхождение разрешает другой человек.',
    en: 'You have entered this sheet before. Its second entry and any decision on it are made by somebody else.',
  },
  NO_SUCH_DEFECT: {
    ru: 'У этого решения нет такого дефекта.',
    en: 'This ballot has no such defect.',
  },
  DEFECT_REPAIRED: { ru: 'Этот дефект уже устранён.', en: 'This defect is repaired already.' },
  REPAIRED_ONLY_ANEW: {
    ru: 'Отметкой этот дефект не устранить: нужен документ или новое решение собственника.',
    en: 'A note does not repair this defect: it takes a document, or a new ballot of the owner.',
  },
  ENTERED_BY_YOU: {
    ru: 'Это ваш ввод: подтвердить его должен другой человек.',
    en: 'The entry is yours: somebody else has to confirm it.',
  },
  SIGNATURE_UNREADABLE: {
    ru: 'Это не подпись CMS (PKCS#7). Нужен файл .p7s или .sig: PEM или DER в base64.',
    en: 'This is not a CMS (PKCS#7) signature. Give a .p7s or .sig file: PEM, or DER in base64.',
  },
  SIGNATURE_NOT_DETACHED: {
    ru: 'Подпись содержит документ внутри себя. Создайте отсоединённую подпись.',
    en: 'The signature holds a document inside. Make a detached one.',
  },
  SIGNATURE_WRONG: {
    ru: 'Подпись сделана не над этим документом. Скачайте документ ещё раз и подпишите его, не изменяя.',
    en: 'The signature was not made over this document. Download the document again and sign it unchanged.',
  },
  SIGNATURE_MISSING: {
    ru: 'Ключом сервера подписывают только в демонстрации. Приложите подпись, сделанную вашим ключом.',
    en: 'The key of the server signs in a demonstration only. Attach a signature made with your own key.',
  },
  ALREADY_SIGNED: { ru: 'Эта подпись уже записана.', en: 'This signature is on record already.' },
  DOCUMENTS_AWAITED: {
    ru: 'Документы собрания ещё составляются. Повторите через минуту.',
    en: 'The papers of the assembly are still being written. Try again in a minute.',
  },
  NOT_HIDDEN: { ru: 'Сообщение не скрыто.', en: 'The message is not hidden.' },
};

export function wordRefusal(refusal: Pick<Refusal, 'code' | 'facts'>, locale: Locale): string {
  return fill(words[refusal.code][locale], refusal.facts, locale);
}

function fill(sentence: string, facts: Facts, locale: Locale): string {
  return sentence.replaceAll(/\{(\w+)\}/g, (_whole, name: string) => wordFact(facts[name] ?? '—', locale));
}

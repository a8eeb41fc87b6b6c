/** The words a decision of an assembly begins with: a verb ("approve", "избрать") or its noun ("approval of", "избрание"). */

export type DecisionForm = 'VERB' | 'NOUN' | 'ABOUT' | 'GERUND';

// Listed, because in Russian an ending tells no verb from a noun: "area" is "площадь", "network" is "сеть".
const verbs = setOf(
  'утвердить избрать выбрать определить принять установить заключить расторгнуть провести поручить наделить создать ' +
    'выполнить предоставить передать изменить отказаться перейти произвести возложить согласовать сформировать ' +
    'назначить разрешить запретить включить исключить организовать обустроить демонтировать отремонтировать заменить ' +
    'уполномочить согласиться взять построить оборудовать продлить прекратить отменить одобрить ликвидировать перевести ' +
    'использовать подписать подать направить разместить уведомить обязать ' +
    'approve elect choose select appoint adopt set conclude terminate carry authorise authorize delegate grant give ' +
    'create change establish transfer allow forbid prohibit install sign replace build hire dismiss cancel extend ' +
    'consent take amend switch buy sell lease renovate introduce abolish make hold',
);

const nouns = setOf(
  'утверждение избрание выбор выборы определение принятие установление установка заключение расторжение проведение ' +
    'наделение создание выполнение предоставление передача изменение отказ переход согласование формирование ' +
    'назначение включение исключение организация обустройство демонтаж замена продление прекращение отмена одобрение ' +
    'ликвидация',
);

/** "approval of the budget": only the "of" shows that "change" is a noun here. */
const nounsBeforeOf = setOf(
  'approval election choice selection appointment adoption conclusion termination authorisation authorization creation ' +
    'establishment transfer installation replacement construction dismissal cancellation extension amendment change set',
);

/** "об утверждении", "о выборе", "о передаче". */
const aboutForms = setOf(
  'выборе выборах установке передаче отказе переходе организации обустройстве демонтаже замене отмене',
);

const skipped = setOf('to the whether on об о не');

function setOf(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function isGerund(word: string): boolean {
  const stem = word.replace(/ing$/u, '');
  return stem !== word && (verbs.has(stem) || verbs.has(`${stem}e`) || verbs.has(stem.slice(0, -1)));
}

export function decisionForm(word: string, next = ''): DecisionForm | undefined {
  const lower = word.toLowerCase();
  if (next.toLowerCase() === 'of') return nounsBeforeOf.has(lower) ? 'NOUN' : undefined;
  if (verbs.has(lower)) return 'VERB';
  if (nouns.has(lower)) return 'NOUN';
  if (aboutForms.has(lower) || (lower.endsWith('ии') && nouns.has(lower.replace(/и$/u, 'е')))) return 'ABOUT';
  return isGerund(lower) ? 'GERUND' : undefined;
}

/** The words of a part of a sentence, from the first that can decide something: without "to", "об" and the like. */
export function tellingWords(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}’-]+/gu) ?? [];
  const start = words.findIndex((word) => !skipped.has(word.toLowerCase()));
  return start === -1 ? [] : words.slice(start);
}

/** How a part of a sentence begins to decide something, if it does. */
export function decisionAtStart(text: string): DecisionForm | undefined {
  const [first = '', second] = tellingWords(text);
  return decisionForm(first, second);
}

import { useI18n } from 'vue-i18n';
import { ru } from '../../locales/words.ts';
import { useJournalWords } from '../../ui/useJournalWords.ts';

/** Every command by its name, in the order of the reader's alphabet. */
export function useCommandNames() {
  const i18n = useI18n();
  const { commandName } = useJournalWords();
  const commands = (): { value: string; label: string }[] =>
    Object.keys(ru['command'] ?? {})
      .map((value) => ({ value, label: commandName(value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale.value));
  return { commands };
}

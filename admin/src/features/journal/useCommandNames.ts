import { useI18n } from 'vue-i18n';
import { ru } from '../../locales/words.ts';

/** Commands in the reader's words; one that has none yet keeps the name that the API calls it by. */
export function useCommandNames() {
  const i18n = useI18n();
  const commandName = (command: string): string =>
    i18n.te(`command.${command}`) ? i18n.t(`command.${command}`) : command;
  const commands = (): { value: string; label: string }[] =>
    Object.keys(ru['command'] ?? {})
      .map((value) => ({ value, label: commandName(value) }))
      .toSorted((a, b) => a.label.localeCompare(b.label, i18n.locale.value));
  return { commandName, commands };
}

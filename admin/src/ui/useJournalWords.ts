import { useI18n } from 'vue-i18n';
import { readChanges } from '../lib/changes.ts';
import type { Change, Named } from '../lib/history.ts';

/** The journal in the reader's words: its commands, fields and values. */
export function useJournalWords() {
  const i18n = useI18n();
  const { t, locale } = i18n;
  const te = (key: string): boolean => i18n.te(key);
  return {
    commandName: (command: string): string => (te(`command.${command}`) ? t(`command.${command}`) : command),
    changesOf: (row: { readonly changes?: string | null; readonly mentioned: readonly Named[] }): readonly Change[] =>
      readChanges({ locale: locale.value, t: (key) => t(key), te }, row.changes, row.mentioned),
  };
}

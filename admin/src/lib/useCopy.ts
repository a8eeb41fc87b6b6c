import { useI18n } from 'vue-i18n';
import { useToastsStore } from './toasts.store.ts';

/** Puts a text where it can be pasted from, and says whether that worked. */
export function useCopy(): (text: string) => Promise<void> {
  const { t } = useI18n();
  const toasts = useToastsStore();
  return async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      toasts.say(t('ui.copied'));
    } catch {
      toasts.say(t('ui.notCopied'), 'bad');
    }
  };
}

import { onScopeDispose, watch } from 'vue';
import { useI18n } from 'vue-i18n';

/** Reads again when something changed, but not more often than every `pauseMs` nor while held; in another language at once. */
export function useRereading(
  asked: { readonly executeQuery: (how: { requestPolicy: 'network-only' }) => unknown },
  change: () => unknown,
  pauseMs: number,
  isHeld: () => boolean = () => false,
): void {
  const { locale } = useI18n();
  const read = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const readLater = (): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      if (isHeld()) readLater();
      else read();
    }, pauseMs);
  };
  watch(change, readLater);
  watch(locale, read);
  onScopeDispose(() => clearTimeout(waiting));
}

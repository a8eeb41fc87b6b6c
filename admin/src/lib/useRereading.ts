import { onScopeDispose, watch } from 'vue';
import { useI18n } from 'vue-i18n';

/**
 * Reads again when something changed: at once after a quiet time, and then not more often than every `pauseMs`, nor while
 * held; in another language at once.
 */
export function useRereading(
  asked: { readonly executeQuery: (how: { requestPolicy: 'network-only' }) => unknown },
  change: () => unknown,
  pauseMs: number,
  isHeld: () => boolean = () => false,
): void {
  const { locale } = useI18n();
  // What is asked for as the page opens is a reading, too.
  let readAt = performance.now();
  const read = (): void => {
    readAt = performance.now();
    asked.executeQuery({ requestPolicy: 'network-only' });
  };
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const readAfter = (ms: number): void => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      if (isHeld()) readAfter(pauseMs);
      else read();
    }, ms);
  };
  watch(change, () => readAfter(Math.max(0, readAt + pauseMs - performance.now())));
  watch(locale, read);
  onScopeDispose(() => clearTimeout(waiting));
}

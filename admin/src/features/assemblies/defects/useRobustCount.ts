import { RobustCountDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, onScopeDispose, watch } from 'vue';
import { useI18n } from 'vue-i18n';

/** It looks at every sheet of paper: read again when something changed, and not more often than this. */
const pause = 5_000;

export function useRobustCount(assemblyId: () => string, sequence: () => number) {
  const { locale } = useI18n();
  const asked = useQuery({ query: RobustCountDocument, variables: computed(() => ({ id: assemblyId() })) });
  const read = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch(sequence, () => {
    waiting ??= setTimeout(() => {
      waiting = undefined;
      read();
    }, pause);
  });
  watch(locale, read);
  onScopeDispose(() => clearTimeout(waiting));
  return { robust: computed(() => asked.data.value?.assembly?.robustCount ?? null) };
}

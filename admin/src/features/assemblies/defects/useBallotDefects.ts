import { BallotDefectsDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';

/** What is wanting on one ballot; nothing where the viewer may not know. */
export function useBallotDefects(ballotId: () => string) {
  const { locale } = useI18n();
  const asked = useQuery({ query: BallotDefectsDocument, variables: computed(() => ({ id: ballotId() })) });
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  // The server's sentences come in the reader's language.
  watch(locale, reload);
  return { defects: computed(() => asked.data.value?.ballot?.defects ?? []), reload };
}

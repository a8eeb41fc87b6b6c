import { AgendaLibraryDocument, type AgendaLibraryQuery } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';

export type ShownPoint = AgendaLibraryQuery['agendaLibrary'][number];

/** The points of law a question may come under. */
export function useAgendaLibrary() {
  const { locale } = useI18n();
  const asked = useQuery({ query: AgendaLibraryDocument, variables: {} });
  watch(locale, () => void asked.executeQuery({ requestPolicy: 'network-only' }));
  return { points: computed(() => asked.data.value?.agendaLibrary ?? []) };
}

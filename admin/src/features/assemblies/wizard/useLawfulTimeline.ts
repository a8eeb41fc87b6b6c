import { LawfulTimelineDocument } from '@veche/shared/operations';
import { useQuery } from '@urql/vue';
import { computed, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { momentOf } from '../../../lib/wall-time.ts';
import { isInitiatorAdministrator, timeZone, type WizardForm } from './wizard-form.ts';

/** What the law allows and what it has against the dates in the form; the server says, at every change. */
export function useLawfulTimeline(form: () => WizardForm) {
  const { locale } = useI18n();
  const moment = (wall: string): string | null => momentOf(wall, timeZone);
  const asked = useQuery({
    query: LawfulTimelineDocument,
    variables: computed(() => ({
      input: {
        form: form().form,
        initiatorIsAdministrator: isInitiatorAdministrator(form()),
        handedToAdministratorAt: moment(form().handedToAdministratorAt),
        opensAt: moment(form().opensAt),
        closesAt: moment(form().closesAt),
        paperAcceptedUntil: moment(form().paperAcceptedUntil),
      },
    })),
  });
  watch(locale, () => void asked.executeQuery({ requestPolicy: 'network-only' }));
  return { law: computed(() => asked.data.value?.lawfulTimeline ?? null) };
}

import { ExamineWordingDocument, type ExamineWordingQuery } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { onScopeDispose, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';

export type ShownFinding = ExamineWordingQuery['examineWording'][number];
const pause = 350;

/** What the server notices in a wording, as it is typed. */
export function useWording(wording: () => string) {
  const { client } = useClientHandle();
  const { locale } = useI18n();
  const findings = ref<readonly ShownFinding[]>([]);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const asked = wording();
    const { data } = await client
      .query(ExamineWordingDocument, { wording: asked }, { requestPolicy: 'network-only' })
      .toPromise();
    if (asked === wording()) findings.value = data?.examineWording ?? [];
  };
  watch(
    [wording, locale],
    ([text]) => {
      clearTimeout(waiting);
      if (text.trim() === '') findings.value = [];
      else waiting = setTimeout(() => void look(), pause);
    },
    { immediate: true },
  );
  onScopeDispose(() => clearTimeout(waiting));
  return { findings };
}

import { ExamineWordingDocument, type ExamineWordingQuery } from '@veche/shared/operations';
import { useClientHandle } from '@urql/vue';
import { onScopeDispose, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';

export type ShownFinding = ExamineWordingQuery['examineWording'][number];
const pause = 350;

/** What the server notices in a wording, as it is typed; `hasMaterials`: what it refers to may be among the files. */
export function useWording(wording: () => string, hasMaterials: () => boolean) {
  const { client } = useClientHandle();
  const { locale } = useI18n();
  const findings = ref<readonly ShownFinding[]>([]);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    const asked = wording();
    const { data } = await client
      .query(
        ExamineWordingDocument,
        { wording: asked, hasMaterials: hasMaterials() },
        { requestPolicy: 'network-only' },
      )
      .toPromise();
    if (asked === wording()) findings.value = data?.examineWording ?? [];
  };
  watch(
    [wording, hasMaterials, locale],
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

import {
  AmendAssemblyDocument,
  AnnounceAssemblyDocument,
  AssemblyDraftDocument,
  DraftAssemblyDocument,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { useDraft } from '../../../lib/draft.ts';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';
import { useFirstHouse } from './useFirstHouse.ts';
import { emptyForm, fieldsOf, formOf, isWizardForm, type WizardForm } from './wizard-form.ts';

/** A draft of the server with what was typed since: stored at every step, and kept in the browser between them. */
export function useWizard(id: string | null) {
  const { locale } = useI18n();
  const form = ref<WizardForm>(emptyForm());
  const local = useDraft(`assembly.${id ?? 'new'}`, form, isWizardForm);
  if (id === null) useFirstHouse(form, local.forget);
  const asked = useQuery({
    query: AssemblyDraftDocument,
    variables: { id: id ?? '' },
    pause: id === null,
    requestPolicy: 'network-only',
  });
  const stored = computed(() => asked.data.value?.assembly ?? null);
  const refusals = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  // Fields that were kept belong to the version they were taken from; others come from the server, once.
  let isFilled = local.wasKept && form.value.version > 0;
  const reload = async (): Promise<void> => {
    await asked.executeQuery({ requestPolicy: 'network-only' });
  };
  watch(stored, (draft) => {
    if (draft === null || isFilled) return;
    isFilled = true;
    form.value = formOf(draft);
    local.forget();
  });
  watch(locale, () => void (id !== null && reload()));

  const drafting = useMutation(DraftAssemblyDocument);
  const amending = useMutation(AmendAssemblyDocument);
  const announcing = useMutation(AnnounceAssemblyDocument);

  async function attempt<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    isBusy.value = true;
    try {
      return await ask();
    } finally {
      isBusy.value = false;
    }
  }

  /** The id of the stored draft, or null where it was refused. */
  async function save(): Promise<string | null> {
    const fields = fieldsOf(form.value);
    const { payload, error } = await attempt(async () => {
      if (id === null) {
        const input = { ...fields, houseId: form.value.house?.id ?? '', form: form.value.form };
        const answer = await drafting.executeMutation({ input });
        return { payload: answer.data?.draftAssembly, error: answer.error };
      }
      const answer = await amending.executeMutation({
        input: { ...fields, assemblyId: id, version: form.value.version },
      });
      return { payload: answer.data?.amendAssembly, error: answer.error };
    });
    problem.value = problemOf(error);
    refusals.value = payload?.userErrors ?? [];
    const assembly = payload?.assembly;
    if (!assembly) return null;
    form.value.version = assembly.version;
    local.forget();
    return assembly.id;
  }

  /** true: the notice is posted. What was refused is in `refusals`. */
  async function announce(): Promise<boolean> {
    if (id === null) return false;
    const input = { assemblyId: id, version: form.value.version };
    const { data, error } = await attempt(async () => announcing.executeMutation({ input }));
    problem.value = problemOf(error);
    refusals.value = data?.announceAssembly.userErrors ?? [];
    return data?.announceAssembly.assembly?.state === 'ANNOUNCED';
  }

  /** Somebody else changed it: their fields instead of these, or these over theirs. */
  async function takeTheirs(): Promise<void> {
    await reload();
    if (stored.value) form.value = formOf(stored.value);
    refusals.value = [];
    local.forget();
  }
  async function takeMine(): Promise<void> {
    await reload();
    if (stored.value) form.value.version = stored.value.version;
    await save();
    await reload();
  }

  return {
    form,
    stored,
    refusals,
    problem: computed(() => problem.value ?? problemOf(asked.error.value)),
    isBusy,
    isLoading: computed(() => id !== null && asked.fetching.value && !stored.value),
    isConflict: computed(() => refusals.value.some(({ code }) => code === 'STALE_VERSION')),
    wasKept: local.wasKept,
    reload,
    save,
    announce,
    takeTheirs,
    takeMine,
  };
}

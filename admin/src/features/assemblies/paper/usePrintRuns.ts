import {
  PrintBallotsDocument,
  PrintBlankBallotsDocument,
  PrintRunsDocument,
  type ShownPrintRunFragment,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, onScopeDispose, ref, watch } from 'vue';
import { useI18n } from 'vue-i18n';
import { nothingYet, outcomeOf, type Outcome } from '../../../lib/outcome.ts';
import { problemOf } from '../../../lib/problem.ts';

export type PrintRun = ShownPrintRunFragment;
/** What is to be printed: `copies` of a blank form, or the ballots of an owner, an entrance, or the house. */
export type PrintWish =
  | { readonly copies: number }
  | { readonly ownerId?: string | null; readonly entrance?: number | null; readonly perOwnership?: boolean };

const lookAgainMs = 700;

/** Print runs of an assembly, asked again by itself while one goes on. */
export function usePrintRuns(assemblyId: () => string) {
  const asked = useQuery({
    query: PrintRunsDocument,
    variables: computed(() => ({ id: assemblyId() })),
    requestPolicy: 'network-only',
  });
  const [personal, blank] = [useMutation(PrintBallotsDocument), useMutation(PrintBlankBallotsDocument)];
  const { locale } = useI18n();
  const outcome = ref<Outcome>(nothingYet);
  const isBusy = ref(false);
  const runs = computed(() => asked.data.value?.assembly?.printRuns?.nodes ?? []);
  const reload = (): void => void asked.executeQuery({ requestPolicy: 'network-only' });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  watch([asked.data, asked.error], () => {
    clearTimeout(waiting);
    if (runs.value.some(({ state }) => state === 'PRINTING')) waiting = setTimeout(reload, lookAgainMs);
  });
  // Why a run failed is said in the reader's language.
  watch(locale, reload);
  onScopeDispose(() => clearTimeout(waiting));

  async function order(wish: PrintWish): Promise<boolean> {
    isBusy.value = true;
    const about = { assemblyId: assemblyId(), idempotencyKey: crypto.randomUUID() };
    if ('copies' in wish) {
      const { data, error } = await blank.executeMutation({ input: { ...about, ...wish } });
      outcome.value = outcomeOf(error, data?.printBlankBallots.userErrors);
    } else {
      const { data, error } = await personal.executeMutation({ input: { ...about, ...wish } });
      outcome.value = outcomeOf(error, data?.printBallots.userErrors);
    }
    isBusy.value = false;
    reload();
    return outcome.value.isDone;
  }

  return {
    runs,
    order,
    outcome,
    isBusy,
    isLoading: computed(() => asked.fetching.value && !asked.data.value),
    problem: computed(() => problemOf(asked.error.value)),
  };
}

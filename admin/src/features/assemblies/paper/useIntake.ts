import { TakenInSheetsDocument, TakeInSheetDocument, type TakenInSheetsQuery } from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';
import { momentOf } from '../../../lib/wall-time.ts';
import { codeOrNumber } from './latin-keys.ts';

export type TakenIn = TakenInSheetsQuery['paperSheets']['nodes'][number];

/** The counter: papers taken in one after another, and those that were last. */
export function useIntake(assemblyId: () => string, timeZone: () => string) {
  const taking = useMutation(TakeInSheetDocument);
  const asked = useQuery({
    query: TakenInSheetsDocument,
    variables: computed(() => ({ assemblyId: assemblyId() })),
    requestPolicy: 'network-only',
  });
  const errors = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  // The same paper sent twice is taken in once.
  let key = crypto.randomUUID();

  /** The paper as the server has it now; null where it was refused. */
  async function take(typed: string, handedOverAt: string): Promise<{ readonly number: string | null } | null> {
    isBusy.value = true;
    const input = {
      assemblyId: assemblyId(),
      ...codeOrNumber(typed),
      handedOverAt: handedOverAt === '' ? null : momentOf(handedOverAt, timeZone()),
      idempotencyKey: key,
    };
    const { data, error } = await taking.executeMutation({ input });
    isBusy.value = false;
    problem.value = problemOf(error);
    errors.value = data?.takeInSheet.userErrors ?? [];
    if (!error) key = crypto.randomUUID();
    void asked.executeQuery({ requestPolicy: 'network-only' });
    const sheet = data?.takeInSheet.sheet;
    return sheet ? { number: sheet.number ?? null } : null;
  }

  return {
    sheets: computed((): readonly TakenIn[] =>
      (asked.data.value?.paperSheets.nodes ?? []).filter(({ handedOverAt }) => handedOverAt != null).toReversed(),
    ),
    errors,
    problem,
    isBusy,
    take,
  };
}

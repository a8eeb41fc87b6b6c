import { TakenInSheetsDocument, TakeInSheetDocument, type TakenInSheetsQuery } from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import { problemOf, type FieldRefusal, type Problem } from '../../../lib/problem.ts';
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
  const refusal = ref<FieldRefusal | null>(null);
  const problem = ref<Problem | null>(null);
  const underWay = ref(0);
  /** A paper sent again after a broken answer is taken in once. */
  const keys = new Map<string, string>();
  // A reader of codes does not wait for the answer: papers go one after another, however quickly they come.
  let before: Promise<unknown> = Promise.resolve();

  /** The paper as the server has it now; null where it was refused. */
  async function takeOne(typed: string, handedOverAt: string): Promise<{ readonly number: string | null } | null> {
    const key = keys.get(typed) ?? crypto.randomUUID();
    keys.set(typed, key);
    const input = {
      assemblyId: assemblyId(),
      ...codeOrNumber(typed),
      handedOverAt: handedOverAt === '' ? null : momentOf(handedOverAt, timeZone()),
      idempotencyKey: key,
    };
    const { data, error } = await taking.executeMutation({ input });
    problem.value = problemOf(error);
    if (!error) keys.delete(typed);
    const [told] = data?.takeInSheet.userErrors ?? [];
    const shown = typed.length > 12 ? `${typed.slice(0, 12)}…` : typed;
    refusal.value = told ? { code: told.code, message: [shown, told.message].filter(Boolean).join(': ') } : null;
    void asked.executeQuery({ requestPolicy: 'network-only' });
    const sheet = data?.takeInSheet.sheet;
    return sheet ? { number: sheet.number ?? null } : null;
  }
  async function take(typed: string, handedOverAt: string): Promise<{ readonly number: string | null } | null> {
    underWay.value += 1;
    const one = before.then(async () => takeOne(typed, handedOverAt));
    before = one;
    const taken = await one;
    underWay.value -= 1;
    return taken;
  }

  return {
    sheets: computed((): readonly TakenIn[] => (asked.data.value?.paperSheets.nodes ?? []).toReversed()),
    refusal,
    problem,
    isBusy: computed(() => underWay.value > 0),
    take,
  };
}

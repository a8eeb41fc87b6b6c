import {
  ConfirmSheetDocument,
  DecideSheetDocument,
  EnterSheetDocument,
  OpenNextSheetDocument,
  TakeInSheetDocument,
  type SheetOnDeskFragment,
  type SheetTask,
} from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';
import { momentOf } from '../../../lib/wall-time.ts';
import type { PaperForm } from './usePaper.ts';

/** Sheets one after another: what was read is sent, and the next is open already. */
export function useSheetDesk(assemblyId: () => string) {
  const [taking, opening] = [useMutation(TakeInSheetDocument), useMutation(OpenNextSheetDocument)];
  const [entering, confirming] = [useMutation(EnterSheetDocument), useMutation(ConfirmSheetDocument)];
  const deciding = useMutation(DecideSheetDocument);
  const sheet = ref<SheetOnDeskFragment | null>(null);
  const done = ref<SheetOnDeskFragment | null>(null);
  const errors = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  // The same sheet sent twice is entered once.
  let key = crypto.randomUUID();

  function heard(error: Parameters<typeof problemOf>[0], told: readonly UserErrorAt[] | undefined): boolean {
    isBusy.value = false;
    problem.value = problemOf(error);
    errors.value = told ?? [];
    if (!error) key = crypto.randomUUID();
    return !error && errors.value.length === 0;
  }

  async function openNext(task: SheetTask): Promise<void> {
    const { data, error } = await opening.executeMutation({ input: { assemblyId: assemblyId(), task } });
    sheet.value = data?.openNextSheet.sheet ?? null;
    heard(error, data?.openNextSheet.userErrors);
  }

  async function takeIn(number: string, handedOverAt: string): Promise<boolean> {
    isBusy.value = true;
    const input = {
      assemblyId: assemblyId(),
      number: number === '' ? null : number,
      handedOverAt: handedOverAt === '' ? null : momentOf(handedOverAt, 'Europe/Moscow'),
      idempotencyKey: key,
    };
    const { data, error } = await taking.executeMutation({ input });
    return heard(error, data?.takeInSheet.userErrors);
  }

  async function send(task: SheetTask, form: PaperForm, reason: string): Promise<boolean> {
    isBusy.value = true;
    const read = {
      sheetId: sheet.value?.id ?? '',
      ownerId: form.owner?.id ?? null,
      premisesIds: form.premises === null ? null : [form.premises.id],
      signed: !form.isUnsigned,
      votes: Object.entries(form.marks).map(([agendaItemId, marks]) => ({ agendaItemId, marks })),
      idempotencyKey: key,
    };
    if (task === 'ENTER') {
      const { data, error } = await entering.executeMutation({ input: read });
      done.value = data?.enterSheet.sheet ?? null;
      return heard(error, data?.enterSheet.userErrors);
    }
    if (task === 'CONFIRM') {
      const { data, error } = await confirming.executeMutation({ input: read });
      done.value = data?.confirmSheet.sheet ?? null;
      return heard(error, data?.confirmSheet.userErrors);
    }
    const { data, error } = await deciding.executeMutation({ input: { ...read, reason } });
    done.value = data?.decideSheet.sheet ?? null;
    return heard(error, data?.decideSheet.userErrors);
  }

  return { sheet, done, errors, problem, isBusy, openNext, takeIn, send };
}

import {
  ConfirmSheetDocument,
  DecideSheetDocument,
  EnterSheetDocument,
  OpenNextSheetDocument,
  TakeInSheetDocument,
  WaitingSheetsDocument,
  type SheetOnDeskFragment,
  type SheetReadingFragment,
  type SheetTask,
  type Vote,
} from '@veche/shared/operations';
import { useMutation, useQuery } from '@urql/vue';
import { computed, ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';
import { momentOf } from '../../../lib/wall-time.ts';

export type DeskSheet = SheetOnDeskFragment;
export type SheetReading = SheetReadingFragment;
interface Named {
  readonly id: string;
  readonly label: string;
}
/** What somebody reads on a sheet. */
export interface SheetForm {
  premises: Named | null;
  owner: Named | null;
  actedBy: Named | null;
  signedOn: string;
  isUnsigned: boolean;
  marks: Record<string, Vote[]>;
}
export const blankSheet = (): SheetForm => ({
  premises: null,
  owner: null,
  actedBy: null,
  signedOn: '',
  isUnsigned: false,
  marks: {},
});

/** The reading of another, to begin the decision with. */
export function formOf(reading: SheetReading): SheetForm {
  const named = (person: SheetReading['owner']): Named | null =>
    person ? { id: person.id, label: person.displayName } : null;
  const [premises] = reading.allPremises;
  return {
    premises: premises ? { id: premises.id, label: premises.number } : null,
    owner: named(reading.owner),
    actedBy: reading.actedBy?.id === reading.owner?.id ? null : named(reading.actedBy),
    signedOn: reading.signedOn ?? '',
    isUnsigned: !reading.signed,
    marks: Object.fromEntries(reading.votes.map(({ agendaItemId, marks }) => [agendaItemId, [...marks]])),
  };
}

/** Sheets one after another: what was read is sent, and the next is open already. */
export function useSheetDesk(assemblyId: () => string) {
  const [taking, opening] = [useMutation(TakeInSheetDocument), useMutation(OpenNextSheetDocument)];
  const [entering, confirming] = [useMutation(EnterSheetDocument), useMutation(ConfirmSheetDocument)];
  const deciding = useMutation(DecideSheetDocument);
  const waiting = useQuery({
    query: WaitingSheetsDocument,
    variables: computed(() => ({ assemblyId: assemblyId() })),
    requestPolicy: 'network-only',
  });
  const sheet = ref<DeskSheet | null>(null);
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
    void waiting.executeQuery();
  }

  async function takeIn(number: string, handedOverAt: string): Promise<DeskSheet | null> {
    isBusy.value = true;
    const input = {
      assemblyId: assemblyId(),
      number: number === '' ? null : number,
      handedOverAt: handedOverAt === '' ? null : momentOf(handedOverAt, 'Europe/Moscow'),
      idempotencyKey: key,
    };
    const { data, error } = await taking.executeMutation({ input });
    void waiting.executeQuery();
    return heard(error, data?.takeInSheet.userErrors) ? (data?.takeInSheet.sheet ?? null) : null;
  }

  async function sent(task: SheetTask, form: SheetForm, reason: string) {
    // What its code says is not said again: it may be more premises than the form has room for.
    const isPrinted = (sheet.value?.allPremises.length ?? 0) > 0;
    const read = {
      sheetId: sheet.value?.id ?? '',
      ownerId: isPrinted ? null : (form.owner?.id ?? null),
      premisesIds: isPrinted || form.premises === null ? null : [form.premises.id],
      actedById: form.actedBy?.id ?? null,
      signed: !form.isUnsigned,
      signedOn: form.signedOn === '' ? null : form.signedOn,
      votes: Object.entries(form.marks).map(([agendaItemId, marks]) => ({ agendaItemId, marks })),
      idempotencyKey: key,
    };
    if (task === 'ENTER') {
      const { data, error } = await entering.executeMutation({ input: read });
      return { payload: data?.enterSheet, error };
    }
    if (task === 'CONFIRM') {
      const { data, error } = await confirming.executeMutation({ input: read });
      return { payload: data?.confirmSheet, error };
    }
    const { data, error } = await deciding.executeMutation({ input: { ...read, reason } });
    return { payload: data?.decideSheet, error };
  }

  /** What became of the sheet; null where it was refused. */
  async function send(task: SheetTask, form: SheetForm, reason: string): Promise<DeskSheet | null> {
    isBusy.value = true;
    const { payload, error } = await sent(task, form, reason);
    return heard(error, payload?.userErrors) ? (payload?.sheet ?? null) : null;
  }

  return {
    sheet,
    waiting: computed(() => ({
      ENTER: waiting.data.value?.ENTER.totalCount ?? 0,
      CONFIRM: waiting.data.value?.CONFIRM.totalCount ?? 0,
      DECIDE: waiting.data.value?.DECIDE.totalCount ?? 0,
    })),
    errors,
    problem,
    isBusy,
    openNext,
    takeIn,
    send,
  };
}

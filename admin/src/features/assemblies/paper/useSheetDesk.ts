import {
  ConfirmSheetDocument,
  DecideSheetDocument,
  EnterSheetDocument,
  OpenNextSheetDocument,
  type SheetOnDeskFragment,
  type SheetReadingFragment,
  type SheetTask,
  type Vote,
} from '@veche/shared/operations';
import { useMutation } from '@urql/vue';
import { ref } from 'vue';
import type { UserErrorAt } from '../../../lib/field-refusals.ts';
import { problemOf, type Problem } from '../../../lib/problem.ts';
import { momentOf } from '../../../lib/wall-time.ts';

export type { SheetTask, Vote };
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
  /** Only of a sheet that came as a scan: nobody stamped when it was handed over. */
  handedOverAt: string;
  marks: Record<string, Vote[]>;
}
export const blankSheet = (): SheetForm => ({
  premises: null,
  owner: null,
  actedBy: null,
  signedOn: '',
  isUnsigned: false,
  handedOverAt: '',
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
    handedOverAt: '',
    marks: Object.fromEntries(reading.votes.map(({ agendaItemId, marks }) => [agendaItemId, [...marks]])),
  };
}

/** Sheets one after another: what was read is sent, and the next is open already. */
export function useSheetDesk(assemblyId: () => string, timeZone: () => string) {
  const opening = useMutation(OpenNextSheetDocument);
  const [entering, confirming] = [useMutation(EnterSheetDocument), useMutation(ConfirmSheetDocument)];
  const deciding = useMutation(DecideSheetDocument);
  const sheet = ref<DeskSheet | null>(null);
  /** Held already, with its pages on their way. */
  const following = ref<DeskSheet | null>(null);
  const errors = ref<readonly UserErrorAt[]>([]);
  const problem = ref<Problem | null>(null);
  const isBusy = ref(false);
  const isOpening = ref(false);
  // The same sheet sent twice is entered once.
  let key = crypto.randomUUID();

  function heard(error: Parameters<typeof problemOf>[0], told: readonly UserErrorAt[] | undefined): boolean {
    isBusy.value = false;
    problem.value = problemOf(error);
    errors.value = told ?? [];
    if (!error) key = crypto.randomUUID();
    return !error && errors.value.length === 0;
  }

  async function asked(task: SheetTask, afterId: string | null) {
    const { data, error } = await opening.executeMutation({ input: { assemblyId: assemblyId(), task, afterId } });
    return { next: data?.openNextSheet.sheet ?? null, error, told: data?.openNextSheet.userErrors };
  }
  async function lookAhead(task: SheetTask): Promise<void> {
    following.value = null;
    const on = sheet.value?.id;
    if (on === undefined) return;
    const { next } = await asked(task, on);
    if (sheet.value?.id === on) following.value = next;
  }
  let asks = 0;
  /** The one held already, if it is not the one just left; false where another was asked for meanwhile. */
  async function openNext(task: SheetTask, isSame: boolean): Promise<boolean> {
    const [left, ask] = [sheet.value?.id ?? null, (asks += 1)];
    const ready = isSame ? following.value : null;
    if (ready) {
      sheet.value = ready;
      heard(undefined, []);
    } else {
      isOpening.value = true;
      const { next, error, told } = await asked(task, isSame ? left : null);
      if (ask !== asks) return false;
      isOpening.value = false;
      sheet.value = next;
      heard(error, told);
    }
    void lookAhead(task);
    return true;
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
      const handedOverAt = sheet.value?.handedOverAt == null ? momentOf(form.handedOverAt, timeZone()) : null;
      const { data, error } = await entering.executeMutation({ input: { ...read, handedOverAt } });
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

  return { sheet, following, errors, problem, isBusy, isOpening, openNext, send };
}

import { ref, watch, type Ref } from 'vue';
import { useDraft } from '../../../lib/draft.ts';
import { blankSheet, type SheetForm, type SheetTask } from './useSheetDesk.ts';

/** What somebody has read of one sheet so far, for one step of it. */
interface SheetWork {
  sheetId: string | null;
  task: SheetTask;
  form: SheetForm;
  pending: readonly string[];
  reason: string;
}

function isSheetWork(kept: unknown): kept is SheetWork {
  if (typeof kept !== 'object' || kept === null || !('form' in kept) || !('pending' in kept)) return false;
  const { form, pending } = kept;
  const known = typeof form === 'object' && form !== null && Object.keys(blankSheet()).every((name) => name in form);
  return known && 'sheetId' in kept && 'task' in kept && 'reason' in kept && Array.isArray(pending);
}

/**
 * Keeps the sheet on the desk through a reload: the server gives its holder the same one again, and what was read of it is
 * found in this browser. A sheet that was sent, or another one, begins anew.
 */
export function useSheetDraft(
  assemblyId: string,
  form: Ref<SheetForm>,
  pending: Ref<readonly string[]>,
  reason: Ref<string>,
) {
  const work = ref<SheetWork>({ sheetId: null, task: 'ENTER', form: blankSheet(), pending: [], reason: '' });
  const draft = useDraft(`sheet.${assemblyId}`, work, isSheetWork);
  let onDesk: Pick<SheetWork, 'sheetId' | 'task'> | null = null;
  watch(
    [form, pending, reason],
    () => {
      if (onDesk?.sheetId == null) return;
      work.value = { ...onDesk, form: form.value, pending: pending.value, reason: reason.value };
    },
    { deep: true, flush: 'sync' },
  );

  return {
    /** While the next sheet is on its way, nothing is written for the last one. */
    leave: (): void => {
      onDesk = null;
    },
    /** Called with the fields as they begin; puts what was read before in their place. */
    begin: (sheetId: string | null, task: SheetTask): void => {
      const kept = work.value;
      onDesk = { sheetId, task };
      if (sheetId === null || kept.sheetId !== sheetId || kept.task !== task) return;
      form.value = kept.form;
      pending.value = kept.pending;
      reason.value = kept.reason;
    },
    forget: (): void => {
      onDesk = null;
      work.value = { ...work.value, sheetId: null };
      draft.forget();
    },
  };
}

import { ref, watch, type Ref } from 'vue';
import { useDraft } from '../../../lib/draft.ts';
import { blankSheet, type SheetForm, type SheetTask } from './useSheetDesk.ts';

/** What somebody has read of one sheet so far, for one step of it. */
interface SheetWork {
  sheetId: string;
  task: SheetTask;
  form: SheetForm;
  pending: readonly string[];
  reason: string;
}
interface Unfinished {
  works: readonly SheetWork[];
}
/** A sheet that was passed over, or left for another step, is found as it was; one that nobody came back to makes room. */
const mostKept = 12;

function isSheetWork(kept: unknown): kept is SheetWork {
  if (typeof kept !== 'object' || kept === null || !('form' in kept) || !('pending' in kept)) return false;
  const { form, pending } = kept;
  const known = typeof form === 'object' && form !== null && Object.keys(blankSheet()).every((name) => name in form);
  return known && 'sheetId' in kept && 'task' in kept && 'reason' in kept && Array.isArray(pending);
}
function isUnfinished(kept: unknown): kept is Unfinished {
  return (
    typeof kept === 'object' &&
    kept !== null &&
    'works' in kept &&
    Array.isArray(kept.works) &&
    kept.works.every(isSheetWork)
  );
}

/**
 * Keeps the sheets begun through a reload, a lost connection and an expired session: the server gives its holder the same one
 * again, and what was read of it is found in this browser, by this account alone and for the same step. A sheet that was sent
 * begins anew.
 */
export function useSheetDraft(
  assemblyId: string,
  form: Ref<SheetForm>,
  pending: Ref<readonly string[]>,
  reason: Ref<string>,
) {
  const unfinished = ref<Unfinished>({ works: [] });
  useDraft(`sheet.${assemblyId}`, unfinished, isUnfinished);
  let onDesk: Pick<SheetWork, 'sheetId' | 'task'> | null = null;
  const others = ({ sheetId, task }: Pick<SheetWork, 'sheetId' | 'task'>): readonly SheetWork[] =>
    unfinished.value.works.filter((work) => work.sheetId !== sheetId || work.task !== task);
  watch(
    [form, pending, reason],
    () => {
      if (!onDesk) return;
      const work = { ...onDesk, form: form.value, pending: pending.value, reason: reason.value };
      unfinished.value = { works: [...others(onDesk), work].slice(-mostKept) };
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
      onDesk = sheetId === null ? null : { sheetId, task };
      const kept = unfinished.value.works.find((work) => work.sheetId === sheetId && work.task === task);
      if (!kept) return;
      form.value = { ...kept.form };
      pending.value = kept.pending;
      reason.value = kept.reason;
    },
    forget: (): void => {
      if (onDesk) unfinished.value = { works: others(onDesk) };
      onDesk = null;
    },
  };
}

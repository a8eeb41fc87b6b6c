import { onScopeDispose, watch, type Ref } from 'vue';
import { forgetAll, recallJson, remember } from './browser-memory.ts';
import { useSessionStore } from './session.store.ts';

const prefix = 'veche.draft.';

/**
 * Keeps what is being filled in through a reload: `useDraft('assembly.new', form)` brings an earlier draft into `form` at once and
 * writes every change after it. Of this account alone, and gone when it signs out. `isForm` says whether what was kept still fits.
 */
export function useDraft<Form extends object>(
  name: string,
  form: Ref<Form>,
  isForm: (kept: unknown) => kept is Form,
): { readonly wasKept: boolean; readonly forget: () => void } {
  const key = `${prefix}${useSessionStore().signedIn?.accountId ?? ''}.${name}`;
  const kept = recallJson(key);
  const wasKept = isForm(kept);
  if (wasKept) form.value = kept;
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isForgotten = false;
  const write = (): void => {
    clearTimeout(waiting);
    waiting = undefined;
    if (!isForgotten) remember(key, JSON.stringify(form.value));
  };
  watch(
    form,
    () => {
      isForgotten = false;
      clearTimeout(waiting);
      waiting = setTimeout(write, 300);
    },
    { deep: true, flush: 'sync' },
  );
  const hurry = (): void => {
    if (waiting !== undefined) write();
  };
  addEventListener('pagehide', hurry);
  onScopeDispose(() => {
    removeEventListener('pagehide', hurry);
    hurry();
  });
  return {
    wasKept,
    forget: () => {
      isForgotten = true;
      clearTimeout(waiting);
      waiting = undefined;
      remember(key, null);
    },
  };
}

/** When somebody signs out, nobody after them finds what they were writing. */
export function forgetDrafts(): void {
  forgetAll(prefix);
}

import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { effectScope, ref } from 'vue';
import { forgetDrafts, useDraft } from './draft.ts';
import { useSessionStore } from './session.store.ts';

interface Form {
  title: string;
}
const isForm = (kept: unknown): kept is Form => typeof kept === 'object' && kept !== null && 'title' in kept;

describe('a draft', () => {
  beforeEach(() => {
    localStorage.clear();
    setActivePinia(createPinia());
    signIn('AC_1');
  });
  function signIn(accountId: string): void {
    useSessionStore().signedIn = { accountId, personId: 'PE_1', name: 'Анна', roles: [] };
  }
  /** The form as a page shows it when it is opened, and how to leave that page. */
  function open(title = ''): { form: { value: Form }; wasKept: boolean; forget: () => void; leave: () => void } {
    const scope = effectScope();
    const form = ref<Form>({ title });
    const draft = scope.run(() => useDraft('assembly', form, isForm));
    if (!draft) throw new Error('the scope is over');
    return { form, ...draft, leave: () => scope.stop() };
  }

  test('is found again by who wrote it, also when the page goes before the pause is over', () => {
    const first = open();
    expect(first.wasKept).toBe(false);
    first.form.value.title = 'Ремонт';
    first.leave();
    const second = open();
    expect([second.wasKept, second.form.value.title]).toEqual([true, 'Ремонт']);
    second.leave();
    signIn('AC_2');
    expect(open().wasKept).toBe(false);
  });

  test('is gone once it was sent, and once somebody signs out', () => {
    const first = open();
    first.form.value.title = 'Ремонт';
    first.forget();
    first.leave();
    expect(open().wasKept).toBe(false);
    const second = open();
    second.form.value.title = 'Кровля';
    second.leave();
    forgetDrafts();
    expect(open().wasKept).toBe(false);
  });

  test('that does not fit the form any more is left alone', () => {
    localStorage.setItem('veche.draft.AC_1.assembly', '{"name":"old"}');
    expect(open('plain').form.value).toEqual({ title: 'plain' });
  });

  test('breaks nothing where the browser keeps nothing', () => {
    let asked = 0;
    const full = (): never => {
      asked += 1;
      throw new Error('full');
    };
    vi.stubGlobal('localStorage', { getItem: full, setItem: full, removeItem: full, length: 0 });
    const { form, leave } = open();
    form.value.title = 'Ремонт';
    expect(leave).not.toThrow();
    expect(asked).toBe(2);
    vi.unstubAllGlobals();
  });
});

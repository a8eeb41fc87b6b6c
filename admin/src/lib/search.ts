import { inject, type InjectionKey } from 'vue';

/** Opens the command bar; the frame gives it. */
export const searchKey: InjectionKey<() => void> = Symbol('search');

export function useSearch(): () => void {
  return inject(searchKey, () => undefined);
}

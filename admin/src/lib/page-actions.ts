import { inject, onScopeDispose, type InjectionKey } from 'vue';
import type { RouteLocationRaw } from 'vue-router';

/** Something that the page at hand lets its viewer do; the command bar offers it before anything else. */
export interface PageAction {
  /** Key of its words, so that it is found in both languages. */
  readonly words: string;
  /** Where it leads, or what it does. */
  readonly to: RouteLocationRaw | (() => void);
}

export type PageActionSource = () => readonly PageAction[];
/** The frame gives the set; each page adds its own for as long as it stands. */
export const pageActionsKey: InjectionKey<Set<PageActionSource>> = Symbol('page actions');

export function usePageActions(source: PageActionSource): void {
  const sources = inject(pageActionsKey, null);
  sources?.add(source);
  onScopeDispose(() => sources?.delete(source));
}

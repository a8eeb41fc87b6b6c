import { inject, type InjectionKey } from 'vue';
import type { FieldRefusal, Problem } from './problem.ts';

export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** The query of the link: filters, order and columns. */
  readonly link: Readonly<Record<string, string>>;
  readonly isShared: boolean;
  readonly isMine: boolean;
  /** Whose it is, when it is somebody else's. */
  readonly ownerName: string | null;
  readonly version: number;
}

/** What can be done with the saved views of one list. The shell keeps them on the server; `ui` knows only this. */
export interface SavedViews {
  readonly views: readonly SavedView[];
  readonly refusal: FieldRefusal | null;
  readonly problem: Problem | null;
  load(): void;
  save(name: string, link: Readonly<Record<string, unknown>>, isShared: boolean): Promise<boolean>;
  rename(view: SavedView, name: string): Promise<boolean>;
  share(view: SavedView, isShared: boolean): Promise<boolean>;
  remove(view: SavedView): Promise<boolean>;
}

export const savedViewsKey: InjectionKey<(list: string) => SavedViews> = Symbol('saved views');

export function savedViewsOf(list: string): SavedViews | null {
  return inject(savedViewsKey, null)?.(list) ?? null;
}

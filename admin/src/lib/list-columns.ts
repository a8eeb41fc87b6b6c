import type { InjectionKey } from 'vue';

/** Which columns its person likes in which list. The shell keeps them on the server; lists know only this. */
export interface KeptColumns {
  /** null: as a plain list shows them; undefined: the server has not said yet. */
  of(list: string): readonly string[] | null | undefined;
  keep(list: string, columns: readonly string[] | null): void;
}

export const keptColumnsKey: InjectionKey<KeptColumns> = Symbol('kept columns');

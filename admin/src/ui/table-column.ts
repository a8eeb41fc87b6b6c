import type { RouteLocationRaw } from 'vue-router';

/** One column of a UiTable. A slot `#cell-<name>="{ row }"` dresses its cells; without one they show `text`. */
export interface TableColumn<Row> {
  readonly name: string;
  readonly label: string;
  /** What stands in the cell, and in the exported file. */
  readonly text: (row: Row) => string;
  /** A quiet second line. */
  readonly under?: (row: Row) => string | null | undefined;
  /** Names the row: exactly one column does. It cannot be hidden. */
  readonly heading?: boolean;
  /** The order of the list that a click on the heading asks for. */
  readonly sort?: string;
  readonly align?: 'start' | 'end';
}

export type LinkOf<Row> = (row: Row) => RouteLocationRaw;

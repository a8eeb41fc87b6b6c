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
  /** The orders of the list that clicks on the heading ask for; of what stands at the end, numbers, the greatest come first. */
  readonly rising?: string;
  readonly falling?: string;
  readonly align?: 'start' | 'end';
}

export type LinkOf<Row> = (row: Row) => RouteLocationRaw;

import type { FileFault, PagePlan, PageReading, ScanLimits } from './scan.ts';

/** What a worker is asked: how many pages a file has (page null), or to read one of them; and the plan it asked for. */
export type ToWorker =
  | { readonly path: string; readonly page: number | null; readonly limits: ScanLimits }
  | { readonly plan: PagePlan | null };

export type FromWorker =
  | { readonly code: string }
  | { readonly pages: number }
  | { readonly fileFault: FileFault }
  | { readonly reading: PageReading };

import type { FileFault, PagePlan, PageReading } from '../../kernel/scan-reader.ts';
import type { ScanLimits } from './scan.ts';

/** What a worker is asked: how many pages a file has (page null), to read one of them or to show it; and the plan it asked for. */
export type ToWorker =
  | { readonly path: string; readonly page: number | null; readonly show?: boolean; readonly limits: ScanLimits }
  | { readonly plan: PagePlan | null };

export type FromWorker =
  | { readonly code: string }
  | { readonly pages: number }
  | { readonly fileFault: FileFault }
  | { readonly reading: PageReading }
  | { readonly picture: Uint8Array | null };

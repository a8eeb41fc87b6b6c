import { locatePage } from './locate-page.ts';
import { findQrCode } from './qr-code.ts';
import { readBoxes } from './read-boxes.ts';
import type { PageFault, PagePlan, PageReading } from '../../kernel/scan-reader.ts';
import { type Raster, Unreadable } from './scan.ts';

/** Reads one page as far as it goes; `planOf` says how the page with this code was printed, null for a code of nobody's. */
export async function readPage(
  page: number,
  picture: () => Promise<Raster>,
  planOf: (code: string) => Promise<PagePlan | null>,
): Promise<PageReading> {
  let code: string | null = null;
  try {
    const raster = await picture();
    const found = await findQrCode(raster);
    code = found.text;
    const plan = await planOf(code);
    if (plan === null) throw new Unreadable('CODE_UNKNOWN');
    return { page, code, fault: null, boxes: readBoxes(raster, plan, locatePage(raster, plan, found)) };
  } catch (problem) {
    if (!(problem instanceof Unreadable)) throw problem;
    return { page, code, fault: problem.fault as PageFault, boxes: [] };
  }
}

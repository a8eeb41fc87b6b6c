import { blackOf, cutPatch } from './box-patch.ts';
import type { Homography } from './homography.ts';
import { judgeBox } from './judge-box.ts';
import type { BoxReading, PagePlan } from '../../kernel/scan-reader.ts';
import type { Raster } from './scan.ts';

/** Every box of a page. Of an item with anything in a second box no mark is proposed: it may be a correction. */
export function readBoxes(page: Raster, plan: PagePlan, map: Homography): BoxReading[] {
  const black = blackOf(page, map, plan.corners);
  const boxes = plan.boxes.map((box) => ({
    item: box.item,
    answer: box.answer,
    ...judgeBox(cutPatch(page, map, box, black)),
  }));
  return boxes.map((box): BoxReading => {
    const alone = boxes.every((other) => other === box || other.item !== box.item || other.verdict === 'EMPTY');
    return box.verdict === 'MARKED' && !alone ? { ...box, verdict: 'DOUBTFUL' } : box;
  });
}

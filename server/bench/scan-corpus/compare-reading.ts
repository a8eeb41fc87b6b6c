import type { PageReading } from '../../src/kernel/scan-reader.ts';
import type { CorpusPage } from './corpus-page.ts';

export interface Comparison {
  /** Marks that are alone in their item, and so can be proposed. */
  marks: number;
  proposed: number;
  contradictions: number;
  /** Proposed as marked or as empty where it is not so; or marked in an item that contradicts itself. */
  wrong: number;
  doubtful: number;
  queued: number;
  codesLost: number;
}

export function compare(all: readonly { readonly page: CorpusPage; readonly reading: PageReading }[]): Comparison {
  const sum: Comparison = { marks: 0, proposed: 0, contradictions: 0, wrong: 0, doubtful: 0, queued: 0, codesLost: 0 };
  for (const { page, reading } of all) {
    if (reading.fault !== null) sum.queued += 1;
    else if (reading.code !== page.code) sum.codesLost += 1;
    for (const [at, truth] of page.truth.entries()) {
      const item = page.layout.boxes[at]?.item;
      const touched = page.truth.filter((each, other) => each !== 'EMPTY' && page.layout.boxes[other]?.item === item);
      const verdict = reading.boxes[at]?.verdict;
      const plain = truth === 'MARKED' && touched.length === 1;
      if (plain) sum.marks += 1;
      else if (truth !== 'EMPTY') sum.contradictions += 1;
      if (verdict === 'DOUBTFUL') sum.doubtful += 1;
      if (verdict === 'MARKED' && plain) sum.proposed += 1;
      if ((verdict === 'MARKED' && !plain) || (verdict === 'EMPTY' && truth !== 'EMPTY')) sum.wrong += 1;
    }
  }
  return sum;
}

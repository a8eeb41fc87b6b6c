import type { Answer, BoxReading } from './box-reading.ts';

/** What the machine proposes for one item of the agenda. */
export interface MarkProposal {
  /** As numbered on the ballot. */
  readonly item: number;
  /** null: nothing is proposed; a person looks at the scan. */
  readonly answer: Answer | null;
  /** All three boxes are plainly empty. */
  readonly unanswered: boolean;
  /** Boxes in which there is something, nobody knows what. */
  readonly doubtful: readonly Answer[];
}

/** From the boxes of all pages of one ballot that were read. One plain mark is proposed only where the other boxes are plainly empty. */
export function proposalsOf(boxes: readonly BoxReading[]): MarkProposal[] {
  const items = [...new Set(boxes.map(({ item }) => item))].toSorted((one, other) => one - other);
  return items.map((item) => {
    const own = boxes.filter((box) => box.item === item);
    const [marked, ...more] = own.filter(({ verdict }) => verdict === 'MARKED');
    const doubtful = own.filter(({ verdict }) => verdict === 'DOUBTFUL').map(({ answer }) => answer);
    const plain = marked !== undefined && more.length === 0 && doubtful.length === 0;
    return {
      item,
      answer: plain ? marked.answer : null,
      unanswered: marked === undefined && doubtful.length === 0,
      doubtful,
    };
  });
}

/** The pages of a ballot that nobody has scanned yet. */
export function missingPages(pageCount: number, read: readonly number[]): number[] {
  return Array.from({ length: pageCount }, (_, at) => at + 1).filter((page) => !read.includes(page));
}

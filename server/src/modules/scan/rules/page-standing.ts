import type { BoxReading } from './box-reading.ts';

/** READ belongs to a ballot, QUEUED waits for a person, REPEATED shows again what was read, SET_ASIDE was put away by a person. */
export const pageStates = ['READ', 'QUEUED', 'REPEATED', 'SET_ASIDE'] as const;
export type PageState = (typeof pageStates)[number];

export const fileFaults = [
  'EMPTY',
  'TOO_LARGE',
  'NOT_A_SCAN',
  'LOCKED',
  'SCRIPTS',
  'TOO_MANY_PAGES',
  'DAMAGED',
  'TOO_SLOW',
  'READER_DIED',
  'ALREADY_UPLOADED',
] as const;
export type ScanFault = (typeof fileFaults)[number];

export const pageFaults = [
  'DAMAGED',
  'TOO_MANY_PIXELS',
  'TOO_SLOW',
  'READER_DIED',
  'CODE_NOT_FOUND',
  'SEVERAL_CODES',
  'CODE_UNKNOWN',
  'CORNERS_NOT_FOUND',
  'TOO_WARPED',
  'OTHER_ASSEMBLY',
  'REPEATED_DIFFERENTLY',
] as const;
export type ScanPageFault = (typeof pageFaults)[number];

export interface Standing {
  readonly state: PageState;
  readonly fault: ScanPageFault | null;
}

export interface ReadPage {
  readonly fault: ScanPageFault | null;
  readonly boxes: readonly BoxReading[];
  /** Its code is ours, and names this assembly, another one, or nothing. */
  readonly code: 'OURS' | 'OTHER_ASSEMBLY' | 'UNKNOWN';
}

/** What becomes of a page; `earlier` are the boxes of the same page of the same ballot, where it was read before. */
export function standingOf(page: ReadPage, earlier: readonly BoxReading[] | null): Standing {
  if (page.code === 'OTHER_ASSEMBLY') return { state: 'QUEUED', fault: 'OTHER_ASSEMBLY' };
  if (page.fault !== null) return { state: 'QUEUED', fault: page.fault };
  if (page.code === 'UNKNOWN') return { state: 'QUEUED', fault: 'CODE_UNKNOWN' };
  if (earlier === null) return { state: 'READ', fault: null };
  return saysTheSame(page.boxes, earlier)
    ? { state: 'REPEATED', fault: null }
    : { state: 'QUEUED', fault: 'REPEATED_DIFFERENTLY' };
}

/** A copy that is harder to read says nothing else: only a box plain on both and different is a difference. */
function saysTheSame(boxes: readonly BoxReading[], earlier: readonly BoxReading[]): boolean {
  return boxes.every((box) => {
    const before = earlier.find(({ item, answer }) => item === box.item && answer === box.answer);
    return (
      before !== undefined &&
      (before.verdict === box.verdict || before.verdict === 'DOUBTFUL' || box.verdict === 'DOUBTFUL')
    );
  });
}

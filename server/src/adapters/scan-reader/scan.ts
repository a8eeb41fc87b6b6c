/** Why a whole file is not read. */
export type FileFault =
  | 'EMPTY'
  | 'TOO_LARGE'
  | 'NOT_A_SCAN'
  | 'LOCKED'
  | 'SCRIPTS'
  | 'TOO_MANY_PAGES'
  | 'DAMAGED'
  | 'TOO_SLOW'
  | 'READER_DIED';

/** Why a page goes to a person with nothing proposed. */
export type PageFault =
  | 'DAMAGED'
  | 'TOO_MANY_PIXELS'
  | 'TOO_SLOW'
  | 'READER_DIED'
  | 'CODE_NOT_FOUND'
  | 'SEVERAL_CODES'
  | 'CODE_UNKNOWN'
  | 'CORNERS_NOT_FOUND'
  | 'TOO_WARPED';

export interface ScanLimits {
  readonly bytes: number;
  readonly pages: number;
  readonly pixels: number;
  readonly millisecondsPerPage: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What the reader needs of a printed page, in mm from its top left. */
export interface PagePlan {
  readonly corners: readonly Point[];
  readonly cornerMm: number;
  readonly qr: Point & { readonly sizeMm: number };
  readonly boxes: readonly (Point & {
    readonly item: number;
    readonly answer: 'FOR' | 'AGAINST' | 'ABSTAIN';
    readonly sizeMm: number;
  })[];
}

export interface BoxReading {
  readonly item: number;
  readonly answer: 'FOR' | 'AGAINST' | 'ABSTAIN';
  readonly verdict: 'MARKED' | 'EMPTY' | 'DOUBTFUL';
  /** The part of the inside that is covered by ink. */
  readonly ink: number;
}

export interface PageReading {
  /** From 0. */
  readonly page: number;
  /** null: none was read, or more than one. */
  readonly code: string | null;
  readonly fault: PageFault | null;
  /** Empty where there is a fault. */
  readonly boxes: readonly BoxReading[];
}

export type FileReading =
  | { readonly fault: FileFault }
  | { readonly fault: null; readonly pages: readonly PageReading[] };

/** Red, green and blue of each pixel. */
export interface Raster {
  readonly pixels: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** Ends the reading of a file or a page; any other error is a defect of what is read, or of the reader. */
export class Unreadable<Fault extends FileFault | PageFault> extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault);
    this.fault = fault;
  }
}

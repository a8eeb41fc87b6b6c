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

/** How the page with this code was printed; null for a code of nobody's. */
export type PlanOf = (code: string) => Promise<PagePlan | null>;

export interface ScanTask {
  readonly planOf: PlanOf;
  /** Pages that were read before, from 0: they are left out. */
  readonly known?: ReadonlySet<number>;
  /** Told of each page as soon as it is read, in whatever order; the answer waits for it. */
  readonly heard: (reading: PageReading, pages: number) => Promise<void> | void;
}

/** Reads scanned pages. Nothing is guessed: what is not plain is doubtful, and what cannot be read says why. */
export interface ScanReader {
  readScan(path: string, task: ScanTask): Promise<FileReading>;
  /** One page as JPEG, for a person to look at; null when there is nothing to show. */
  picture(path: string, page: number): Promise<Uint8Array | null>;
}

import type { FileFault, PageFault } from '../../kernel/scan-reader.ts';

export interface ScanLimits {
  readonly bytes: number;
  readonly pages: number;
  readonly pixels: number;
  readonly millisecondsPerPage: number;
}

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

declare module '../../kernel/events.ts' {
  interface EventMap {
    /** A file is whole and is to be read in the background. */
    ScanArrived: { readonly scanId: string };
    /** A page belongs to a ballot from now on. */
    ScanPagePlaced: { readonly scannedBallotId: string; readonly assemblyId: string };
    /** The last missing page of a ballot has its place; whoever enters ballots goes on from here. */
    BallotScanned: {
      readonly scannedBallotId: string;
      readonly assemblyId: string;
      readonly printedNumber: string;
      /** Whoever sent the file with that page. */
      readonly uploadedBy: string;
    };
    /** Every page of a file has its place: with a ballot, in the queue, or repeated. */
    ScanRead: { readonly scanId: string; readonly assemblyId: string };
  }
}

export {};

declare module '../../kernel/events.ts' {
  interface EventMap {
    /** A file is whole and is to be read in the background. */
    ScanArrived: { readonly scanId: string };
    /** Every page of a file has its place: with a ballot, in the queue, or repeated. */
    ScanRead: { readonly scanId: string; readonly assemblyId: string };
  }
}

export {};

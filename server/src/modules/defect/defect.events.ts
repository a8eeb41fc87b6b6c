declare module '../../kernel/events.ts' {
  interface EventMap {
    DefectRepaired: { readonly assemblyId: string; readonly submissionId: string };
    /** What came on record may have mended defects of ballots that count. */
    DefectsMended: { readonly assemblyId: string };
  }
}

export {};

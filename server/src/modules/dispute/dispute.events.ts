declare module '../../kernel/events.ts' {
  interface EventMap {
    DisputeOpened: { readonly assemblyId: string; readonly disputeId: string; readonly ballotId: string };
    DisputeRejected: { readonly assemblyId: string; readonly disputeId: string; readonly ballotId: string };
  }
}

export {};

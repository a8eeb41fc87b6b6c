declare module '../../kernel/events.ts' {
  interface EventMap {
    /** Ballots are to be set in the background. */
    PrintRequested: { readonly printRunId: string };
  }
}

export {};

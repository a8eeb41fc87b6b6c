declare module '../../kernel/events.ts' {
  interface EventMap {
    AssemblyAnnounced: { readonly assemblyId: string; readonly houseId: string };
    AssemblyCancelled: { readonly assemblyId: string; readonly houseId: string };
    VotingOpened: { readonly assemblyId: string; readonly houseId: string };
    /** The roll learned something after it was frozen: weights or entries changed. */
    RollChanged: { readonly assemblyId: string };
    /** A document gives somebody power in a house; null: in each of its assemblies. */
    ProxyRegistered: { readonly houseId: string; readonly assemblyId: string | null };
    /** An entry of the roll ended at `at`: what its former holders cast from then on does not count. */
    RollEntryEnded: { readonly assemblyId: string; readonly rollEntryId: string; readonly at: Date };
  }
}

export {};

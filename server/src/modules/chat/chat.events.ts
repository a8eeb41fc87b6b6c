declare module '../../kernel/events.ts' {
  interface EventMap {
    /** A message was posted, edited, hidden or restored, or the pace was set. Never with the text. */
    ChatChanged: { readonly assemblyId: string };
  }
}

export {};

declare module '../../kernel/events.ts' {
  interface EventMap {
    DefectRepaired: { readonly assemblyId: string; readonly submissionId: string };
  }
}

export {};

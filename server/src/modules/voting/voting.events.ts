declare module '../../kernel/events.ts' {
  interface EventMap {
    BallotCast: { readonly assemblyId: string; readonly submissionId: string };
    PaperBallotEntered: { readonly assemblyId: string; readonly submissionId: string };
    BallotAnnulled: { readonly assemblyId: string; readonly submissionId: string };
    VotingClosed: { readonly assemblyId: string };
  }
}

export {};

import type { TestApp } from '../harness.ts';

/** The calls of an assembly's life, as an app makes them. */
export interface Errors {
  readonly userErrors: readonly {
    readonly code: string;
    readonly message: string;
    readonly field: readonly string[] | null;
  }[];
}

const assemblyFields = `id state version opensAt closesAt paperAcceptedUntil legalMode agenda { id position code rule }`;

export async function draft(app: TestApp, token: string, input: object) {
  const answer = await app.ask<{ draftAssembly: { assembly: AssemblyAnswer | null } & Errors }>(
    token,
    `mutation ($input: DraftAssemblyInput!) { draftAssembly(input: $input) { assembly { ${assemblyFields} } userErrors { code message field } } }`,
    // One person enters paper in most stories; of four eyes tell their own.
    { input: { fourEyes: false, ...input } },
  );
  return answer.draftAssembly;
}

export async function announce(app: TestApp, token: string, assembly: { id: string; version: number }) {
  const answer = await app.ask<{ announceAssembly: { assembly: AssemblyAnswer | null } & Errors }>(
    token,
    `mutation ($input: AnnounceAssemblyInput!) { announceAssembly(input: $input) { assembly { ${assemblyFields} } userErrors { code message field } } }`,
    { input: { assemblyId: assembly.id, version: assembly.version } },
  );
  return answer.announceAssembly;
}

export async function cast(app: TestApp, token: string, input: object) {
  const answer = await app.ask<{ castBallot: { submission: SubmissionAnswer | null } & Errors }>(
    token,
    `mutation ($input: CastBallotInput!) { castBallot(input: $input) {
       submission { id receipt ballots { id state reason weight { exact display } votes { marks } } } userErrors { code message field } } }`,
    { input },
  );
  return answer.castBallot;
}

export async function enterPaper(app: TestApp, token: string, input: object) {
  const answer = await app.ask<{ enterPaperBallot: { submission: SubmissionAnswer | null } & Errors }>(
    token,
    `mutation ($input: EnterPaperBallotInput!) { enterPaperBallot(input: $input) {
       submission { id receipt ballots { id state reason conflict weight { exact } } } userErrors { code message field } } }`,
    { input },
  );
  return answer.enterPaperBallot;
}

export interface AssemblyAnswer {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly agenda: readonly { readonly id: string; readonly rule: string }[];
}

export interface SubmissionAnswer {
  readonly id: string;
  readonly receipt: string;
  readonly ballots: readonly {
    readonly id: string;
    readonly state: string;
    readonly reason: string | null;
    readonly conflict: boolean;
    readonly weight: { readonly exact: string } | null;
  }[];
}

export const tallyFields = `total { exact } participating { exact percentOfHouse } ballots quorum { met explanation }
  items { rule adopted for { exact } against { exact } abstain { exact } invalid { exact } quorum { met } explanation }`;

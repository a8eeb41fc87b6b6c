import type { Tally } from '../../voting/index.ts';

/** Everything the papers of a closed assembly are made of, as it stands on record (art. 46 p. 1). */
export interface AssemblyFacts {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly annual: boolean;
  readonly form: 'SYSTEM' | 'ADVISORY';
  readonly legalMode: 'STATE_SYSTEM' | 'PAPER_BACKED' | 'ADVISORY';
  readonly timeZone: string;
  readonly address: string;
  readonly fiasId: string | null;
  readonly noticeAt: Date;
  readonly opensAt: Date;
  readonly closesAt: Date;
  readonly administratorAddress: string | null;
  readonly acceptanceProcedure: string | null;
  readonly materialsPlace: string | null;
  readonly initiator: PartyFacts | null;
  readonly administrator: PartyFacts | null;
  readonly chair: PartyFacts | null;
  readonly secretary: PartyFacts | null;
  readonly tellers: readonly PartyFacts[];
  readonly items: readonly ItemFacts[];
  readonly materials: readonly string[];
  readonly proxies: number;
  /** No earlier assembly of this form was held in the house here. */
  readonly firstVoting: boolean;
  /** Every paper was entered by two people. */
  readonly fourEyes: boolean;
}

/** Somebody named in the minutes: a person with the premises that make them an owner, or an organisation. */
export interface PartyFacts {
  readonly isPerson: boolean;
  readonly name: string;
  readonly ogrn: string | null;
  readonly snils: string | null;
  readonly premises: readonly string[];
  readonly titles: readonly string[];
  readonly passport: string | null;
}

export interface ItemFacts {
  readonly id: string;
  readonly position: number;
  readonly code: string;
  readonly wording: string;
  readonly proposal: string | null;
  readonly ruleSource: string | null;
}

export interface CountFacts {
  readonly countedAt: Date;
  readonly ballots: number;
  readonly ballotsSha256: string;
  readonly tally: Tally;
  /** The verdicts in words, in the order of the agenda. */
  readonly explanations: readonly string[];
  readonly quorumExplanation: string;
  /** Hundredths of m². */
  readonly residential: bigint;
  readonly nonResidential: bigint;
  readonly electronic: number;
  readonly paper: number;
  /** What a recount without the disputed ballots would give, when there are any. */
  readonly recount: string | null;
  /** What would remain without the ballots whose defects nobody repaired, when there are any. */
  readonly robust: string | null;
  /** Paper that nobody had confirmed at the end, when there is any. */
  readonly unconfirmed: string | null;
}

export interface VoterFacts {
  readonly premises: string;
  readonly fullName: string;
  readonly shortName: string;
  readonly title: string;
  readonly votes: string;
  readonly channel: 'ELECTRONIC' | 'PAPER';
  /** Of paper: whether it is signed, where that is on record. */
  readonly signed: boolean | null;
  readonly authority: string;
  readonly at: Date;
  /** One digit per item: bits of the boxes marked. */
  readonly sheet: string;
}

export interface EntryFacts {
  readonly premises: string;
  readonly holders: string;
  readonly identity: string;
  readonly area: string;
  readonly share: string;
  readonly votes: string;
  readonly shareOfHouse: string;
  readonly title: string;
  readonly cadastralNumber: string;
  readonly since: string;
}

/** One owner who was to be told: a holder of an entry of the roll. Empty where it did not happen before the end. */
export interface ToldFacts {
  readonly owner: string;
  readonly premises: string;
  /** When they, the head of the body or a parent of the minor, first signed in after the notice was posted. */
  readonly firstSignedIn: string;
  /** When they first opened the notice itself, and how. */
  readonly firstOpened: string;
  /** The row of the journal that bears it out. */
  readonly evidence: string;
}

export interface MinutesFacts {
  readonly assembly: AssemblyFacts;
  readonly count: CountFacts;
  readonly voters: readonly VoterFacts[];
}

/** One assembly as a case of the law: the house, who owns what, what happened in order, and the exact answer. */
export interface Scenario {
  readonly name: string;
  readonly why: string;
  readonly house: ScenarioHouse;
  readonly assembly: ScenarioAssembly;
  readonly events: readonly ScenarioEvent[];
  readonly expected: ScenarioOutcome;
}

export interface ScenarioHouse {
  readonly address: string;
  readonly premises: readonly ScenarioPremises[];
  readonly owners: readonly ScenarioOwner[];
  readonly ownerships: readonly ScenarioOwnership[];
}

export interface ScenarioPremises {
  readonly number: string;
  readonly kind: 'FLAT' | 'NON_RESIDENTIAL' | 'PARKING' | 'STOREROOM';
  readonly area: string;
  readonly entrance: number | null;
}

export interface ScenarioOwner {
  readonly key: string;
  readonly kind: 'PERSON' | 'COMPANY' | 'PUBLIC';
  readonly minor: boolean;
  /** Instead of `minor`, for those who come of age meanwhile: `YYYY-MM-DD`. */
  readonly born: string | null;
  readonly representedBy: readonly string[];
}

export interface ScenarioOwnership {
  /** Several hold it jointly. */
  readonly owners: readonly string[];
  readonly premises: string;
  readonly share: string;
  readonly since: string | null;
}

export interface ScenarioAssembly {
  readonly form: 'SYSTEM' | 'ADVISORY';
  readonly noticeAt: string;
  readonly opensAt: string;
  readonly closesAt: string;
  readonly paperAcceptedUntil: string | null;
  readonly agenda: readonly {
    readonly code: string;
    readonly entrance: number | null;
    readonly premises: string | null;
  }[];
}

export const marks = ['FOR', 'AGAINST', 'ABSTAIN'] as const;
export type Mark = (typeof marks)[number];

interface EventOf<Type extends string> {
  readonly type: Type;
  readonly at: string;
  readonly expect: string;
}

export interface ElectronicEvent extends EventOf<'ELECTRONIC'> {
  readonly id: string | null;
  readonly by: string;
  readonly owner: string | null;
  readonly premises: readonly string[];
  readonly answers: readonly (Mark | null)[];
}

export interface PaperEvent extends EventOf<'PAPER'> {
  readonly id: string | null;
  readonly owner: string;
  readonly premises: string;
  readonly receivedAt: string;
  readonly by: string | null;
  readonly signed: boolean;
  /** The boxes marked, item by item. */
  readonly answers: readonly (readonly Mark[])[];
}

export interface TransferEvent extends EventOf<'TRANSFER'> {
  readonly premises: string;
  readonly from: string;
  readonly to: readonly string[];
  /** Of the premises; null: all that the seller owns there. */
  readonly share: string | null;
}

export interface CorrectAreaEvent extends EventOf<'CORRECT_AREA'> {
  readonly premises: string;
  readonly area: string;
}

export interface ProxyEvent extends EventOf<'PROXY'> {
  readonly id: string;
  readonly owner: string;
  readonly holder: string;
  readonly validFrom: string;
  readonly validUntil: string;
  /** null: all that the owner has in the house. */
  readonly premises: readonly string[] | null;
  readonly mayVote: boolean;
}

export interface RevokeProxyEvent extends EventOf<'REVOKE_PROXY'> {
  readonly proxy: string;
}

export interface UpholdDisputeEvent extends EventOf<'UPHOLD_DISPUTE'> {
  readonly ballot: string;
}

export type ScenarioEvent =
  | ElectronicEvent
  | PaperEvent
  | TransferEvent
  | CorrectAreaEvent
  | ProxyEvent
  | RevokeProxyEvent
  | UpholdDisputeEvent;

export interface ScenarioItemOutcome {
  readonly rule: string;
  readonly for: string;
  readonly against: string;
  readonly abstain: string;
  readonly invalid: string;
  readonly quorum: boolean;
  readonly adopted: boolean;
}

/** Votes are exact: an integer, a decimal or a fraction as text. */
export interface ScenarioOutcome {
  readonly total: string;
  readonly participating: string;
  readonly quorum: boolean;
  readonly items: readonly ScenarioItemOutcome[];
}

/** What may come of each kind of event. */
export const answersTo: Readonly<Record<ScenarioEvent['type'], readonly string[]>> = {
  ELECTRONIC: [
    'COUNTED',
    'REFUSED_NOT_OPEN',
    'REFUSED_NOT_OWNER',
    'REFUSED_NO_AUTHORITY',
    'REFUSED_ALREADY_VOTED',
    'REFUSED_INCOMPLETE',
  ],
  PAPER: [
    'COUNTED',
    'REJECTED_LATE',
    'REJECTED_EARLY',
    'REJECTED_UNSIGNED',
    'REJECTED_NOT_OWNER',
    'REJECTED_NO_AUTHORITY',
    'REJECTED_EMPTY',
    'REJECTED_ALREADY_VOTED',
    'REFUSED_CLOSED',
  ],
  TRANSFER: ['APPLIED'],
  CORRECT_AREA: ['APPLIED', 'REFUSED_CLOSED'],
  PROXY: ['APPLIED'],
  REVOKE_PROXY: ['APPLIED'],
  UPHOLD_DISPUTE: ['APPLIED'],
};

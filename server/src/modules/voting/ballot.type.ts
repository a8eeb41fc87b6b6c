import { Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { encodeId } from '../../kernel/global-id.ts';
import { Fraction } from '../../kernel/fraction.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { LegalModeEnum } from '../assembly/index.ts';
import {
  authorities,
  ballotChannels,
  ballotReasons,
  ballotStates,
  type BallotReason,
  type BallotState,
} from './rules/ballot-words.ts';
import type { Mark } from './rules/answers.ts';
import { VoteEnum } from './voting.input.ts';
import { Votes } from './tally.type.ts';

export const BallotChannelEnum = enumOf(ballotChannels);
registerEnumType(BallotChannelEnum, { name: 'BallotChannel' });
export const BallotStateEnum = enumOf(ballotStates);
registerEnumType(BallotStateEnum, {
  name: 'BallotState',
  description: 'Nothing is ever erased: what does not count keeps its row and its reason.',
});
const BallotReasonEnum = enumOf(ballotReasons);
registerEnumType(BallotReasonEnum, {
  name: 'BallotReason',
  description: 'Why a ballot does not count.',
  valuesConfig: {
    LATE: { description: 'Handed over after the limit for paper.' },
    EARLY: { description: 'Handed over before voting opened.' },
    UNSIGNED: { description: 'Not signed.' },
    NOT_OWNER: { description: 'The named owner owned nothing there when it was handed over.' },
    NO_AUTHORITY: { description: 'Handed in by a representative without authority, or by a minor alone.' },
    EMPTY: { description: 'No item has exactly one mark.' },
    ALREADY_VOTED: { description: 'The same square metres already have a counted ballot: the first on record stands.' },
    NOT_CONFIRMED: { description: 'Not entered and confirmed by two people when voting ended.' },
    DISPUTE_UPHELD: { description: 'The owner said it is not theirs, and was right.' },
    SOLD_BEFORE: { description: 'The ownership had passed to somebody else when it was cast.' },
  },
});
export const AuthorityEnum = enumOf(authorities);
registerEnumType(AuthorityEnum, { name: 'Authority', description: 'By what right somebody acted for the owner.' });

@ObjectType('BallotVote', { description: 'What one ballot says on one item.' })
export class BallotVoteType {
  @Field(() => ID)
  agendaItemId: string;

  @Field(() => [VoteEnum], { description: 'The boxes marked; exactly one counts.' })
  marks: readonly Mark[];
}

/** A ballot with what hangs on it, as lists read it. */
export interface BallotRow {
  id: string;
  assembly_id: string;
  submission_id: string;
  channel: 'ELECTRONIC' | 'PAPER';
  premises_id: string;
  owner_id: string;
  acted_by_id: string | null;
  authority: (typeof authorities)[number] | null;
  sheet: string;
  received_at: Date;
  handed_over_at: Date | null;
  signed: boolean | null;
  state: BallotState;
  reason: BallotReason | null;
  conflict: boolean;
  annulled_at: Date | null;
  units: string | null;
  /** Read beside it, once for all ballots of an assembly. */
  assembly?: BallotAssembly | null;
}

export interface BallotAssembly {
  readonly id: string;
  readonly common_unit: string | null;
  /** Of all premises on the roll, in hundredths of m². */
  readonly total_area: string | null;
  readonly house_id: string;
  readonly organisation_id: string | null;
  readonly state: 'DRAFT' | 'ANNOUNCED' | 'VOTING' | 'CLOSED' | 'CANCELLED';
  readonly legal_mode: keyof typeof LegalModeEnum;
  readonly roll_version: number;
}

@ObjectType('Ballot', {
  implements: NodeType,
  description: "One voter's sheet of answers for one ownership in one assembly.",
})
export class BallotType extends NodeType {
  /** For resolvers, no field. */
  readonly row: BallotRow;

  @Field(() => ID)
  assemblyId: string;

  @Field(() => ID, { description: 'Ballots cast in one call share it.' })
  submissionId: string;

  @Field(() => LegalModeEnum)
  legalMode: keyof typeof LegalModeEnum;

  @Field(() => BallotChannelEnum)
  channel: BallotRow['channel'];

  @Field(() => AuthorityEnum, { nullable: true })
  authority: BallotRow['authority'];

  @Field(() => Votes, { nullable: true, description: 'Its weight now; null when it stands for no entry of the roll.' })
  weight: Votes | null;

  @Field(() => Date, { description: 'When the server received it; for paper, when it was entered.' })
  receivedAt: Date;

  @Field(() => Date, { nullable: true, description: 'Paper: when it was handed to the administrator.' })
  handedOverAt: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Paper: whether it is signed.' })
  signed: boolean | null;

  @Field(() => BallotStateEnum)
  state: BallotState;

  @Field(() => BallotReasonEnum, { nullable: true })
  reason: BallotReason | null;

  @Field(() => Boolean, {
    description: 'It says something else than the ballot that counts for the same square metres.',
  })
  conflict: boolean;

  @Field(() => Date, { nullable: true })
  annulledAt: Date | null;
}

export const BallotConnection = connectionOf(BallotType, 'Ballot');

/** What is asked of it is made when it is asked: a page of fifty is mostly asked for little. */
class StoredBallot implements BallotType {
  readonly row: BallotRow;
  readonly #votesOf: (exact: Fraction, total: Fraction) => Votes;

  constructor(row: BallotRow, votesOf: (exact: Fraction, total: Fraction) => Votes) {
    this.row = row;
    this.#votesOf = votesOf;
  }

  get id() {
    return encodeId('Ballot', this.row.id);
  }

  get assemblyId() {
    return encodeId('Assembly', this.row.assembly_id);
  }

  get submissionId() {
    return encodeId('Submission', this.row.submission_id);
  }

  get weight() {
    const { units, assembly } = this.row;
    if (units === null || !assembly || assembly.common_unit === null) return null;
    return this.#votesOf(
      Fraction.of(BigInt(units), BigInt(assembly.common_unit) * 100n),
      Fraction.of(BigInt(assembly.total_area ?? '0'), 100n),
    );
  }

  get legalMode() {
    return this.row.assembly?.legal_mode ?? 'ADVISORY';
  }

  get channel() {
    return this.row.channel;
  }

  get authority() {
    return this.row.authority;
  }

  get receivedAt() {
    return this.row.received_at;
  }

  get handedOverAt() {
    return this.row.handed_over_at;
  }

  get signed() {
    return this.row.signed;
  }

  get state() {
    return this.row.state;
  }

  get reason() {
    return this.row.reason;
  }

  get conflict() {
    return this.row.conflict;
  }

  get annulledAt() {
    return this.row.annulled_at;
  }
}

export function ballotType(row: BallotRow, votesOf: (exact: Fraction, total: Fraction) => Votes): BallotType {
  return new StoredBallot(row, votesOf);
}

@ObjectType('Submission', {
  description: 'What one call recorded: one ballot for each ownership, and one receipt for all of them.',
})
export class SubmissionType {
  /** For resolvers, no field. */
  readonly key: string;

  /** The receipt, where the command that has just recorded it made it. No field. */
  readonly known: string | null;

  @Field(() => ID)
  id: string;
}

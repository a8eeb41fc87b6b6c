import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { BallotType, TallyType, Turnout, Votes } from '../voting/index.ts';
import { defectKinds, repairWays, type DefectKind, type RepairWay } from './rules/defect-kinds.ts';

export const DefectKindEnum = enumOf(defectKinds);
registerEnumType(DefectKindEnum, {
  name: 'DefectKind',
  description: 'What a machine finds wanting on a paper ballot.',
  valuesConfig: {
    PAGE_MISSING: { description: 'Some of its pages were scanned, and not all.' },
    NO_DATE: { description: 'The sheet bears no date.' },
    NOT_SIGNED: { description: 'Not signed, and so not counted.' },
    REGISTER_DIFFERS: { description: 'Area or share as it was printed is not that of the roll as corrected.' },
    AUTHORITY_EXPIRED: { description: 'The representative’s document was not in force.' },
    DOUBLE_MARK: { description: 'More than one box on an item.' },
    OWNER_UNKNOWN: { description: 'The named owner owned nothing there, and so it is not counted.' },
    HAND_OVER_TYPED: { description: 'The time of the hand-over was typed later.' },
    FOUR_EYES_OFF: { description: 'One person alone entered it.' },
  },
});

export const DefectStateEnum = { OPEN: 'OPEN', REPAIRED: 'REPAIRED' } as const;
export type DefectState = keyof typeof DefectStateEnum;
registerEnumType(DefectStateEnum, { name: 'DefectState' });

const RepairWayEnum = enumOf(repairWays);
registerEnumType(RepairWayEnum, {
  name: 'RepairWay',
  description: 'What repaired a defect.',
  valuesConfig: {
    NEW_BALLOT: { description: 'Another ballot counts for the same square metres.' },
    PAGE: { description: 'The missing pages came.' },
    DATE: { description: 'The date was supplied.' },
    DOCUMENT: { description: 'A document that covers the day was registered, or brought as a file.' },
    OWNERS_WORD: { description: 'The owner confirmed it.' },
    SECOND_PERSON: { description: 'Somebody else than who entered it confirmed it.' },
  },
});

@ObjectType('Defect', {
  description:
    'What a machine found wanting on a paper ballot. Found, and never erased: what was repaired stays, dated.',
})
export class DefectType {
  /** For resolvers, no fields. */
  readonly repairerKey: string | null;
  readonly fileKeys: readonly string[];

  @Field(() => DefectKindEnum)
  kind: DefectKind;

  @Field(() => DefectStateEnum)
  state: DefectState;

  @Field(() => String, { description: "What is wanting, in the caller's language." })
  explanation: string;

  @Field(() => String, { description: "What repairs it, in the caller's language." })
  remedy: string;

  @Field(() => MomentScalar, { nullable: true, description: 'Until when it can be repaired; null: not any more.' })
  until: Date | null;

  @Field(() => Boolean, { description: 'You may enter its repair now, by `repairDefect`.' })
  mayRepair: boolean;

  @Field(() => Boolean, { description: 'The ballot is in your name, and your word repairs it now: `confirmBallot`.' })
  mayConfirm: boolean;

  @Field(() => RepairWayEnum, { nullable: true })
  way: RepairWay | null;

  @Field(() => MomentScalar, { nullable: true })
  repairedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'What the repair rests on.' })
  note: string | null;

  @Field(() => String, { nullable: true, description: 'The date supplied, YYYY-MM-DD.' })
  signedOn: string | null;
}

@ObjectType('RobustCount', {
  description: 'What remains if every ballot with an open defect fell, by the same rules and behind the same gate.',
})
export class RobustCountType {
  @Field(() => Int, { description: 'Ballots that count and have an open defect.' })
  ballotsLeftOut: number;

  @Field(() => Votes, { description: 'The votes of those.' })
  atStake: Votes;

  @Field(() => Turnout)
  turnout: Turnout;

  @Field(() => TallyType, { nullable: true, description: 'null where `resultsView` is not FULL.' })
  tally: TallyType | null;

  @Field(() => Boolean, {
    description: 'Whether there would be no quorum, or, where you see the items, another outcome of one.',
  })
  differs: boolean;

  @Field(() => [ID], { description: 'Items whose outcome would be another; empty where you see the turnout alone.' })
  changedItemIds: readonly string[];

  @Field(() => String, { description: "In plain words, in the caller's language." })
  explanation: string;
}

@ObjectType()
export class DefectPayload extends Payload {
  @Field(() => BallotType, { nullable: true })
  ballot?: BallotType | null;
}

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { printFaults, type PrintFault } from './rules/print-faults.ts';
import { printStates, type PrintState } from './rules/print-lifecycle.ts';

const PrintStateEnum = enumOf(printStates);
registerEnumType(PrintStateEnum, {
  name: 'PrintState',
  description: 'PRINTING goes on in the background, whoever is connected, also after a restart.',
});

const PrintFaultEnum = enumOf(printFaults);
registerEnumType(PrintFaultEnum, {
  name: 'PrintFault',
  description: 'Why a run was not printed.',
  valuesConfig: {
    CANNOT_BE_SET: { description: 'What a ballot has to say does not fit the form.' },
    NO_SPACE: { description: 'The disk is full.' },
    NOT_STORED: { description: 'The file store did not take a file.' },
    TOO_LARGE: { description: 'The file would be larger than 1 GB.' },
    PART_LOST: { description: 'A part that was ready is gone from the file store.' },
    UNEXPECTED: { description: 'A failure of the server.' },
  },
});

@ObjectType('PrintRun', {
  implements: NodeType,
  description: 'Ballots that somebody had printed. Ask again while PRINTING.',
})
export class PrintRunType extends NodeType {
  @Field(() => PrintStateEnum)
  state: PrintState;

  @Field(() => Int, { description: 'Ballots that are ready.' })
  done: number;

  @Field(() => Int, { description: 'Ballots in the run.' })
  total: number;

  @Field(() => Int, { description: 'Pages of paper altogether.' })
  sheets: number;

  @Field(() => Int, { description: 'Which form of this assembly; the code on every page names it.' })
  formVersion: number;

  @Field(() => Boolean, { description: 'Blank forms, for those the register does not know.' })
  blank: boolean;

  @Field(() => Int, { nullable: true, description: 'Only the owners of this entrance.' })
  entrance: number | null;

  @Field(() => Boolean, { description: 'One document for each ownership.' })
  perOwnership: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Where the PDF, or the ZIP of several, is downloaded once PRINTED. Needs `people:read`.',
  })
  fileUrl: string | null;

  @Field(() => MomentScalar)
  requestedAt: Date;

  @Field(() => MomentScalar, { nullable: true })
  finishedAt: Date | null;

  @Field(() => PrintFaultEnum, { nullable: true, description: 'Of a run that is FAILED.' })
  fault: PrintFault | null;

  /** For a resolver, no field: which ballot of the run. */
  faultBallot: number | null;

  /** Not fields: for resolvers that lead to people. */
  ownerUuid: string | null;
  faultOwnerUuid: string | null;
  requesterUuid: string;
}

export const PrintRunConnection = connectionOf(PrintRunType, 'PrintRun');

@ObjectType()
export class PrintRunPayload extends Payload {
  @Field(() => PrintRunType, { nullable: true })
  printRun?: PrintRunType | null;
}

import { Field, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { VoteEnum } from '../voting/index.ts';
import type { Answer } from './rules/box-reading.ts';
import type { MarkProposal } from './rules/mark-proposals.ts';
import { ScanPageType } from './scan-page.type.ts';

@ObjectType('MarkProposal', { description: 'What the machine saw for one item. It never votes: two people do.' })
class MarkProposalType implements MarkProposal {
  @Field(() => Int, { description: 'As numbered on the ballot.' })
  item: number;

  @Field(() => VoteEnum, {
    nullable: true,
    description: 'The one plain mark; null where nothing is proposed, and a person looks at the scan.',
  })
  answer: Answer | null;

  @Field(() => Boolean, { description: 'All three boxes are plainly empty.' })
  unanswered: boolean;

  @Field(() => [VoteEnum], { description: 'Boxes in which there is something, nobody knows what.' })
  doubtful: readonly Answer[];
}

@ObjectType('ScannedBallot', {
  implements: NodeType,
  description: 'A ballot of paper of which at least one page was read, with its pages together.',
})
export class ScannedBallotType extends NodeType {
  @Field(() => String)
  printedNumber: string;

  @Field(() => Int, { description: 'Pages of paper it has.' })
  pageCount: number;

  @Field(() => [Int], { description: 'Pages that nobody has scanned yet, from 1.' })
  missingPages: readonly number[];

  @Field(() => [MarkProposalType], {
    description: 'In the order of the ballot; items of missing or named pages are left out.',
  })
  proposals: readonly MarkProposal[];

  @Field(() => [ScanPageType], { description: 'The pages that were read, in their order.' })
  pages: readonly ScanPageType[];

  @Field(() => MomentScalar)
  firstReadAt: Date;

  /** Not fields. */
  ownerUuid: string | null;
}

export const ScannedBallotConnection = connectionOf(ScannedBallotType, 'ScannedBallot');

import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { pageFaults, pageStates, type PageState, type ScanPageFault } from './rules/page-standing.ts';

const PageStateEnum = enumOf(pageStates);
registerEnumType(PageStateEnum, {
  name: 'ScanPageState',
  description: 'READ belongs to a ballot, QUEUED waits for a person, REPEATED shows again what was read before.',
});
const PageFaultEnum = enumOf(pageFaults);
registerEnumType(PageFaultEnum, {
  name: 'ScanPageFault',
  description: 'Why a page goes to a person with nothing proposed.',
});

@ObjectType('ScanPage', { implements: NodeType, description: 'One page of a scanned file.' })
export class ScanPageType extends NodeType {
  @Field(() => Int, { description: 'Of the file, from 1.' })
  number: number;

  @Field(() => String)
  fileName: string;

  @Field(() => PageStateEnum)
  state: PageState;

  @Field(() => PageFaultEnum, { nullable: true })
  fault: ScanPageFault | null;

  @Field(() => Int, { nullable: true, description: 'Of the ballot, from 1.' })
  sheetPage: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The number of the ballot it belongs to, or says it belongs to.',
  })
  printedNumber: string | null;

  @Field(() => MomentScalar)
  readAt: Date;

  @Field(() => MomentScalar, { nullable: true })
  settledAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Why a person set it aside.' })
  note: string | null;

  @Field(() => String, { description: 'Where the page is seen as a JPEG.' })
  pictureUrl: string;
}

export const ScanPageConnection = connectionOf(ScanPageType, 'ScanPage');

@ObjectType()
export class ScanPagePayload extends Payload {
  @Field(() => ScanPageType, { nullable: true })
  scanPage?: ScanPageType | null;
}

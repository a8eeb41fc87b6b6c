import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { enumOf } from '../../kernel/enum-of.ts';
import { NodeType } from '../../kernel/node.type.ts';
import { connectionOf } from '../../kernel/page.type.ts';
import { Payload } from '../../kernel/payload.type.ts';
import { MomentScalar } from '../../kernel/scalars.ts';
import { fileFaults, type ScanFault } from './rules/page-standing.ts';
import { scanStates, type ScanState } from './rules/scan-lifecycle.ts';

const ScanStateEnum = enumOf(scanStates);
registerEnumType(ScanStateEnum, {
  name: 'ScanState',
  description: 'READING goes on in the background, whoever is connected, also after a restart.',
});
const ScanFaultEnum = enumOf(fileFaults);
registerEnumType(ScanFaultEnum, { name: 'ScanFault', description: 'Why a file is not read.' });

@ObjectType('Scan', {
  implements: NodeType,
  description:
    'A file of scanned ballots. It arrives in parts (`POST /scans/ID/chunks`), then ask again while READING.',
})
export class ScanType extends NodeType {
  @Field(() => String)
  fileName: string;

  @Field(() => Int, { description: 'In bytes.' })
  size: number;

  @Field(() => Int, { description: 'How much of it has arrived: the next part begins here.' })
  received: number;

  @Field(() => ScanStateEnum)
  state: ScanState;

  @Field(() => ScanFaultEnum, { nullable: true })
  fault: ScanFault | null;

  @Field(() => Int, { nullable: true, description: 'null until it is known.' })
  pageCount: number | null;

  @Field(() => Int, { description: 'Pages that belong to a ballot.' })
  pagesRead: number;

  @Field(() => Int, { description: 'Pages that wait for a person.' })
  pagesQueued: number;

  @Field(() => Int, { description: 'Pages that were read before, and say the same.' })
  pagesRepeated: number;

  @Field(() => Int, { description: 'Pages that a person put away.' })
  pagesSetAside: number;

  @Field(() => MomentScalar)
  begunAt: Date;

  @Field(() => MomentScalar, { nullable: true })
  finishedAt: Date | null;

  @Field(() => String, { nullable: true, description: 'Where the file, as it was sent, is downloaded.' })
  fileUrl: string | null;

  /** Not fields. */
  uploaderUuid: string;
  uuid: string;
}

export const ScanConnection = connectionOf(ScanType, 'Scan');

@ObjectType()
export class ScanPayload extends Payload {
  @Field(() => ScanType, { nullable: true })
  scan?: ScanType | null;
}

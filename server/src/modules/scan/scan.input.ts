import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class BeginScanInput {
  @Field(() => ID)
  assemblyId: string;

  @Field(() => String)
  fileName: string;

  @Field(() => Int, { description: 'Of the whole file, in bytes; 200 MB at most.' })
  size: number;

  @Field(() => String, { description: '8–100 printable characters; a repeat answers with the first scan.' })
  idempotencyKey: string;
}

@InputType()
export class NameScanPageInput {
  @Field(() => ID)
  scanPageId: string;

  @Field(() => String, { description: 'The number under the code, as printed.' })
  printedNumber: string;

  @Field(() => Int, { description: 'Which page of the ballot it is, from 1.' })
  sheetPage: number;
}

@InputType()
export class SetScanPageAsideInput {
  @Field(() => ID)
  scanPageId: string;

  @Field(() => String, { description: 'Why nothing is to be entered from it.' })
  reason: string;
}

import { Field, ID, Int, ObjectType } from 'type-graphql';
import { NodeType } from '../../../kernel/node.type.ts';
import { connectionOf } from '../../../kernel/page.type.ts';
import { UserErrorCode, type UserError } from '../../../kernel/payload.type.ts';
import { LocalDateScalar, MomentScalar } from '../../../kernel/scalars.ts';
import { PremisesKindEnum } from '../registry.enums.ts';
import type { PremisesKind } from '../rules/premises-kinds.ts';
import {
  DelimiterEnum,
  ImportEncodingEnum,
  ImportFieldEnum,
  ImportKindEnum,
  ImportRowErrorCodeEnum,
  ImportStateEnum,
  type DelimiterName,
  type EncodingWish,
} from './import.enums.ts';
import type { ImportField, ImportKind } from './rules/import-field.ts';
import type { ImportState } from './rules/import-lifecycle.ts';
import type { RowErrorCode } from './rules/row-error.ts';

@ObjectType({ description: 'A column of the table.' })
export class ImportColumn {
  @Field(() => Int, { description: 'Counted from 1.' })
  column: number;

  @Field(() => String, { nullable: true, description: 'Null where the table has no headings.' })
  heading: string | null;

  @Field(() => ImportFieldEnum, {
    nullable: true,
    description: 'What it seems to mean, by its heading or by its place.',
  })
  proposedField: ImportField | null;

  @Field(() => ImportFieldEnum, { nullable: true, description: 'What it was mapped to.' })
  field: ImportField | null;
}

@ObjectType({ description: 'How many rows would do what; they add up.' })
export class ImportCounts {
  @Field(() => Int, { description: 'Rows of the table that hold anything, the headings aside.' })
  rows: number;

  @Field(() => Int, { description: 'Bring something new.' })
  new: number;

  @Field(() => Int, { description: 'Say what the register says already.' })
  same: number;

  @Field(() => Int, { description: 'Add to, or describe anew, what the register has.' })
  changed: number;

  @Field(() => Int, { description: 'Cannot be taken; each has its reasons.' })
  refused: number;
}

@ObjectType({ description: 'Why the last step in the background failed. Nothing was changed by it.' })
export class ImportFailure implements Pick<UserError, 'code' | 'message'> {
  @Field(() => UserErrorCode)
  code: UserError['code'];

  @Field(() => String)
  message: string;
}

@ObjectType({ description: 'One reason, and how many rows are refused for it.' })
export class ImportReason {
  @Field(() => ImportRowErrorCodeEnum)
  code: RowErrorCode;

  @Field(() => String, { description: "In the caller's language; of what differs from row to row stands …" })
  message: string;

  @Field(() => Int)
  rows: number;
}

@ObjectType({ description: 'One reason why one row is refused.' })
export class ImportRowError {
  @Field(() => Int, { description: 'As the spreadsheet numbers its rows.' })
  rowNumber: number;

  @Field(() => Int, { nullable: true, description: 'Counted from 1.' })
  column: number | null;

  @Field(() => ImportFieldEnum, { nullable: true })
  field: ImportField | null;

  @Field(() => ImportRowErrorCodeEnum)
  code: RowErrorCode;

  @Field(() => String, { description: "In the caller's language (Accept-Language)." })
  message: string;

  @Field(() => String, {
    nullable: true,
    description:
      'What the cell holds; null when a neighbouring row is to blame, and for whoever does not keep the register.',
  })
  value: string | null;

  @Field(() => Int, { nullable: true, description: 'The row of the same file that this one repeats or contradicts.' })
  otherRow: number | null;
}

@ObjectType('ImportJob', {
  implements: NodeType,
  description:
    'A table on its way into the register: prepareImport → mapImport → rehearseImport → commitImport → undoImport. Ask again while REHEARSING or COMMITTING.',
})
export class ImportJobType extends NodeType {
  @Field(() => ImportKindEnum)
  kind: ImportKind;

  @Field(() => ImportStateEnum)
  state: ImportState;

  @Field(() => ID, { nullable: true, description: 'The house whose register it is.' })
  houseId: string | null;

  @Field(() => ID)
  fileId: string;

  @Field(() => String)
  fileName: string;

  @Field(() => [String], { description: 'Visible sheets of the workbook; empty for CSV.' })
  sheets: readonly string[];

  @Field(() => String, { nullable: true, description: 'The sheet that is read.' })
  sheet: string | null;

  @Field(() => Boolean)
  hasHeader: boolean;

  @Field(() => ImportEncodingEnum, { nullable: true })
  encoding: EncodingWish | null;

  @Field(() => DelimiterEnum, { nullable: true })
  delimiter: DelimiterName | null;

  @Field(() => [ImportColumn])
  columns: readonly ImportColumn[];

  @Field(() => PremisesKindEnum, { description: 'What premises are where no column tells.' })
  premisesKind: PremisesKind;

  @Field(() => LocalDateScalar, { nullable: true })
  ownedSince: string | null;

  @Field(() => Int, { description: 'How far the work in the background is.' })
  rowsDone: number;

  @Field(() => Int, { nullable: true, description: 'Known once the table was read.' })
  rowsTotal: number | null;

  @Field(() => ImportCounts, { nullable: true, description: 'Of the last rehearsal.' })
  counts: ImportCounts | null;

  @Field(() => ImportFailure, { nullable: true })
  failure: ImportFailure | null;

  @Field(() => String, {
    nullable: true,
    description:
      'Where whoever keeps the register downloads the refused rows with their reasons, as a table to correct.',
  })
  failedRowsPath: string | null;

  @Field(() => MomentScalar)
  createdAt: Date;

  @Field(() => MomentScalar, { nullable: true })
  rehearsedAt: Date | null;

  @Field(() => MomentScalar, { nullable: true })
  committedAt: Date | null;

  @Field(() => MomentScalar, { nullable: true })
  undoneAt: Date | null;

  @Field(() => MomentScalar, { nullable: true, description: 'Given up before anything of it entered the register.' })
  discardedAt: Date | null;
}

export const ImportJobConnection = connectionOf(ImportJobType, 'ImportJob');
export const ImportRowErrorConnection = connectionOf(ImportRowError, 'ImportRowError');
